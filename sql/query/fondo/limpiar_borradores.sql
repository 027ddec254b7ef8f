-- Registrations that nobody went on with.
-- :one
-- in:  max int4
-- out: filas int8
SELECT limpiar_borradores($1) AS filas
