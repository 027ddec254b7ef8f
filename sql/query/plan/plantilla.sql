-- One version of SERVIR's plan template.
-- :one
-- in:  id int8
-- out: id int8, version int4, nombre text, nota text?, estado text, es_borrador bool, publicada_en timestamptz?,
--      actividades int4, anterior int4?, entidades int4
SELECT p.id, p.version, p.nombre, p.nota, p.estado, p.estado = 'BORRADOR' AS es_borrador, p.publicada_en,
       (SELECT count(*)::int FROM plan_plantilla_actividad a WHERE a.plantilla_id = p.id) AS actividades,
       v.version AS anterior, (SELECT count(*)::int FROM plan x WHERE x.estado = 'PUBLICADO') AS entidades
FROM plan_plantilla p
LEFT JOIN plan_plantilla v ON v.estado = 'PUBLICADA' AND v.id <> p.id
WHERE p.id = $1
