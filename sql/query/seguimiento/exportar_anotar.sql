-- Notes an export: what for, with which filters, how many rows.
-- :one
-- in:  proposito text, filtros text, filas int4
-- out: id int8
SELECT exportacion_anotar('seguimiento/cartera', $1, $2, $3) AS id
