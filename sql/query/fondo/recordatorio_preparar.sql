-- Decides again what a reminder still says, just before it goes out.
-- :one
-- in:  correo_id int8, token_hash text
-- out: resultado text, personas int8?, nombre text?, hay_orh bool?, sin_cuenta bool?
SELECT resultado, personas, nombre, hay_orh, sin_cuenta FROM recordatorio_preparar($1, $2)
