-- What changing one's own password needs: the hash in force, words that the new one may not hold,
-- seconds to wait when the old one was guessed too often.
-- :one
-- in:  address text
-- out: tipo_documento text, documento text, nombre text, clave_hash text?, espera_s int4
SELECT p.tipo_documento, p.numero_documento AS documento,
       concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre,
       (SELECT clave_hash FROM clave_propia()) AS clave_hash,
       acceso_espera(p.tipo_documento, p.numero_documento, $1) AS espera_s
FROM persona p
WHERE p.id = (SELECT actual_persona())
