-- Where the plan of the entity stands: the template to adopt, the draft, the version in force.
-- :one
-- out: plantilla_id int8?, plantilla_version int4?, plantilla_nombre text?, borrador_id int8?, publicado_id int8?,
--      version int4?, documento text?, aprobado_el date?, vigente_desde date?, futuro bool, plantilla_nueva bool,
--      sin_tareas int4
SELECT t.id AS plantilla_id, t.version AS plantilla_version, t.nombre AS plantilla_nombre, b.id AS borrador_id,
       p.id AS publicado_id, p.version, p.documento_aprobacion AS documento, p.aprobado_el, p.vigente_desde,
       coalesce(p.vigente_desde > hoy(), false) AS futuro, coalesce(p.plantilla_id <> t.id, false) AS plantilla_nueva,
       (SELECT count(DISTINCT e.vinculo_id)::int FROM etapa e WHERE e.id IN (SELECT plan_sin_tareas(ambito_orh()))) AS sin_tareas
FROM (VALUES (1)) AS u (uno)
LEFT JOIN plan_plantilla t ON t.estado = 'PUBLICADA'
LEFT JOIN plan b ON b.entidad_id = ambito_orh() AND b.estado = 'BORRADOR'
LEFT JOIN plan p ON p.entidad_id = ambito_orh() AND p.estado = 'PUBLICADO'
