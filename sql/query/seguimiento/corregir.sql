-- One contact, to be said again rightly.
-- :one
-- in:  id int8
-- out: id int8, entidad_id int8, entidad text, fecha date, canal text, con_quien text?, tema text, nota text?,
--      corregible bool
SELECT c.id, c.entidad_id, e.nombre AS entidad, c.fecha, c.canal, c.con_quien, c.tema, c.nota,
       c.usuario_id = actual_usuario() AND NOT EXISTS (SELECT FROM contacto k WHERE k.corrige_id = c.id) AS corregible
FROM contacto c JOIN entidad e ON e.id = c.entidad_id
WHERE c.id = $1
