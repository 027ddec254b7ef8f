-- The questions of a survey.
-- :many
-- in:  encuesta_id int8
-- out: numero int4, texto text, escala bool, si_no bool, libre bool
SELECT numero, texto, tipo = 'ESCALA' AS escala, tipo = 'SI_NO' AS si_no, tipo = 'TEXTO' AS libre
FROM encuesta_pregunta WHERE encuesta_id = $1 ORDER BY numero LIMIT 6
