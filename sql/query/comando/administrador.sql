-- The first administrator; an account that exists is left as it is.
-- :one
-- in:  numero text, nombres text, apellido text, clave_hash text, debe_cambiar bool
-- out: resultado text
SELECT resultado FROM administrador_crear('01', $1, $2, $3, NULL, NULL, $4, $5)
