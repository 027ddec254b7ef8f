-- Second step: keeps the form in the draft.
-- :one
-- in:  token text, nombres text?, apellido_paterno text?, apellido_materno text?, correo text?,
--      celular text?, organo_id int8?, organo_nombre text?, puesto text, regimen text, grupo text?,
--      tipo_contrato text?, condicion text?, modalidad text, es_confianza bool, primer_ingreso bool,
--      documento_sustento text?, jefe_vinculo_id int8?, jefe_nombre text?,
--      fecha_ingreso date
-- out: resultado text
SELECT resultado
FROM registro_guardar($1, $2, $3, $4, NULL, NULL, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                      $17, $18, $19, $20, $20)
