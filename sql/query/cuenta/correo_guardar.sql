-- Sets the mail of one's own account; the address before is told by a mail.
-- :one
-- in:  correo text, asunto text, cuerpo text
-- out: resultado text
SELECT resultado FROM usuario_correo((SELECT actual_usuario()), $1, $2, $3)
