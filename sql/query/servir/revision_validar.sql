-- SERVIR validates these stages.
-- :one
-- in:  etapas text
-- out: fallidas int4, detalle text?
SELECT fallidas, detalle FROM etapa_marcar_varias($1, 'VALIDADA', NULL, NULL)
