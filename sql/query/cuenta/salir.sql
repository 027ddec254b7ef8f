-- Closes one of one's own sessions; 0 is the one in use.
-- :one
-- in:  sesion_id int8
-- out: resultado text
SELECT resultado FROM sesion_cerrar($1)
