-- Who has accompanied an entity, the newest first.
-- :many
-- in:  entidad_id int8
-- out: nombre text?, desde timestamptz, hasta timestamptz?, motivo text?, por text?
SELECT nombre_de_usuario(c.usuario_id) AS nombre, c.desde, c.hasta, c.motivo, nombre_de_usuario(c.asignada_por) AS por
FROM cartera c WHERE c.entidad_id = $1 ORDER BY c.id DESC LIMIT 20
