-- The columns of an upload are known: its rows may be read.
-- :one
-- in:  planilla_id int8, columnas text, sin_titulos bool, recordar bool
-- out: resultado text, filas int4?
SELECT resultado, filas
FROM planilla_elegir($1, $2, $3, $4)
