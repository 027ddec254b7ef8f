-- Takes back the people that an upload registered, while nobody has worked on them.
-- :one
-- in:  planilla_id int8
-- out: resultado text, personas int8
SELECT resultado, personas
FROM planilla_deshacer($1)
