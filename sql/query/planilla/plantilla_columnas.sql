-- The columns of the template: what goes into each.
-- :many
-- out: codigo text, titulo text, ejemplo text?, obligatoria bool, nota text
SELECT c.codigo, c.titulo, c.ejemplo, n.obligatoria, n.nota
FROM planilla_columnas() c
JOIN planilla_notas() n ON n.codigo = c.codigo
ORDER BY c.orden
LIMIT 50
