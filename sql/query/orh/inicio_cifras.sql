-- What presses and what is missing in an entity today.
-- :one
-- in:  entidad_id int8, hoy date
-- out: vencidas int8, por_vencer int8, observadas int8, sin_jefe int8, por_aceptar int8,
--      enviadas int8, vigentes int8, culminadas int8
SELECT (SELECT count(*) FROM etapa e WHERE e.entidad_id = $1 AND e.fecha_limite < $2
          AND e.estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')) AS vencidas,
       (SELECT count(*) FROM etapa e WHERE e.entidad_id = $1 AND e.fecha_limite BETWEEN $2 AND $2 + 7
          AND e.estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')) AS por_vencer,
       (SELECT count(*) FROM etapa e WHERE e.entidad_id = $1 AND e.estado = 'OBSERVADA') AS observadas,
       (SELECT count(*) FROM vinculo v WHERE v.entidad_id = $1 AND v.jefe_nombre IS NULL AND v.fecha_cese IS NULL) AS sin_jefe,
       (SELECT count(*) FROM transferencia t WHERE t.entidad_destino = $1 AND t.estado = 'PROPUESTA') AS por_aceptar,
       (SELECT count(*) FROM transferencia t WHERE t.entidad_origen = $1 AND t.estado = 'PROPUESTA') AS enviadas,
       (SELECT count(*) FROM vinculo v WHERE v.entidad_id = $1 AND v.fecha_cese IS NULL) AS vigentes,
       (SELECT count(*) FROM etapa e WHERE e.entidad_id = $1 AND e.estado IN ('CULMINADA', 'VALIDADA')) AS culminadas
