-- Lets go of one's own kept form: it was sent.
-- :exec
-- in:  id int8
SELECT formulario_soltar($1)
