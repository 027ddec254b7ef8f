-- One version of the plan of an entity.
-- :one
-- in:  id int8
-- out: id int8, entidad_id int8, entidad text, version int4, estado text, es_borrador bool, es_publicado bool,
--      plantilla_version int4, plantilla_nota text?, documento text?, aprobado_el date?, vigente_desde date?,
--      publicado_en timestamptz?, quien text?, actividades int4, propias int4
SELECT p.id, p.entidad_id, n.nombre AS entidad, p.version, p.estado, p.estado = 'BORRADOR' AS es_borrador,
       p.estado = 'PUBLICADO' AS es_publicado, t.version AS plantilla_version, t.nota AS plantilla_nota,
       p.documento_aprobacion AS documento, p.aprobado_el, p.vigente_desde, p.publicado_en,
       nombre_de_usuario(p.publicado_por) AS quien, c.todas AS actividades, c.propias
FROM plan p
JOIN entidad n ON n.id = p.entidad_id
JOIN plan_plantilla t ON t.id = p.plantilla_id
CROSS JOIN LATERAL (SELECT count(*)::int AS todas, (count(*) FILTER (WHERE a.origen = 'ENTIDAD'))::int AS propias
                    FROM plan_actividad a WHERE a.plan_id = p.id) c
WHERE p.id = $1
