-- How many stages wait for SERVIR, up to 1,001; how many are odd; how many came within a week.
-- :one
-- in:  hoy date
-- out: total int8, raras int8, nuevas int8
SELECT (SELECT count(*) FROM (SELECT FROM etapa e WHERE e.estado = 'CULMINADA' LIMIT 1001) x) AS total,
       (SELECT count(*) FROM (SELECT FROM etapa e WHERE e.estado = 'CULMINADA' AND e.rareza IS NOT NULL LIMIT 1001) x)
           AS raras,
       (SELECT count(*) FROM (SELECT FROM etapa e WHERE e.estado = 'CULMINADA'
            AND e.en_cola_desde >= ($1 - 7)::timestamp AT TIME ZONE 'America/Lima' LIMIT 1001) x) AS nuevas
