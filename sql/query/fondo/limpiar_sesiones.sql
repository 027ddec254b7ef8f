-- Sessions closed or over long ago.
-- :one
-- in:  max int4
-- out: filas int8
SELECT limpiar_sesiones($1) AS filas
