-- How many stages wait for SERVIR, up to 1,001, and how many of those are odd.
-- :one
-- out: total int8, raras int8
SELECT (SELECT count(*) FROM (SELECT FROM etapa e WHERE e.estado = 'CULMINADA' LIMIT 1001) x) AS total,
       (SELECT count(*) FROM (SELECT FROM etapa e WHERE e.estado = 'CULMINADA' AND e.rareza IS NOT NULL LIMIT 1001) x)
           AS raras
