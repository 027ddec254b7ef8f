-- The load of each gestor, and of nobody: entities by light, what they did in 30 days, what is late.
-- :many
-- out: gestor text, nombre text?, entidades int8, rojas int8, ambares int8, verdes int8, contactos int8,
--      compromisos_vencidos int8, consultas int8, consultas_vencidas int8
WITH s AS MATERIALIZED (SELECT x.* FROM seguimiento_semaforo() x),
quien AS (SELECT g.usuario_id, g.nombre FROM gestores() g UNION ALL SELECT NULL, NULL)
SELECT coalesce(q.usuario_id::text, 'SIN') AS gestor, q.nombre, count(s.entidad_id) AS entidades,
       count(*) FILTER (WHERE s.luz = 3) AS rojas, count(*) FILTER (WHERE s.luz = 2) AS ambares,
       count(*) FILTER (WHERE s.luz = 1) AS verdes,
       (SELECT count(*) FROM contacto c WHERE c.usuario_id = q.usuario_id AND c.fecha > hoy() - 30) AS contactos,
       coalesce(sum(s.compromisos_vencidos), 0)::int8 AS compromisos_vencidos,
       coalesce(sum(s.consultas), 0)::int8 AS consultas, coalesce(sum(s.consultas_vencidas), 0)::int8 AS consultas_vencidas
FROM quien q LEFT JOIN s ON s.gestor_id IS NOT DISTINCT FROM q.usuario_id
GROUP BY q.usuario_id, q.nombre
ORDER BY q.nombre NULLS LAST, q.usuario_id
LIMIT 101
