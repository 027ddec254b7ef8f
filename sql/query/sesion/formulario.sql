-- A kept form of the person who is signed in.
-- :opt
-- in:  id int8, ruta text
-- out: cuerpo text
SELECT f.cuerpo
FROM formulario_pendiente f
WHERE f.id = $1 AND f.ruta = $2 AND f.usuario_id = actual_usuario() AND f.expira_en > now()
