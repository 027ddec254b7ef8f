-- The editions that a course may be of.
-- :many
-- out: id int8, nombre text
SELECT e.id, e.nombre FROM edicion e WHERE e.programa = 'SERVIDORES' ORDER BY e.desde DESC LIMIT 50
