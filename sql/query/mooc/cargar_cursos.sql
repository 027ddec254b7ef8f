-- The courses that take results.
-- :many
-- out: id int8, nombre text
SELECT c.id, v.nombre || ' (' || c.codigo || ')' AS nombre
FROM curso c
JOIN LATERAL (SELECT x.nombre FROM curso_version x WHERE x.curso_id = c.id ORDER BY x.version DESC LIMIT 1) v ON true
WHERE c.vigente
ORDER BY c.id DESC
LIMIT 100
