-- What a column may be.
-- :many
-- out: codigo text, titulo text
SELECT codigo, titulo FROM planilla_columnas() ORDER BY orden LIMIT 50
