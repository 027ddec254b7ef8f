-- No more reminders, or again.
-- :one
-- in:  token_hash text, destino text?, volver bool
-- out: resultado text
SELECT resultado FROM recordatorio_baja_guardar($1, $2, $3)
