-- Takes a role away.
-- :one
-- in:  id int8, motivo text?
-- out: resultado text
SELECT resultado FROM asignacion_revocar($1, $2)
