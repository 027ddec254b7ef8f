-- Closes all of one's own sessions, or all but this one.
-- :one
-- in:  menos_esta bool
-- out: cerradas int4
SELECT cerradas FROM sesion_cerrar_todas($1)
