-- Who has that task still to do, whichever version of the plan they have; with elegidas only those. One more than the page
-- shows tells that there are more. The list goes from hand to hand: of a document its end.
-- :many
-- in:  id int8, elegidas text?
-- out: vinculo_id int8, nombre text, documento text, organo text?, fecha date, elegida bool
SELECT v.id AS vinculo_id, v.nombre_completo AS nombre, '•••••' || right(v.documento, 3) AS documento, o.nombre AS organo, t.fecha_prevista AS fecha,
       $2::text IS NOT NULL AS elegida
FROM plan_actividad a
JOIN actividad t ON t.entidad_id = a.entidad_id AND t.tipo = a.etapa AND t.titulo = a.titulo AND t.estado = 'PENDIENTE'
JOIN etapa e ON e.id = t.etapa_id AND etapa_abierta(e.estado)
JOIN vinculo v ON v.id = t.vinculo_id
LEFT JOIN organo o ON o.id = v.organo_id
WHERE a.id = $1 AND a.entidad_id = ambito_orh()
  AND ($2::text IS NULL OR v.id IN (SELECT p.id FROM etapas_pedidas($2) p))
ORDER BY v.orden_nombre, v.id
LIMIT 201
