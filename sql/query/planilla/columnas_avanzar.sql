-- The next step of reading an upload.
-- :one
-- in:  planilla_id int8, lote int4
-- out: quedan bool
SELECT planilla_avanzar($1, $2) AS quedan
