-- Ends every session of an account.
-- :one
-- in:  id int8
-- out: resultado text
SELECT resultado FROM usuario_cerrar_sesiones($1)
