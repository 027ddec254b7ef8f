-- One task with whose it is and what whoever is signed in may do with it.
-- :one
-- in:  id int8
-- out: id int8, version int4, vinculo_id int8, persona_id int8, nombre text, puesto text, titulo text,
--      etapa text, quien text, limite date, ingreso date, horas float8?, hecha_el date?, motivo text?,
--      descripcion text?, pendiente bool, hecha bool, no_aplica bool, vencida bool, obligatoria bool,
--      pide_evidencia bool, puede bool, admite bool
SELECT a.id, a.version, a.vinculo_id, v.persona_id, v.nombre_completo AS nombre, v.puesto, a.titulo,
       etapa_en_palabras(a.tipo) AS etapa, quien_en_palabras(a.quien) AS quien, a.fecha_prevista AS limite,
       v.fecha_ingreso AS ingreso, a.horas::float8 AS horas, a.hecha_el, a.motivo,
       (SELECT p.descripcion FROM plan_actividad p WHERE p.id = a.plan_actividad_id) AS descripcion,
       a.estado = 'PENDIENTE' AS pendiente, a.estado = 'HECHA' AS hecha, a.estado = 'NO_APLICA' AS no_aplica,
       a.estado = 'PENDIENTE' AND a.fecha_prevista < hoy() AS vencida, a.obligatoria, a.pide_evidencia,
       actividad_puede(a, v) AND etapa_abierta(e.estado) AND (v.fecha_cese IS NULL OR v.fecha_cese >= hoy()) AS puede,
       actividad_admite(a, v) AS admite
FROM actividad a
JOIN vinculo v ON v.id = a.vinculo_id
JOIN etapa e ON e.id = a.etapa_id
WHERE a.id = $1
