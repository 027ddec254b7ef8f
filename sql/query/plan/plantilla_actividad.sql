-- One task of SERVIR's template.
-- :one
-- in:  id int8
-- out: id int8, plantilla_id int8, version int4, etapa text, titulo text, descripcion text?, quien text, dias int4,
--      cuando text, horas text?, evidencia bool, opcional bool, material_id int8?, regimen text?, grupo text?,
--      primer_ingreso bool, editable bool
SELECT a.id, a.plantilla_id, a.version, a.etapa, a.titulo, a.descripcion, a.quien, abs(a.dias) AS dias,
       a.unidad || CASE WHEN a.dias < 0 THEN '_ANTES' ELSE '_DESPUES' END AS cuando, trim_scale(a.horas)::text AS horas,
       a.pide_evidencia AS evidencia, NOT a.obligatoria AS opcional, a.material_id, a.regimenes[1] AS regimen,
       a.grupos[1] AS grupo, a.solo_primer_ingreso AS primer_ingreso, p.estado = 'BORRADOR' AS editable
FROM plan_plantilla_actividad a JOIN plan_plantilla p ON p.id = a.plantilla_id
WHERE a.id = $1
