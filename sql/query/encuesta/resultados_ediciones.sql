-- The editions that have a survey, newest first.
-- :many
-- out: id int8, nombre text
SELECT e.id, e.nombre FROM edicion e WHERE EXISTS (SELECT FROM encuesta s WHERE s.edicion_id = e.id AND s.publicada_en IS NOT NULL)
ORDER BY e.desde DESC LIMIT 40
