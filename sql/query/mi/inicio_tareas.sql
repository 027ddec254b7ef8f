-- One's own pending tasks in the entity of the role, in the order of the vinculos.
-- :many
-- out: vinculo_id int8, id int8, titulo text, limite date, vencida bool, pide_evidencia bool
SELECT a.vinculo_id, a.id, a.titulo, a.fecha_prevista AS limite, a.fecha_prevista < hoy() AS vencida, a.pide_evidencia
FROM actividad a
JOIN vinculo v ON v.id = a.vinculo_id
JOIN etapa e ON e.id = a.etapa_id
WHERE v.persona_id = actual_persona() AND v.entidad_id = actual_entidad()
  AND a.quien = 'SERVIDOR' AND etapa_abierta(e.estado)
  AND (a.estado = 'PENDIENTE' OR (a.estado = 'HECHA' AND a.pide_evidencia
       AND NOT EXISTS (SELECT FROM evidencia x WHERE x.actividad_id = a.id)))
ORDER BY v.fecha_ingreso DESC, v.id DESC, a.fecha_prevista, a.id
LIMIT 120
