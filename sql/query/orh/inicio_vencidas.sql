-- The stages of an entity that are longest overdue, with who must act.
-- :many
-- in:  entidad_id int8, hoy date
-- out: vinculo_id int8, nombre text, tipo text, fecha_limite date, dias int4, de_estado bool,
--      de_entidad bool, de_puesto bool
SELECT e.vinculo_id, v.nombre_completo AS nombre, e.tipo, e.fecha_limite, $2 - e.fecha_limite AS dias,
       e.tipo = 'ESTADO' AS de_estado, e.tipo = 'ENTIDAD' AS de_entidad, e.tipo = 'ESPECIFICA' AS de_puesto
FROM etapa e JOIN vinculo v ON v.id = e.vinculo_id
WHERE e.entidad_id = $1 AND e.fecha_limite < $2 AND etapa_abierta(e.estado)
  AND (v.fecha_cese IS NULL OR v.fecha_cese >= $2)
ORDER BY e.fecha_limite, e.vinculo_id
LIMIT 10
