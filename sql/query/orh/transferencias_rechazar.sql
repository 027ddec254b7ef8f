-- The destination says no, and why.
-- :one
-- in:  id int8, respuesta text
-- out: resultado text
SELECT resultado FROM transferencia_rechazar($1, $2)
