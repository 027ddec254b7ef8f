-- The pending tasks of an entity, the longest overdue first, one page; `marcadas` are the boxes of a form that is shown
-- again. ver: URGENTES (overdue and within a week), TODAS. actividad_id: one task of the plan, whichever version each has.
-- :many
-- in:  entidad_id int8, hoy date, ver text, quien text?, despues_de int8?, marcadas text?, limite int4,
--      actividad_id int8?
-- out: id int8, version int4, vinculo_id int8, nombre text, titulo text, etapa text, quien text, limite date,
--      dias int4?, vencida bool, de_orh bool, pide_evidencia bool, jefe text?, marcada bool
SELECT a.id, a.version, a.vinculo_id, v.nombre_completo AS nombre, a.titulo, etapa_en_palabras(a.tipo) AS etapa,
       quien_en_palabras(a.quien) AS quien, a.fecha_prevista AS limite, nullif(abs(a.fecha_prevista - $2), 0) AS dias,
       a.fecha_prevista < $2 AS vencida, a.quien = 'ORH' AS de_orh, a.pide_evidencia,
       CASE WHEN a.quien = 'JEFE' THEN v.jefe_nombre END AS jefe,
       a.id IN (SELECT m.id FROM etapas_pedidas($6) m) AS marcada
FROM actividad a
JOIN etapa e ON e.id = a.etapa_id
JOIN vinculo v ON v.id = a.vinculo_id
WHERE a.entidad_id = $1 AND a.estado = 'PENDIENTE' AND etapa_abierta(e.estado)
  AND (v.fecha_cese IS NULL OR v.fecha_cese >= $2)
  AND ($3 = 'TODAS' OR a.fecha_prevista <= $2 + 7)
  AND ($4::text IS NULL OR a.quien = $4)
  AND ($8::int8 IS NULL OR (a.tipo, a.titulo) = (SELECT p.etapa, p.titulo FROM plan_actividad p WHERE p.id = $8))
  AND ($5::int8 IS NULL OR (a.fecha_prevista, a.id) > (SELECT c.fecha_prevista, c.id FROM actividad c WHERE c.id = $5))
ORDER BY a.fecha_prevista, a.id
LIMIT $7
