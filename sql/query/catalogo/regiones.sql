-- The regions, as choices of a filter.
-- :many
-- out: codigo text, nombre text
SELECT codigo, nombre FROM ubigeo WHERE nivel = 'REGION' AND vigente_hasta IS NULL ORDER BY codigo LIMIT 30
