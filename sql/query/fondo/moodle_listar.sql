-- Stages the enrolled of a course in Moodle, all at once.
-- :exec
-- in:  carga_id int8, usuarios text, llamadas int4
SELECT mooc_traida_listar($1, $2, $3)
