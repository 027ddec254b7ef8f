-- A child whose parent is only looked for at COMMIT.
-- :exec
-- in:  toy_id int8
INSERT INTO toy_hijo (toy_id) VALUES ($1)
