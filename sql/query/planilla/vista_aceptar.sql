-- Accepts the next batch of what is right.
-- :one
-- in:  planilla_id int8, revisar bool, cambian bool, lote int4
-- out: resultado text, registradas int8, cambiadas int8, quedan int8
SELECT resultado, registradas, cambiadas, quedan
FROM planilla_aceptar($1, $2, $3, $4)
