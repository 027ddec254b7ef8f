-- Decides again what a reminder still says, just before it goes out.
-- :one
-- in:  correo_id int8, token_hash text
-- out: resultado text, personas int8?, nombre text?, hay_orh bool?, hay_otros bool?,
--      con_enlace bool?, sin_cuenta bool?
SELECT resultado, personas, nombre, hay_orh, hay_otros, con_enlace, sin_cuenta FROM recordatorio_preparar($1, $2)
