-- The evidence of a stage.
-- :many
-- in:  etapa_id int8
-- out: id int8, nombre text, foto bool, kb int4, cuando date
SELECT x.id, x.nombre, x.tipo LIKE 'image/%' AS foto, (x.bytes + 1023) / 1024 AS kb, x.creado_en::date AS cuando
FROM evidencia x
WHERE x.etapa_id = $1
ORDER BY x.id
LIMIT 20
