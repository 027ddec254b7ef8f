-- A new personal link of an account; those before it stop working.
-- :one
-- in:  id int8, tipo text, token_hash text, asunto text, cuerpo text
-- out: resultado text, correo text?
SELECT resultado, correo FROM enlace_crear($1, $2, $3, $4, $5)
