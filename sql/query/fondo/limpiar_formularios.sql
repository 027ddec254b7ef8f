-- Forms of expired sessions whose time is over.
-- :one
-- in:  max int4
-- out: filas int8
SELECT limpiar_formularios($1) AS filas
