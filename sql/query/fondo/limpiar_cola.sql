-- Jobs done long ago.
-- :one
-- in:  max int4
-- out: filas int8
SELECT limpiar_cola($1) AS filas
