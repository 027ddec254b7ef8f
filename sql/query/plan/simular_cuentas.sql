-- How much a plan would ask of each, and what deserves a look before it is published.
-- :one
-- in:  plan_id int8, desde date, hasta date
-- out: personas int4, ejemplo bool, tareas int4, orh int4, jefe int4, servidor int4, tutor int4, horas text?,
--      sin_jefe int4, antes int4, inhabil int4, tarde int4, dia_largo int4, falta_b bool, falta_c bool, con_tutor bool
WITH s AS MATERIALIZED (SELECT x.vinculo_id, x.sin_jefe, x.etapa, x.quien, x.fecha, x.horas, x.plazo, x.ingreso
                        FROM plan_simular($1, $2, $3) x)
SELECT count(DISTINCT coalesce(s.vinculo_id, 0))::int AS personas, coalesce(bool_or(s.vinculo_id IS NULL), true) AS ejemplo,
       count(*)::int AS tareas, (count(*) FILTER (WHERE s.quien = 'ORH'))::int AS orh,
       (count(*) FILTER (WHERE s.quien = 'JEFE'))::int AS jefe, (count(*) FILTER (WHERE s.quien = 'SERVIDOR'))::int AS servidor,
       (count(*) FILTER (WHERE s.quien = 'TUTOR'))::int AS tutor, trim_scale(sum(s.horas))::text AS horas,
       (count(DISTINCT s.vinculo_id) FILTER (WHERE s.sin_jefe AND s.quien IN ('JEFE', 'TUTOR')))::int AS sin_jefe,
       (count(*) FILTER (WHERE s.fecha < s.ingreso AND s.quien = 'SERVIDOR'))::int AS antes,
       (count(*) FILTER (WHERE NOT dia_habil(s.fecha)))::int AS inhabil,
       (count(*) FILTER (WHERE s.fecha > s.plazo))::int AS tarde,
       (SELECT count(*)::int FROM (SELECT FROM s d GROUP BY d.vinculo_id, d.fecha HAVING sum(d.horas) > 8) l) AS dia_largo,
       NOT coalesce(bool_or(s.etapa = 'ENTIDAD'), false) AS falta_b, NOT coalesce(bool_or(s.etapa = 'ESPECIFICA'), false) AS falta_c,
       coalesce(bool_or(s.quien = 'TUTOR'), false) AS con_tutor
FROM s
