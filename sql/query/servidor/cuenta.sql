-- How many servidores a list or its export holds, counted up to `limite`.
-- :one
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, organo_id int8?,
--      etapa text?, estado text?, desde date?, hasta date?, vigencia text, sin_jefe bool, hoy date,
--      limite int4
-- out: total int8
SELECT count(*) AS total
FROM servidor_buscar($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, $12, $13, false)
