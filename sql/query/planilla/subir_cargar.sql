-- Stages some rows of an upload: columnas is a JSON array of codes, filas one of arrays of cells.
-- :one
-- in:  planilla_id int8, columnas text, filas text
-- out: filas int4
SELECT planilla_cargar($1, $2, $3) AS filas
