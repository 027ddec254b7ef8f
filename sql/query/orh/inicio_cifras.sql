-- What presses and what is missing in an entity today, counted in people, so that each figure is
-- the length of the list it leads to.
-- :one
-- in:  entidad_id int8, hoy date
-- out: vencidas int8, por_vencer int8, observadas int8, sin_jefe int8, por_aceptar int8,
--      enviadas int8, vigentes int8, culminadas int8
SELECT count(*) FILTER (WHERE p.vencida) AS vencidas,
       count(*) FILTER (WHERE p.por_vencer) AS por_vencer,
       count(*) FILTER (WHERE p.observada) AS observadas,
       count(*) FILTER (WHERE v.jefe_nombre IS NULL) AS sin_jefe,
       (SELECT count(*) FROM transferencia t WHERE t.entidad_destino = $1 AND t.estado = 'PROPUESTA') AS por_aceptar,
       (SELECT count(*) FROM transferencia t WHERE t.entidad_origen = $1 AND t.estado = 'PROPUESTA') AS enviadas,
       count(*) AS vigentes,
       count(*) FILTER (WHERE p.culminadas = 3) AS culminadas
FROM vinculo v
LEFT JOIN (
    SELECT e.vinculo_id, bool_or(etapa_visible(e.estado, e.fecha_limite, $2) = 'VENCIDA') AS vencida,
           bool_or(etapa_por_vencer(e.estado, e.fecha_limite, $2) IS NOT NULL) AS por_vencer,
           bool_or(etapa_visible(e.estado, e.fecha_limite, $2) = 'OBSERVADA') AS observada,
           count(*) FILTER (WHERE e.estado IN ('CULMINADA', 'VALIDADA', 'NO_APLICA')) AS culminadas
    FROM etapa e WHERE e.entidad_id = $1 GROUP BY e.vinculo_id) p ON p.vinculo_id = v.id
WHERE v.entidad_id = $1 AND (v.fecha_cese IS NULL OR v.fecha_cese >= $2)
