-- The columns that a planilla may have, with an example each.
-- :many
-- out: titulo text, ejemplo text?
SELECT titulo, ejemplo FROM planilla_columnas() ORDER BY orden LIMIT 50
