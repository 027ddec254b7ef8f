-- Sleeps.
-- :exec
-- in:  s float8
SELECT pg_sleep($1)
