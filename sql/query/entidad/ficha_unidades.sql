-- The organs and units of an entity, those in force first.
-- :many
-- in:  entidad_id int8
-- out: id int8, nombre text, sigla text?, tipo text, nivel int4, padre text?, predeterminado bool,
--      hasta date?, vigente bool
SELECT o.id, o.nombre, o.sigla, o.tipo, o.nivel, d.nombre AS padre, o.es_predeterminado AS predeterminado,
       o.vigente_hasta AS hasta, o.vigente_hasta IS NULL OR o.vigente_hasta >= hoy() AS vigente
FROM organo o
LEFT JOIN organo d ON d.id = o.padre_id
WHERE o.entidad_id = $1
ORDER BY o.vigente_hasta IS NOT NULL, o.nivel, o.nombre, o.id
LIMIT 500
