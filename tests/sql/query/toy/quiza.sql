-- Perhaps a toy.
-- :opt
-- in:  id int8
-- out: nombre text, n int4?
SELECT nombre, n FROM toy WHERE id = $1
