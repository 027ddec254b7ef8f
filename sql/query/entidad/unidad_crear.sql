-- A new unit of an entity in sight.
-- :rows
-- in:  entidad_id int8, nombre text, sigla text?, tipo text, nivel int4, padre_id int8?,
--      predeterminado bool, hasta date?
INSERT INTO organo (entidad_id, nombre, sigla, tipo, nivel, padre_id, es_predeterminado, vigente_desde, vigente_hasta)
SELECT $1, $2, $3, $4, $5, $6, $7, least(hoy(), $8::date), $8
WHERE entidad_visible($1)
