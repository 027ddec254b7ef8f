-- Consumes a personal link: sets the password and ends every session of the account.
-- :one
-- in:  token_hash text, clave_hash text
-- out: resultado text, usuario_id int8?
SELECT resultado, usuario_id FROM enlace_usar($1, $2)
