-- Links at the foot of old reminders.
-- :one
-- in:  max int4
-- out: filas int8
SELECT limpiar_bajas($1) AS filas
