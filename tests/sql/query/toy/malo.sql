-- A null where none is declared.
-- :one
-- in:  id int8
-- out: nota text
SELECT nota FROM toy WHERE id = $1
