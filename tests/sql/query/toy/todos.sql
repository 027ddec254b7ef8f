-- How many there are; no arguments.
-- :one
-- out: n int8, pid int4, solo text
SELECT count(*) AS n, pg_backend_pid() AS pid, current_setting('transaction_read_only') AS solo FROM toy
