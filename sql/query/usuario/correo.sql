-- Sets the mail of an account, or none; the address before is told by a mail.
-- :one
-- in:  id int8, correo text?, asunto text, cuerpo text
-- out: resultado text
SELECT resultado FROM usuario_correo($1, $2, $3, $4)
