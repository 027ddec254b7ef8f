-- Ends the link of the jefe of a vinculo.
-- :one
-- in:  vinculo_id int8
-- out: resultado text
SELECT resultado FROM jefe_enlace_anular($1)
