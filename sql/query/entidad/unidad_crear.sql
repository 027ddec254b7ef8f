-- A new unit of an entity in sight; none when one in force has its name.
-- :rows
-- in:  entidad_id int8, nombre text, sigla text?, tipo text, nivel int4, padre_id int8?,
--      predeterminado bool, hasta date?
INSERT INTO organo (entidad_id, nombre, sigla, tipo, nivel, padre_id, es_predeterminado, vigente_desde, vigente_hasta)
SELECT $1, $2, $3, $4, $5, $6, $7, least(hoy(), $8::date), $8
WHERE entidad_visible($1)
ON CONFLICT (entidad_id, portal_buscable(nombre)) WHERE vigente_hasta IS NULL DO NOTHING
