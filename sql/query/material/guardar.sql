-- Adds a material or changes one.
-- :one
-- in:  id int8?, version int4, titulo text, descripcion text?, url text?, sha256 text?, mime text?, bytes int4?, nombre text?,
--      para_orh bool, para_jefe bool, para_servidor bool, etapa text?, retirado bool
-- out: resultado text
SELECT resultado FROM material_guardar($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
