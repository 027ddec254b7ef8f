-- Takes back a load of results.
-- :one
-- in:  carga_id int8
-- out: resultado text, anulados int8?, devueltas int8?, se_quedan int8?
SELECT resultado, anulados, devueltas, se_quedan
FROM mooc_deshacer($1)
