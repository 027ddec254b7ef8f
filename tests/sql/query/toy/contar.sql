-- Marks toys.
-- :rows
-- in:  dueno int8
UPDATE toy SET n = coalesce(n, 0) + 1 WHERE dueno = $1
