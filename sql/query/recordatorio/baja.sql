-- Whom the mail of this link told, and who of them asked for no more.
-- :many
-- in:  token_hash text
-- out: id int8, nombre text, de_baja bool
SELECT id, nombre, de_baja FROM recordatorio_baja_ver($1) LIMIT 500
