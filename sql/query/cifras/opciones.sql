-- The choices of the filters of a figure: editions (the one in force first), regions and régimenes
-- that somebody has.
-- :many
-- out: lista text, codigo text, nombre text
SELECT lista, codigo, nombre FROM (
    SELECT 'EDICION' AS lista, e.id::text AS codigo, e.nombre,
           row_number() OVER (ORDER BY hoy() BETWEEN e.desde AND coalesce(e.hasta, 'infinity') DESC,
                              e.desde <= hoy() DESC, e.desde DESC) AS n
    FROM edicion e WHERE e.programa = 'SERVIDORES'
    UNION ALL
    SELECT 'REGION', u.codigo, u.nombre, row_number() OVER (ORDER BY u.codigo) FROM ubigeo u WHERE u.nivel = 'REGION'
    UNION ALL
    SELECT 'REGIMEN', r.codigo, r.nombre_corto, row_number() OVER (ORDER BY r.orden, r.codigo) FROM regimen r) x
ORDER BY lista, n
LIMIT 200
