-- The lines of a file: the sample with its findings, or all of the population as it is now. No person is named: a stage is
-- its number.
-- :one
-- in:  id int8, poblacion bool
-- out: semilla text, lineas text
SELECT m.semilla, CASE WHEN $2 THEN (
           SELECT csv_linea('etapa', 'sorteo') || coalesce(string_agg(p.id || ',' || muestra_sorteo(m.semilla, p.id) || E'\r\n', '' ORDER BY p.id), '')
           FROM muestra_poblacion(m.estado, m.desde, m.hasta, m.etapa, m.nivel, m.region) p)
       ELSE (
           SELECT csv_linea('orden', 'etapa', 'sorteo', 'entidad', 'tipo', 'fecha de fin', 'resultado', 'verificada')
               || coalesce(string_agg(csv_linea(x.orden::text, x.etapa_id::text, x.sorteo, n.nombre, e.tipo, to_char(e.fecha_fin, 'DD/MM/YYYY'),
                                                en_palabras(x.resultado), to_char(x.verificado_en, 'DD/MM/YYYY HH24:MI')), '' ORDER BY x.orden), '')
           FROM muestra_etapa x JOIN etapa e ON e.id = x.etapa_id JOIN entidad n ON n.id = e.entidad_id
           WHERE x.muestra_id = m.id) END AS lineas
FROM muestra m
WHERE m.id = $1 AND (NOT $2 OR m.poblacion <= 100000)
