-- The document types in force, in the order of their list.
-- :many
-- out: codigo text, nombre text
SELECT t.codigo, t.nombre || CASE WHEN t.sigla <> t.nombre THEN ' (' || t.sigla || ')' ELSE '' END AS nombre
FROM tipo_documento t WHERE t.vigente ORDER BY t.orden, t.codigo LIMIT 50
