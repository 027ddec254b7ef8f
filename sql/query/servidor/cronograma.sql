-- The dated tasks of a person, by date, with the stage that each belongs to.
-- :many
-- in:  vinculo_id int8, hoy date
-- out: id int8, fecha date, titulo text, etapa text, quien text, horas text?, evidencia bool, opcional bool, estado text,
--      hecha_el date?, motivo text?, descripcion text?, plan_id int8, plan_version int4, material_id int8?, material text?, url text?
SELECT a.id, a.fecha_prevista AS fecha, a.titulo, etapa_en_palabras(a.tipo) AS etapa,
       CASE a.quien WHEN 'JEFE' THEN coalesce('El jefe: ' || v.jefe_nombre, 'El jefe inmediato') WHEN 'SERVIDOR' THEN v.nombre_completo
           ELSE quien_en_palabras(a.quien) END AS quien,
       trim_scale(a.horas)::text AS horas, a.pide_evidencia AS evidencia, NOT a.obligatoria AS opcional,
       CASE WHEN a.estado = 'HECHA' THEN 'CULMINADA' WHEN a.estado = 'NO_APLICA' OR e.estado = 'NO_APLICA' THEN 'NO_APLICA'
            WHEN e.estado = 'RETIRADO' THEN 'RETIRADO' WHEN NOT etapa_abierta(e.estado) THEN e.estado
            WHEN a.fecha_prevista < $2 THEN 'VENCIDA' ELSE 'PENDIENTE' END AS estado,
       a.hecha_el, a.motivo, pa.descripcion, a.plan_id, p.version AS plan_version, m.id AS material_id, m.titulo AS material, m.url
FROM actividad a
JOIN vinculo v ON v.id = a.vinculo_id
JOIN etapa e ON e.id = a.etapa_id
JOIN plan_actividad pa ON pa.id = a.plan_actividad_id
JOIN plan p ON p.id = a.plan_id
LEFT JOIN material m ON m.id = pa.material_id AND m.estado = 'VIGENTE'
WHERE a.vinculo_id = $1
ORDER BY a.fecha_prevista, array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], a.tipo), pa.orden, a.id
LIMIT 200
