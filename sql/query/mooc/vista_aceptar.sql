-- Takes in some of the rows that are right.
-- :one
-- in:  carga_id int8, revisar bool, lote int4
-- out: resultado text, registrados int8?, movidas int8?, quedan int8?
SELECT resultado, registrados, movidas, quedan
FROM mooc_aceptar($1, $2, $3)
