-- What happened to a vinculo, newest first, with who registered it.
-- :many
-- in:  vinculo_id int8
-- out: tipo text, ocurrido date, conocido timestamptz, quien text?
SELECT e.tipo, (e.ocurrido_en AT TIME ZONE 'America/Lima')::date, e.conocido_en,
       nombre_de_usuario(e.usuario_id)
FROM evento e
WHERE e.vinculo_id = $1
ORDER BY e.id DESC
LIMIT 20
