-- Stages what Moodle answered about some.
-- :exec
-- in:  carga_id int8, respuestas text, llamadas int4
SELECT mooc_traida_guardar($1, $2, $3)
