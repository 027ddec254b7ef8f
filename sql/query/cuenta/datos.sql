-- Who one is: name, document, mail of the account.
-- :one
-- out: nombre text, tipo_documento text, documento text, correo text?, clave_cambiada timestamptz?
SELECT concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre,
       t.sigla AS tipo_documento, p.numero_documento AS documento, u.correo,
       u.clave_cambiada_en AS clave_cambiada
FROM usuario u
JOIN persona p ON p.id = u.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
WHERE u.id = (SELECT actual_usuario())
