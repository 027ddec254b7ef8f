-- What a plan asks for, by stage, or what a version of SERVIR's template does. enlace: where whoever may changes it.
-- :many
-- in:  plan_id int8?, plantilla_id int8?
-- out: id int8, etapa text, etapa_nombre text, titulo text, descripcion text?, quien text, cuando text, horas text?,
--      evidencia bool, opcional bool, propia bool, para text?, material_id int8?, material text?, url text?,
--      enlace text?, quitable bool, asistencia text?
SELECT x.id, x.etapa, etapa_en_palabras(x.etapa) AS etapa_nombre, x.titulo, x.descripcion, quien_en_palabras(x.quien) AS quien,
       plan_cuando(x.dias, x.unidad) AS cuando, trim_scale(x.horas)::text AS horas, x.pide_evidencia AS evidencia,
       NOT x.obligatoria AS opcional, x.propia, plan_para(x.regimenes, x.grupos, x.unidad_id, x.solo_primer_ingreso) AS para,
       m.id AS material_id, m.titulo AS material, m.url, x.enlace, x.enlace IS NOT NULL OR (x.borrador AND NOT x.obligatoria) AS quitable,
       x.asistencia
FROM (SELECT a.id, a.etapa, a.orden, a.titulo, a.descripcion, a.quien, a.dias, a.unidad, a.horas, a.pide_evidencia,
             a.obligatoria, a.material_id, a.regimenes, a.grupos, a.unidad_id, a.solo_primer_ingreso,
             a.origen = 'ENTIDAD' AS propia, p.estado = 'BORRADOR' AND p.entidad_id = ambito_orh() AS borrador,
             CASE WHEN p.estado = 'BORRADOR' AND a.origen = 'ENTIDAD' AND p.entidad_id = ambito_orh()
                  THEN '/plan/actividad/' || a.id END AS enlace,
             CASE WHEN p.estado <> 'BORRADOR' AND a.etapa <> 'ESTADO' AND p.entidad_id = ambito_orh()
                  THEN '/plan/asistencia/' || a.id END AS asistencia
      FROM plan_actividad a JOIN plan p ON p.id = a.plan_id WHERE a.plan_id = $1
      UNION ALL
      SELECT a.id, a.etapa, a.orden, a.titulo, a.descripcion, a.quien, a.dias, a.unidad, a.horas, a.pide_evidencia,
             a.obligatoria, a.material_id, a.regimenes, a.grupos, NULL, a.solo_primer_ingreso, false,
             p.estado = 'BORRADOR' AND es_admin(),
             CASE WHEN p.estado = 'BORRADOR' AND es_admin() THEN '/plan/plantilla_actividad/' || a.id END, NULL
      FROM plan_plantilla_actividad a JOIN plan_plantilla p ON p.id = a.plantilla_id WHERE a.plantilla_id = $2) x
LEFT JOIN material m ON m.id = x.material_id AND m.estado = 'VIGENTE'
ORDER BY array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], x.etapa), x.orden, x.id
LIMIT 200
