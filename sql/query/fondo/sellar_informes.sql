-- Seals the report of the month that ended, once.
-- :one
-- in:  max int4
-- out: filas int8
SELECT informes_sellar($1) AS filas
