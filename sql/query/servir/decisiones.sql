-- What SERVIR decided about stages, newest first: append-only events. `que` is VALIDADA, OBSERVADA, REABIERTA
-- (observed after it had been validated) or DESHECHA.
-- :many
-- in:  que text?, desde date?, hasta date?, documento text?, entidad_id int8?, palabra1 text?, palabra2 text?,
--      palabra3 text?, antes_de int8?, limite int4
-- out: id int8, cuando timestamptz, quien text?, que text, estado text, nombre text, vinculo_id int8, etapa_id int8,
--      etapa text, entidad text, motivo text?, deshecha bool, deshacible bool
SELECT x.id, x.conocido_en AS cuando, concat_ws(' ', q.nombres, q.apellido_paterno, q.apellido_materno) AS quien,
       CASE WHEN d.reabierta THEN 'Devuelta después de validada' WHEN x.tipo = 'ETAPA_VALIDADA' THEN 'Validada'
            WHEN x.tipo = 'ETAPA_DESHECHA' THEN 'Se deshizo la decisión' ELSE 'Observada' END AS que,
       substr(x.tipo, 7) AS estado, v.nombre_completo AS nombre, x.vinculo_id, (x.datos ->> 'etapa_id')::int8 AS etapa_id,
       x.datos ->> 'etapa' AS etapa, coalesce(n.sigla, n.nombre) AS entidad, x.datos ->> 'motivo' AS motivo,
       x.tipo <> 'ETAPA_DESHECHA' AND decision_deshecha(x) AS deshecha, x.tipo <> 'ETAPA_DESHECHA' AND decision_deshacible(x) AS deshacible
FROM evento x
CROSS JOIN LATERAL (SELECT coalesce(x.tipo = 'ETAPA_OBSERVADA' AND x.datos #>> '{cambios,estado,0}' = 'VALIDADA', false) AS reabierta) d
JOIN vinculo v ON v.id = x.vinculo_id
JOIN entidad n ON n.id = x.entidad_id
LEFT JOIN usuario u ON u.id = x.usuario_id
LEFT JOIN persona q ON q.id = u.persona_id
WHERE x.tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA', 'ETAPA_DESHECHA')
  AND x.id < coalesce($9, 9223372036854775807)
  AND ($1::text IS NULL OR CASE $1 WHEN 'REABIERTA' THEN d.reabierta
       ELSE x.tipo = 'ETAPA_' || $1 AND NOT d.reabierta END)
  AND ($2::date IS NULL OR x.conocido_en >= $2::timestamptz)
  AND ($3::date IS NULL OR x.conocido_en < ($3 + 1)::timestamptz)
  AND ($4::text IS NULL OR q.numero_documento = $4)
  AND ((SELECT revision_entidades($5, $6, $7, $8, NULL, NULL)) IS NULL
       OR x.entidad_id = ANY ((SELECT revision_entidades($5, $6, $7, $8, NULL, NULL))::int8[]))
ORDER BY x.id DESC
LIMIT $10
