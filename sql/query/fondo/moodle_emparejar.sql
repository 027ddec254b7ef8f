-- Finds whose the staged enrolled are, and marks whom to ask about.
-- :exec
-- in:  carga_id int8
SELECT mooc_traida_emparejar($1)
