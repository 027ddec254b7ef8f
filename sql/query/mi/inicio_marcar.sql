-- The jefe has finished the specific stage of these people.
-- :one
-- in:  etapas text, fecha date
-- out: fallidas int4, detalle text?
SELECT fallidas, detalle FROM etapa_marcar_varias($1, 'CULMINADA', $2, NULL)
