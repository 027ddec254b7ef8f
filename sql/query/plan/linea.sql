-- One task of SERVIR's template, or one of the entity's own in a plan; only those of a draft are editable.
-- :one
-- in:  id int8, servir bool
-- out: de_id int8, version int4, etapa text, titulo text, descripcion text?, quien text, dias int4, cuando text,
--      horas text?, evidencia bool, opcional bool, material_id int8?, regimen text?, grupo text?, unidad_id int8?,
--      primer_ingreso bool, editable bool
SELECT a.de_id, a.version, a.etapa, a.titulo, a.descripcion, a.quien, abs(a.dias) AS dias,
       a.unidad || CASE WHEN a.dias < 0 THEN '_ANTES' ELSE '_DESPUES' END AS cuando, trim_scale(a.horas)::text AS horas,
       a.pide_evidencia AS evidencia, NOT a.obligatoria AS opcional, a.material_id, array_to_string(a.regimenes, ',') AS regimen,
       array_to_string(a.grupos, ',') AS grupo, a.unidad_id, a.solo_primer_ingreso AS primer_ingreso, a.editable
FROM (
    SELECT x.plan_id AS de_id, x.version, x.etapa, x.titulo, x.descripcion, x.quien, x.dias, x.unidad, x.horas,
           x.pide_evidencia, x.obligatoria, x.material_id, x.regimenes, x.grupos, x.unidad_id, x.solo_primer_ingreso,
           p.estado = 'BORRADOR' AND x.origen = 'ENTIDAD' AS editable
    FROM plan_actividad x JOIN plan p ON p.id = x.plan_id
    WHERE NOT $2 AND x.id = $1 AND x.entidad_id = ambito_orh()
    UNION ALL
    SELECT x.plantilla_id, x.version, x.etapa, x.titulo, x.descripcion, x.quien, x.dias, x.unidad, x.horas,
           x.pide_evidencia, x.obligatoria, x.material_id, x.regimenes, x.grupos, NULL, x.solo_primer_ingreso,
           p.estado = 'BORRADOR'
    FROM plan_plantilla_actividad x JOIN plan_plantilla p ON p.id = x.plantilla_id
    WHERE $2 AND x.id = $1) a
