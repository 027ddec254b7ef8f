-- Plans the reminders of today for some mailboxes more.
-- :one
-- in:  max int4
-- out: filas int8
SELECT recordatorio_planificar($1) AS filas
