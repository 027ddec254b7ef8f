-- Stages some rows of a load.
-- :one
-- in:  carga_id int8, filas text
-- out: filas int4
SELECT mooc_cargar($1, $2) AS filas
