-- The entities in sight with their light and its reasons, who needs most first. Each row carries the
-- counts of each light before the filter by light; with nothing to list, one row without entity does.
-- :many
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, nivel text?, region text?, luz text?,
--      gestor text?, despues_de int8?, limite int4
-- out: rojas int8, ambares int8, verdes int8, total int8, id int8?, version int4?, nombre text?, nivel text?,
--      region text?, gestor_nombre text?, rojo bool?, ambar bool?, razones text?, ultimo_contacto date?,
--      vencidas int8?, abiertas int8?, consultas int8?, compromisos int8?, clave int8?
WITH lista AS MATERIALIZED (SELECT l.* FROM seguimiento_lista($1, $2, $3, $4, $5, $6, $7, $8) l),
cuenta AS (
    SELECT count(*) FILTER (WHERE luz = 3) AS rojas, count(*) FILTER (WHERE luz = 2) AS ambares,
           count(*) FILTER (WHERE luz = 1) AS verdes, count(*) FILTER (WHERE coincide) AS total FROM lista),
pagina AS MATERIALIZED (
    SELECT l.* FROM lista l
    WHERE l.coincide AND ($9::int8 IS NULL OR l.clave < $9) ORDER BY l.clave DESC LIMIT $10)
SELECT c.rojas, c.ambares, c.verdes, c.total, e.id, e.version, e.nombre, e.nivel_gobierno AS nivel, u.nombre AS region,
       g.nombre AS gestor_nombre, p.luz = 3 AS rojo, p.luz = 2 AS ambar, p.razones, p.ultimo_contacto, p.vencidas,
       p.abiertas, p.consultas, p.compromisos, p.clave
FROM cuenta c
LEFT JOIN (pagina p
    JOIN entidad e ON e.id = p.entidad_id
    LEFT JOIN ubigeo u ON u.codigo = left(e.ubigeo, 2)
    LEFT JOIN gestores() g ON g.usuario_id = p.gestor_id) ON true
ORDER BY p.clave DESC
