-- One of the entity's own tasks of a draft, or of any version, which is then only seen.
-- :one
-- in:  id int8
-- out: id int8, plan_id int8, version int4, etapa text, titulo text, descripcion text?, quien text, dias int4,
--      cuando text, horas text?, evidencia bool, opcional bool, material_id int8?, regimen text?, grupo text?,
--      unidad_id int8?, primer_ingreso bool, editable bool
SELECT a.id, a.plan_id, a.version, a.etapa, a.titulo, a.descripcion, a.quien, abs(a.dias) AS dias,
       a.unidad || CASE WHEN a.dias < 0 THEN '_ANTES' ELSE '_DESPUES' END AS cuando, trim_scale(a.horas)::text AS horas,
       a.pide_evidencia AS evidencia, NOT a.obligatoria AS opcional, a.material_id, a.regimenes[1] AS regimen,
       a.grupos[1] AS grupo, a.unidad_id, a.solo_primer_ingreso AS primer_ingreso,
       p.estado = 'BORRADOR' AND a.origen = 'ENTIDAD' AS editable
FROM plan_actividad a JOIN plan p ON p.id = a.plan_id
WHERE a.id = $1 AND a.entidad_id = ambito_orh()
