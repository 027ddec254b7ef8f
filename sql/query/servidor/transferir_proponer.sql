-- Proposes a move to another entity.
-- :one
-- in:  id int8, destino int8, fecha date, motivo text?
-- out: resultado text
SELECT resultado FROM transferencia_proponer($1, $2, $3, $4)
