-- A kept form of the person who is signed in.
-- :opt
-- in:  id int8, ruta text
-- out: cuerpo text
SELECT f.cuerpo FROM formulario_ver($1) f WHERE f.ruta = $2
