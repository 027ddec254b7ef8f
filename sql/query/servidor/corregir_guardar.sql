-- Puts errors of a vinculo and its person right; the old values stay in the event and the audit.
-- :one
-- in:  id int8, version int4, nombres text, apellido_paterno text?, apellido_materno text?, digito text?,
--      sexo text?, fecha_nacimiento date?, correo text?, celular text?, organo_id int8?,
--      organo_nombre text?, puesto text, regimen text, grupo text?, tipo_contrato text?, condicion text?,
--      modalidad text, es_confianza bool, primer_ingreso bool, sustento text?, jefe_vinculo_id int8?,
--      jefe_nombre text?, fecha_ingreso date, fecha_inicio_puesto date, motivo text
-- out: resultado text, tareas int4
SELECT resultado, tareas_ajustadas() AS tareas
FROM servidor_corregir($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                       $21, $22, $23, $24, $25, $26)
