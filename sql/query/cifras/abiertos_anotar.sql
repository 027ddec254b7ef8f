-- Notes a download of open data.
-- :one
-- in:  filtros text, filas int4
-- out: id int8
SELECT exportacion_anotar('cifras/abiertos', 'Publicación de datos abiertos', $1, $2) AS id
