-- The file of a sealed report, as it was.
-- :opt
-- in:  id int8
-- out: nombre text, contenido text
SELECT lower(e.codigo) || '-' || to_char(i.mes, 'YYYY-MM') AS nombre, i.contenido
FROM informe i JOIN edicion e ON e.id = i.edicion_id WHERE i.id = $1
