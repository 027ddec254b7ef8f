-- Opens an upload; the same bytes again answer the earlier one.
-- :one
-- in:  nombre text, sha256 text, formato text, ignoradas text?, aviso text?
-- out: resultado text, planilla_id int8?
SELECT resultado, planilla_id
FROM planilla_abrir($1, $2, $3, $4, $5)
