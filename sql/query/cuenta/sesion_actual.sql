-- The session in use.
-- :one
-- out: id int8
SELECT current_setting('portal.sesion')::int8 AS id
