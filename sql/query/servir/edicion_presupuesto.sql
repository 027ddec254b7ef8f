-- The budget lines of an edition: the literal label, and the corrected one when it is wrong there.
-- :many
-- in:  edicion_id int8
-- out: orden int4, etiqueta text, corregida text?, monto text, descripcion text?, nota text?
SELECT b.orden, b.etiqueta, b.etiqueta_corregida AS corregida, b.monto::text, b.descripcion, b.nota
FROM presupuesto b
WHERE b.edicion_id = $1
ORDER BY b.orden
LIMIT 100
