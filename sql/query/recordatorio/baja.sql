-- Whom the mail of this link told, and who of them asked for no more.
-- :many
-- in:  token_hash text
-- out: destino text, nombre text, de_baja bool
SELECT destino, nombre, de_baja FROM recordatorio_baja_ver($1) LIMIT 500
