-- Raises the SQLSTATE that it is told.
-- :exec
-- in:  codigo text
SELECT toy_falla($1)
