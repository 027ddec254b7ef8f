-- A course with its settings of today.
-- :one
-- in:  id int8
-- out: id int8, codigo text, nombre text, acreditacion text, nota_minima text, escala text, escala_origen text, horas int4?,
--      cierre date?, edicion_id int8?, moodle_id int8?, vigente bool, version int4, resultados int8
SELECT c.id, c.codigo, v.nombre, v.acreditacion, nota_en_palabras(v.nota_minima) AS nota_minima,
       nota_en_palabras(v.escala) AS escala, nota_en_palabras(v.escala_origen) AS escala_origen, v.horas, v.cierre,
       c.edicion_id, v.moodle_id, c.vigente, v.version,
       (SELECT count(*) FROM curso_resultado r WHERE r.curso_id = c.id) AS resultados
FROM curso c
JOIN LATERAL (SELECT x.* FROM curso_version x WHERE x.curso_id = c.id ORDER BY x.version DESC LIMIT 1) v ON true
WHERE c.id = $1
