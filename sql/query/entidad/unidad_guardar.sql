-- Changes a unit, unless somebody changed it first. An ended unit is no longer the proposed one.
-- :rows
-- in:  entidad_id int8, id int8, version int4, nombre text, sigla text?, tipo text, nivel int4,
--      padre_id int8?, predeterminado bool, hasta date?
UPDATE organo
SET nombre = $4, sigla = $5, tipo = $6, nivel = $7, padre_id = $8, es_predeterminado = $9 AND $10::date IS NULL,
    vigente_hasta = $10
WHERE entidad_id = $1 AND id = $2 AND version = $3
