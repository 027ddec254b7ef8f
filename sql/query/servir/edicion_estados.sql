-- The people enrolled in an edition, by how far they are.
-- :many
-- in:  edicion_id int8
-- out: estado text, total int8
SELECT i.estado, i.total
FROM edicion_estados($1) i
ORDER BY array_position(ARRAY['INVITADO', 'INSCRITO', 'INICIADO', 'CULMINADO', 'CERTIFICADO', 'RETIRADO'], i.estado)
LIMIT 10
