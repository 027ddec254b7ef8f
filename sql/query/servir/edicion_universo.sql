-- The seats of an edition's term by region, and how many have a known holder.
-- :many
-- in:  edicion_id int8
-- out: region text, gobernadores int8, provinciales int8, distritales int8, total int8, conocidos int8
SELECT u.nombre AS region, count(*) FILTER (WHERE c.tipo = 'GOBERNADOR_REGIONAL') AS gobernadores,
       count(*) FILTER (WHERE c.tipo = 'ALCALDE_PROVINCIAL') AS provinciales,
       count(*) FILTER (WHERE c.tipo = 'ALCALDE_DISTRITAL') AS distritales, count(*) AS total,
       count(*) FILTER (WHERE EXISTS (SELECT FROM autoridad a WHERE a.cargo_electo_id = c.id
                                         AND a.estado IN ('ELECTA', 'EN_FUNCIONES', 'ENCARGADA'))) AS conocidos
FROM edicion e
JOIN cargo_electo c ON c.periodo_id = e.periodo_id
JOIN ubigeo u ON u.codigo = left(c.ubigeo, 2)
WHERE e.id = $1 AND e.programa = 'FUNCIONARIOS'
GROUP BY u.codigo, u.nombre
ORDER BY u.codigo
LIMIT 30
