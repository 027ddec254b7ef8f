-- A role by its code, and the entities and regions that a person typed, as codes; else which of
-- them is not known.
-- :one
-- in:  entidades text?, regiones text?, rol text
-- out: entidades text?, regiones text?, desconocida text?, ambigua text?, region_desconocida text?,
--      rol_nombre text?, alcance text?
SELECT a.entidades, a.regiones, a.desconocida, a.ambigua, a.region_desconocida, r.nombre AS rol_nombre,
       r.ambito AS alcance
FROM ambito_leer($1, $2) a
LEFT JOIN rol r ON r.codigo = $3
