-- What the constancia of a stage says; hay only when the stage was finished.
-- :one
-- in:  id int8
-- out: id int8, vinculo_id int8, persona_id int8, nombre text, documento text, entidad text, puesto text, etapa text,
--      estado text, hay bool, validada bool, fecha_ingreso date, fecha_fin date?, horas text?, heredada bool, origen text?,
--      horas_curso int4?, codigo text
SELECT e.id, v.id AS vinculo_id, v.persona_id, v.nombre_completo AS nombre, t.sigla || ' ' || v.documento AS documento,
       n.nombre AS entidad, v.puesto, substr(etapa_en_palabras(e.tipo), 4) AS etapa, e.estado,
       e.estado IN ('CULMINADA', 'VALIDADA') AS hay, e.estado = 'VALIDADA' AS validada, v.fecha_ingreso, e.fecha_fin,
       CASE WHEN c.horas IS NULL THEN
           (SELECT trim_scale(sum(a.horas))::text FROM actividad a WHERE a.etapa_id = e.id AND a.estado = 'HECHA') END AS horas,
       e.heredada_de IS NOT NULL AS heredada, ed.nombre AS origen, c.horas AS horas_curso,
       regexp_replace(e.constancia, '(....)(....)(....)', '\1-\2-\3') AS codigo
FROM etapa e
CROSS JOIN LATERAL etapa_horas_curso(e) AS c (horas)
JOIN vinculo v ON v.id = e.vinculo_id
JOIN persona p ON p.id = v.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
JOIN entidad n ON n.id = v.entidad_id
JOIN inscripcion i ON i.id = e.inscripcion_id
LEFT JOIN edicion ed ON ed.id = i.edicion_id
WHERE e.id = $1
