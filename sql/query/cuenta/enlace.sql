-- Whom a personal link is for. Reading it consumes nothing.
-- :one
-- in:  token_hash text
-- out: resultado text, tipo text?, nombre text?, documento text?, expira timestamptz?, roles text?,
--      registrado_por text?
SELECT resultado, tipo, nombre, numero_documento AS documento, expira_en AS expira, roles, registrado_por FROM cuenta_enlace($1)
