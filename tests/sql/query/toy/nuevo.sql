-- A new toy.
-- :exec
-- in:  id int8, nombre text?, dueno int8
INSERT INTO toy (id, nombre, dueno) VALUES ($1, $2, $3)
