-- The values that the columns of the template offer.
-- :many
-- out: codigo text, orden int8, valor text
SELECT l.codigo, l.orden, l.valor
FROM planilla_listas() l
JOIN planilla_columnas() c ON c.codigo = l.codigo
WHERE l.orden <= 1000
ORDER BY c.orden, l.orden
LIMIT 5000
