-- What happened to a vinculo, newest first, with who registered it.
-- :many
-- in:  vinculo_id int8
-- out: tipo text, detalle text?, ocurrido date, conocido timestamptz, quien text?
SELECT evento_en_palabras(e.tipo) AS tipo, evento_detalle(e.datos) AS detalle,
       (e.ocurrido_en AT TIME ZONE 'America/Lima')::date AS ocurrido, e.conocido_en AS conocido,
       nombre_de_usuario(e.usuario_id) AS quien
FROM evento e
WHERE e.vinculo_id = $1
ORDER BY e.id DESC
LIMIT 20
