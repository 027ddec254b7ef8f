-- A new link for the jefe of a vinculo; its mail goes into the outbox when there is an address.
-- :one
-- in:  vinculo_id int8, token_hash text, correo text?, asunto text, cuerpo text
-- out: resultado text
SELECT resultado FROM jefe_enlace_crear($1, $2, $3, $4, $5)
