-- SERVIR validates these stages. ajenas: of those that were so already, how many by somebody else.
-- :one
-- in:  etapas text
-- out: fallidas int4, detalle text?, ajenas int4
SELECT v.fallidas, v.detalle, CASE WHEN v.repetidas > 0 THEN validadas_por_otro($1) ELSE 0 END AS ajenas
FROM etapa_marcar_varias($1, 'VALIDADA', NULL, NULL) v
