-- These stages ended that day.
-- :one
-- in:  etapas text, fecha date
-- out: hechas int4, fallidas int4, detalle text?
SELECT hechas + repetidas AS hechas, fallidas, detalle FROM etapa_marcar_varias($1, 'CULMINADA', $2, NULL)
