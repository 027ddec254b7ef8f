-- Queues the mail with a recovery link when the account has an address; the answer never says so.
-- :one
-- in:  tipo_documento text, numero text, address text, token_hash text, asunto text, cuerpo text
-- out: resultado text
SELECT resultado FROM cuenta_recuperar($1, $2, $3, $4, $5, $6)
