-- Whom the publication of a draft touches.
-- :one
-- in:  plan_id int8
-- out: anterior int4?, con_anterior int4, sin_tareas int4
SELECT p.version AS anterior,
       (SELECT count(DISTINCT a.vinculo_id)::int FROM actividad a WHERE a.entidad_id = b.entidad_id) AS con_anterior,
       (SELECT count(DISTINCT e.vinculo_id)::int FROM etapa e WHERE e.id IN (SELECT plan_sin_tareas(b.entidad_id))) AS sin_tareas
FROM plan b
LEFT JOIN plan p ON p.entidad_id = b.entidad_id AND p.estado = 'PUBLICADO'
WHERE b.id = $1
