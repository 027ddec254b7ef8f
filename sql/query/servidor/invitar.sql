-- An account for the person of a vinculo, or another link when they have not opened it yet. No
-- date: they have a password already.
-- :one
-- in:  vinculo_id int8, rol text, token_hash text, asunto text, cuerpo text
-- out: resultado text, vence timestamptz?
SELECT resultado, expira_en AS vence FROM servidor_invitar($1, $2, $3, $4, $5)
