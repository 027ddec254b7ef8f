-- A bounce came back for one of our mails.
-- :one
-- in:  retorno text?, message_id text?, estado text, detalle text?
-- out: resultado text
SELECT resultado FROM correo_rebotar($1, $2, $3, $4)
