-- Answers by question, where enough came; NULL where not.
-- :many
-- in:  edicion_id int8, region text?, etapa text?
-- out: version int4, numero int4, texto text, escala bool, si_no bool, etapa text?, n int8?, media float8?,
--      c1 int4?, c2 int4?, c3 int4?, c4 int4?, c5 int4?
SELECT version, numero, texto, tipo = 'ESCALA' AS escala, tipo = 'SI_NO' AS si_no, etapa_en_palabras(etapa) AS etapa, n, media,
       c1, c2, c3, c4, c5
FROM encuesta_resultados($1, $2, $3)
ORDER BY version DESC, numero
LIMIT 60
