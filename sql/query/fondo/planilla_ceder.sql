-- A long job goes to the end of the queue.
-- :exec
-- in:  cola_id int8
SELECT planilla_ceder($1)
