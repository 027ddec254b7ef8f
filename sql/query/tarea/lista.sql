-- One list of attendance of many people: of their stages (e) or of their tasks (t), "id.version,…", of a day.
-- :one
-- in:  clase text, ids text, fecha date, sha256 text, tipo text, bytes int4, nombre text
-- out: fallidas int4, detalle text?
SELECT fallidas, detalle FROM evidencia_lista($1, $2, $3, $4, $5, $6, $7)
