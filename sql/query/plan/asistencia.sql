-- One task of a plan that was published, for its attendance list.
-- :one
-- in:  id int8
-- out: id int8, plan_id int8, version int4, titulo text, etapa text, entidad text, horas text?
SELECT a.id, a.plan_id, p.version, a.titulo, etapa_en_palabras(a.etapa) AS etapa, n.nombre AS entidad,
       trim_scale(a.horas)::text AS horas
FROM plan_actividad a JOIN plan p ON p.id = a.plan_id JOIN entidad n ON n.id = a.entidad_id
WHERE a.id = $1 AND a.entidad_id = ambito_orh()
