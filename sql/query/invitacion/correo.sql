-- Where the mails of an account go, now that it exists.
-- :opt
-- in:  id int8
-- out: correo text?
SELECT u.correo FROM usuario u WHERE u.id = $1
