-- Notes a download of the rows that wait: what for, of which load, how many.
-- :one
-- in:  carga_id int8, proposito text, filas int4
-- out: id int8
SELECT exportacion_anotar('mooc/descargar', $2, format('carga=%s', $1::int8), $3) AS id
