-- Sets one's own password and closes the other sessions.
-- :one
-- in:  clave_hash text
-- out: resultado text
SELECT resultado FROM clave_cambiar($1)
