-- A pause: of the person with that document in that entity, or of the whole entity.
-- :one
-- in:  entidad_id int8, documento text?, motivo text, hasta date?
-- out: resultado text
SELECT resultado FROM recordatorio_pausar($1, $2, $3, $4)
