-- Records a change of a vinculo from a date: the period in force ends the day before.
-- :one
-- in:  id int8, version int4, desde date, organo_id int8?, organo_nombre text?, puesto text, regimen text,
--      grupo text?, tipo_contrato text?, condicion text?, modalidad text, es_confianza bool, sustento text?,
--      jefe_vinculo_id int8?, jefe_nombre text?, motivo text?
-- out: resultado text, tareas int4
SELECT resultado, tareas_ajustadas() AS tareas
FROM servidor_cambiar($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
