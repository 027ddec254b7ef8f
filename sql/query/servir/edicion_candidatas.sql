-- Entities of the national level that have no place in an edition yet.
-- :many
-- in:  edicion_id int8
-- out: id int8, nombre text
SELECT n.id, n.nombre
FROM entidad n
WHERE n.nivel_gobierno = 'NACIONAL' AND n.vigente_hasta IS NULL
  AND NOT EXISTS (SELECT FROM edicion_entidad x WHERE x.edicion_id = $1 AND x.entidad_id = n.id)
ORDER BY n.tipo NOT IN ('MINISTERIO', 'PCM'), n.nombre
LIMIT 300
