-- The induction of an entity by month of entry, between two days.
-- :many
-- in:  entidad_id int8, desde date, hasta date, hoy date
-- out: mes date, personas int4, a int4, b int4, c int4, completas int4, validadas int4, vencidas int4, con_tareas int4,
--      tareas int4, hechas int4, atrasadas int4
WITH gente AS MATERIALIZED (
    SELECT v.id, date_trunc('month', v.fecha_ingreso)::date AS mes
    FROM vinculo v WHERE v.entidad_id = $1 AND v.fecha_ingreso BETWEEN $2 AND $3),
etapas AS (
    SELECT g.id, bool_or(e.tipo = 'ESTADO' AND e.estado IN ('CULMINADA', 'VALIDADA', 'NO_APLICA')) AS a,
           bool_or(e.tipo = 'ENTIDAD' AND e.estado IN ('CULMINADA', 'VALIDADA', 'NO_APLICA')) AS b,
           bool_or(e.tipo = 'ESPECIFICA' AND e.estado IN ('CULMINADA', 'VALIDADA', 'NO_APLICA')) AS c,
           bool_and(e.estado IN ('VALIDADA', 'NO_APLICA')) AS validada,
           bool_or(etapa_visible(e.estado, e.fecha_limite, $4) = 'VENCIDA') AS vencida
    FROM gente g JOIN etapa e ON e.vinculo_id = g.id GROUP BY g.id),
tareas AS (
    SELECT g.id, count(*) AS todas, count(*) FILTER (WHERE t.estado = 'HECHA') AS hechas,
           count(*) FILTER (WHERE t.estado = 'PENDIENTE' AND t.fecha_prevista < $4 AND etapa_abierta(e.estado)) AS atrasadas
    FROM gente g JOIN actividad t ON t.vinculo_id = g.id JOIN etapa e ON e.id = t.etapa_id
    WHERE t.estado <> 'NO_APLICA' GROUP BY g.id)
SELECT g.mes, count(*)::int AS personas, (count(*) FILTER (WHERE e.a))::int AS a, (count(*) FILTER (WHERE e.b))::int AS b,
       (count(*) FILTER (WHERE e.c))::int AS c, (count(*) FILTER (WHERE e.a AND e.b AND e.c))::int AS completas,
       (count(*) FILTER (WHERE e.validada))::int AS validadas, (count(*) FILTER (WHERE e.vencida))::int AS vencidas,
       count(t.id)::int AS con_tareas, coalesce(sum(t.todas), 0)::int AS tareas, coalesce(sum(t.hechas), 0)::int AS hechas,
       coalesce(sum(t.atrasadas), 0)::int AS atrasadas
FROM gente g LEFT JOIN etapas e ON e.id = g.id LEFT JOIN tareas t ON t.id = g.id
GROUP BY g.mes
ORDER BY g.mes
LIMIT 120
