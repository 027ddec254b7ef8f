-- Saves what a jefe ticked on the page of their link.
-- :one
-- in:  token_hash text, pedido text
-- out: resultado text, hechas int4, fallidas int4, detalle text?, quedan bool?
SELECT resultado, hechas, fallidas, detalle, quedan FROM jefe_enlace_marcar($1, $2)
