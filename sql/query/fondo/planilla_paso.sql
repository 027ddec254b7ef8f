-- A step of reading or registering a large upload; quedan: there is another one.
-- :one
-- in:  cola_id int8, lote int4
-- out: quedan bool
SELECT planilla_paso($1, $2) AS quedan
