-- Opens a load; the same bytes under the same settings answer the earlier one.
-- :one
-- in:  curso_id int8, nombre text, sha256 text, formato text, ignoradas text?, fecha date?
-- out: resultado text, carga_id int8?
SELECT resultado, carga_id
FROM mooc_abrir($1, $2, $3, $4, $5, $6)
