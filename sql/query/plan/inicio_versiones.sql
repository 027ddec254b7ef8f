-- The versions of an entity's plan, newest first, with how many people have each.
-- :many
-- in:  entidad_id int8
-- out: id int8, version int4, estado text, documento text?, aprobado_el date?, vigente_desde date?, personas int4
SELECT p.id, p.version, p.estado, p.documento_aprobacion AS documento, p.aprobado_el, p.vigente_desde,
       (SELECT count(DISTINCT a.vinculo_id)::int FROM actividad a WHERE a.plan_id = p.id AND a.entidad_id = p.entidad_id) AS personas
FROM plan p
WHERE p.entidad_id = $1
ORDER BY p.version DESC
LIMIT 100
