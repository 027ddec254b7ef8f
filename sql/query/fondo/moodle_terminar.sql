-- The end of a pull.
-- :exec
-- in:  carga_id int8
SELECT mooc_traida_terminar($1)
