-- The entity that somebody typed: by short name, RUC, code or whole name.
-- :one
-- in:  texto text?
-- out: id int8?
SELECT min(e.entidad)::int8 AS id FROM (
    SELECT CASE WHEN strpos(entidades, ',') = 0 THEN entidades::int8 END AS entidad FROM ambito_leer($1, NULL)) e
