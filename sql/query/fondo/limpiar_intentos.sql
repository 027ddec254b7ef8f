-- Old sign-in attempts.
-- :one
-- in:  max int4
-- out: filas int8
SELECT limpiar_intentos($1) AS filas
