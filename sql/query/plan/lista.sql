-- Entities with a plan, or with people in induction and none; by name.
-- :many
-- in:  estado text?, despues_de int8?
-- out: id int8, nombre text, plan_id int8?, version int4?, estado text?, documento text?, vigente_desde date?,
--      plantilla int4?
SELECT n.id, n.nombre, p.id AS plan_id, p.version, p.estado, p.documento_aprobacion AS documento, p.vigente_desde,
       t.version AS plantilla
FROM entidad n
LEFT JOIN LATERAL (SELECT x.id, x.version, x.estado, x.documento_aprobacion, x.vigente_desde, x.plantilla_id FROM plan x
                   WHERE x.entidad_id = n.id AND x.estado <> 'REEMPLAZADO'
                   ORDER BY x.estado = 'PUBLICADO' DESC LIMIT 1) p ON true
LEFT JOIN plan_plantilla t ON t.id = p.plantilla_id
WHERE (ve_todo() OR n.id = ANY (ambito_gestor()))
  AND CASE WHEN $1 = 'SIN_PLAN' THEN p.id IS NULL AND EXISTS (SELECT FROM vinculo v WHERE v.entidad_id = n.id)
           ELSE p.estado = coalesce($1, p.estado) END
  AND ($2::int8 IS NULL OR (n.nombre, n.id) > (SELECT d.nombre, d.id FROM entidad d WHERE d.id = $2))
ORDER BY n.nombre, n.id
LIMIT 51
