-- Whom to ask Moodle about next.
-- :many
-- in:  carga_id int8, limite int4
-- out: moodle_id int8
SELECT f.moodle_id FROM mooc_fila f
WHERE f.carga_id = $1 AND f.estado = 'PENDIENTE'
ORDER BY f.numero
LIMIT $2
