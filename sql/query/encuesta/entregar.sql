-- A link for a person of the ORH to answer with.
-- :one
-- in:  vinculo_id int8, token_hash text
-- out: resultado text
SELECT resultado FROM encuesta_entregar($1, $2)
