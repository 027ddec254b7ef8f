-- Puts the rest of a pull into the queue.
-- :exec
-- in:  carga_id int8
SELECT mooc_traida_seguir($1)
