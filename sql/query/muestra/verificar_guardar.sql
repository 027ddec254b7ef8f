-- What was found of one stage of a sample.
-- :one
-- in:  id int8, version int4, resultado text, nota text?
-- out: resultado text, muestra_id int8?, siguiente int8?
SELECT resultado, muestra_id, siguiente FROM muestra_verificar($1, $2, $3, $4)
