-- The seats of each term, by kind: the universe that a target is compared with.
-- :many
-- out: periodo text, eleccion text, gobernadores int8, provinciales int8, distritales int8, total int8
SELECT p.codigo AS periodo, coalesce(string_agg(DISTINCT x.nombre, ', '), '') AS eleccion,
       count(*) FILTER (WHERE c.tipo = 'GOBERNADOR_REGIONAL') AS gobernadores,
       count(*) FILTER (WHERE c.tipo = 'ALCALDE_PROVINCIAL') AS provinciales,
       count(*) FILTER (WHERE c.tipo = 'ALCALDE_DISTRITAL') AS distritales, count(*) AS total
FROM cargo_electo c
JOIN periodo_gobierno p ON p.id = c.periodo_id
LEFT JOIN proceso_electoral x ON x.id = c.proceso_id
GROUP BY p.id, p.codigo
ORDER BY p.codigo
LIMIT 20
