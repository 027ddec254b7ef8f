-- The courses with their settings of today and what came in.
-- :many
-- out: id int8, codigo text, nombre text, acreditacion text, nota_minima text, escala text, horas int4?, edicion text?,
--      moodle_id int8?, vigente bool, version int4, aprueban int8
SELECT c.id, c.codigo, v.nombre, acreditacion_en_palabras(v.acreditacion) AS acreditacion,
       nota_en_palabras(v.nota_minima) AS nota_minima, nota_en_palabras(v.escala) AS escala, v.horas, e.nombre AS edicion,
       v.moodle_id, c.vigente, v.version, coalesce(r.aprueban, 0) AS aprueban
FROM curso c
JOIN LATERAL (SELECT x.* FROM curso_version x WHERE x.curso_id = c.id ORDER BY x.version DESC LIMIT 1) v ON true
LEFT JOIN edicion e ON e.id = c.edicion_id
LEFT JOIN (SELECT x.curso_id, count(DISTINCT x.persona_id) AS aprueban FROM curso_resultado x
           WHERE x.aprueba AND NOT EXISTS (SELECT FROM curso_anulacion a WHERE a.resultado_id = x.id)
           GROUP BY x.curso_id) r ON r.curso_id = c.id
ORDER BY c.vigente DESC, c.codigo
LIMIT 100
