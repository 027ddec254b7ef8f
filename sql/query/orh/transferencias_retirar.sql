-- The origin takes its proposal back.
-- :one
-- in:  id int8, respuesta text?
-- out: resultado text
SELECT resultado FROM transferencia_retirar($1, $2)
