-- Corrects one's own mail and phone.
-- :one
-- in:  correo text?, celular text?
-- out: resultado text
SELECT resultado FROM contacto_propio($1, $2)
