-- Adds one of the entity's own tasks to a draft, or changes it.
-- :one
-- in:  plan_id int8, id int8?, version int4, etapa text, titulo text, descripcion text?, quien text, dias int4,
--      cuando text, horas text?, evidencia bool, obligatoria bool, material_id int8?, regimen text?, grupo text?,
--      unidad_id int8?, primer_ingreso bool
-- out: resultado text
SELECT resultado FROM plan_actividad_guardar($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
