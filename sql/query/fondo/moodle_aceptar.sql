-- Takes in some of the results of a pull.
-- :one
-- in:  carga_id int8, revisar bool, lote int4
-- out: resultado text, quedan int8?
SELECT resultado, quedan FROM mooc_aceptar($1, $2, $3)
