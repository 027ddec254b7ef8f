-- People with something overdue by stage, the entities at work and the budget of the targets.
-- :one
-- out: vencidas_a int8, vencidas_b int8, vencidas_c int8, entidades int8, con_orh int8,
--      con_actividad int8, presupuesto text, lineas int8, consultas int8, consultas_fuera int8, sin_gestor int8
SELECT v.estado AS vencidas_a, v.entidad AS vencidas_b, v.especifica AS vencidas_c, coalesce(r.total, 0) AS entidades,
       coalesce(r.con_orh, 0) AS con_orh, coalesce(r.con_actividad, 0) AS con_actividad,
       b.monto AS presupuesto, b.lineas, q.abiertas AS consultas, q.vencidas AS consultas_fuera,
       entidades_sin_gestor() AS sin_gestor
FROM (SELECT coalesce(sum(monto), 0)::text AS monto, count(*) AS lineas FROM presupuesto) b
CROSS JOIN cifras_vencidas(NULL, hoy()) v
CROSS JOIN consultas_por_responder() q
LEFT JOIN entidades_resumen() r ON true
