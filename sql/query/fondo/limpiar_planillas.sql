-- Rows of old uploads.
-- :one
-- in:  max int4
-- out: filas int8
SELECT limpiar_planillas($1) AS filas
