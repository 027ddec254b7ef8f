-- The open stages of an entity, the longest overdue first, one page; `marcadas` are the boxes of a
-- form that is shown again. ver: URGENTES (overdue, within a week, observed), OBSERVADAS, TODAS.
-- :many
-- in:  entidad_id int8, hoy date, ver text, etapa text?, despues_de int8?, marcadas text?, limite int4
-- out: id int8, version int4, vinculo_id int8, nombre text, puesto text, etapa text, estado text,
--      fecha_limite date, fecha_ingreso date, vencida bool, dias int4?, observada bool, motivo text?,
--      de_estado bool, de_puesto bool, jefe text?, marcada bool, falta text?
SELECT e.id, e.version, e.vinculo_id, v.nombre_completo AS nombre, v.puesto, etapa_en_palabras(e.tipo) AS etapa,
       CASE WHEN e.estado = 'OBSERVADA' THEN e.estado ELSE etapa_visible(e.estado, e.fecha_limite, $2) END AS estado,
       e.fecha_limite, v.fecha_ingreso, e.fecha_limite < $2 AS vencida, nullif(abs(e.fecha_limite - $2), 0) AS dias,
       e.estado = 'OBSERVADA' AS observada, e.motivo, e.tipo = 'ESTADO' AS de_estado,
       e.tipo = 'ESPECIFICA' AS de_puesto, v.jefe_nombre AS jefe,
       e.id IN (SELECT m.id FROM etapas_pedidas($6) m) AS marcada, etapa_falta(e.id) AS falta
FROM etapa e
JOIN vinculo v ON v.id = e.vinculo_id
WHERE e.entidad_id = $1 AND etapa_abierta(e.estado)
  AND (v.fecha_cese IS NULL OR v.fecha_cese >= $2)
  AND CASE $3 WHEN 'TODAS' THEN true WHEN 'OBSERVADAS' THEN e.estado = 'OBSERVADA'
          ELSE e.fecha_limite <= $2 + 7 OR e.estado = 'OBSERVADA' END
  AND ($4::text IS NULL OR e.tipo = $4)
  AND ($5::int8 IS NULL OR (e.fecha_limite, e.vinculo_id, e.id)
       > (SELECT c.fecha_limite, c.vinculo_id, c.id FROM etapa c WHERE c.id = $5))
ORDER BY e.fecha_limite, e.vinculo_id, e.id
LIMIT $7
