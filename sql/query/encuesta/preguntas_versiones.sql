-- The versions of the survey of an edition, newest first, each with its questions.
-- :many
-- in:  edicion_id int8
-- out: encuesta_id int8, version int4, publicada timestamptz?, quien text?, numero int4, texto text, tipo text, etapa text?, primera bool, ultima bool
SELECT s.id AS encuesta_id, s.version, s.publicada_en AS publicada, nombre_de_usuario(s.publicada_por) AS quien, q.numero, q.texto, q.tipo,
       q.etapa, q.numero = 1 AS primera, q.numero = max(q.numero) OVER (PARTITION BY s.id) AS ultima
FROM encuesta s JOIN encuesta_pregunta q ON q.encuesta_id = s.id
WHERE s.edicion_id = $1
ORDER BY s.version DESC, q.numero
LIMIT 120
