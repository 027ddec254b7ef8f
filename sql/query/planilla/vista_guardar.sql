-- Saves corrected cells, a JSON array of [row, column, text], and judges anew.
-- :one
-- in:  planilla_id int8, celdas text
-- out: resultado text, corregidas int8?
SELECT resultado, corregidas
FROM planilla_corregir($1, $2)
