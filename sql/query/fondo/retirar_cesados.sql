-- The open stages of who has left.
-- :one
-- in:  max int4
-- out: filas int8
SELECT retirar_cesados($1) AS filas
