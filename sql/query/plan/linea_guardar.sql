-- Adds a task to a draft, or changes it: of SERVIR's template, or one of the entity's own of its plan. CASE
-- runs one of the two.
-- :one
-- in:  servir bool, de_id int8, id int8?, version int4, etapa text, titulo text, descripcion text?, quien text,
--      dias int4, cuando text, horas text?, evidencia bool, obligatoria bool, material_id int8?, regimen text?,
--      grupo text?, unidad_id int8?, primer_ingreso bool
-- out: resultado text
SELECT CASE WHEN $1
    THEN (SELECT g.resultado FROM plan_plantilla_guardar($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $18) g)
    ELSE (SELECT g.resultado FROM plan_actividad_guardar($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) g)
    END AS resultado
