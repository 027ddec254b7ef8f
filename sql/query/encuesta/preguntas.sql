-- The questions of a survey; util: the ends of its scale are "nada útil" and "muy útil".
-- :many
-- in:  encuesta_id int8
-- out: numero int4, texto text, escala bool, si_no bool, libre bool, util bool
SELECT numero, texto, tipo = 'ESCALA' AS escala, tipo = 'SI_NO' AS si_no, tipo = 'TEXTO' AS libre,
       texto ~* '\mútil\M' AS util
FROM encuesta_pregunta WHERE encuesta_id = $1 ORDER BY numero LIMIT 6
