-- The entities and regions that a person typed, as codes; else which of them is not known.
-- :one
-- in:  entidades text?, regiones text?
-- out: entidades text?, regiones text?, desconocida text?, ambigua text?, region_desconocida text?
SELECT entidades, regiones, desconocida, ambigua, region_desconocida FROM ambito_leer($1, $2)
