-- A commitment is done, cancelled or open again.
-- :one
-- in:  id int8, version int4, estado text, motivo text?
-- out: resultado text, entidad_id int8?
SELECT resultado, entidad_id FROM compromiso_mover($1, $2, $3, $4)
