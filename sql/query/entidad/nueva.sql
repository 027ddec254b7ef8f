-- A new entity; its key comes from its short name, or from its name.
-- :one
-- in:  ruc text?, nombre text, sigla text?, tipo text, nivel text, ubigeo text?
-- out: resultado text, entidad_id int8?
SELECT resultado, entidad_id
FROM entidad_crear(btrim(left(replace(portal_buscable(coalesce($3, $2)), ' ', '-'), 40), '-'),
                   $1, $2, $3, $4, $5, $6, NULL, NULL)
