-- The versions of SERVIR's plan template, newest first; a draft only for SERVIR.
-- :many
-- out: id int8, version int4, nombre text, nota text?, estado text, borrador bool, publicada_en timestamptz?, quien text?,
--      actividades int4, entidades int4
SELECT p.id, p.version, p.nombre, p.nota, p.estado, p.estado = 'BORRADOR' AS borrador, p.publicada_en,
       nombre_de_usuario(p.publicada_por) AS quien,
       (SELECT count(*)::int FROM plan_plantilla_actividad a WHERE a.plantilla_id = p.id) AS actividades,
       (SELECT count(*)::int FROM plan x WHERE x.plantilla_id = p.id AND x.estado = 'PUBLICADO') AS entidades
FROM plan_plantilla p
ORDER BY p.version DESC
LIMIT 100
