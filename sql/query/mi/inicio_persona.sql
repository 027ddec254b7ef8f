-- What the portal holds of the person who is signed in, and whether their survey waits.
-- :one
-- out: nombre text, documento text, correo text?, celular text?, nacimiento date?, encuesta bool
SELECT concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre,
       t.sigla || ' ' || p.numero_documento AS documento, p.correo, p.celular, p.fecha_nacimiento AS nacimiento,
       (SELECT x.resultado = 'abierta' FROM encuesta_abrir(NULL) x) AS encuesta
FROM persona p
JOIN tipo_documento t ON t.codigo = p.tipo_documento
WHERE p.id = actual_persona()
