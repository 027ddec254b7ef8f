-- The people enrolled in an edition, by how far they are.
-- :many
-- in:  edicion_id int8
-- out: estado text, total int8
SELECT i.estado, count(*) AS total
FROM inscripcion i
WHERE i.edicion_id = $1
GROUP BY i.estado
ORDER BY array_position(ARRAY['INVITADO', 'INSCRITO', 'INICIADO', 'CULMINADO', 'CERTIFICADO', 'RETIRADO'], i.estado)
LIMIT 10
