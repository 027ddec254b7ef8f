-- Judges the rows of a load that are not done yet.
-- :exec
-- in:  carga_id int8
SELECT mooc_revisar($1)
