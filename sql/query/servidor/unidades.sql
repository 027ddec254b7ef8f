-- The units of an entity that are in force, as choices of a form.
-- :many
-- in:  entidad_id int8
-- out: id int8, nombre text, es_predeterminado bool
SELECT o.id, o.nombre, o.es_predeterminado
FROM organo o
WHERE o.entidad_id = $1 AND o.vigente_hasta IS NULL
ORDER BY o.nivel, o.nombre
LIMIT 500
