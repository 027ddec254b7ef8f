-- A sample and what its verification found; the interval is Wilson's of 95 % for the share that is not as it should be.
-- :one
-- in:  id int8
-- out: id int8, nombre text, estado text, desde date, hasta date, etapa text?, nivel text?, region text?, semilla text,
--      tamano int4, poblacion int4, huella text, quien text?, cuando timestamptz, verificadas int8, no_conformes int8,
--      conformes int8, faltan int8, por_ciento text?, intervalo text?, siguiente int8?
SELECT m.id, m.nombre, CASE m.estado WHEN 'VALIDADA' THEN 'Etapas validadas' ELSE 'Etapas culminadas por revisar' END AS estado,
       m.desde, m.hasta, CASE WHEN m.etapa IS NOT NULL THEN etapa_en_palabras(m.etapa) END AS etapa, initcap(m.nivel) AS nivel,
       (SELECT u.nombre FROM ubigeo u WHERE u.codigo = m.region AND u.nivel = 'REGION' ORDER BY u.vigente_hasta NULLS FIRST LIMIT 1)
           AS region,
       m.semilla, m.tamano, m.poblacion, m.huella, nombre_de_usuario(m.usuario_id) AS quien, m.creado_en AS cuando,
       e.verificadas, e.no_conformes, e.verificadas - e.no_conformes AS conformes, m.tamano - e.verificadas AS faltan,
       to_char(100.0 * e.no_conformes / nullif(e.verificadas, 0), 'FM990.0') AS por_ciento,
       intervalo_wilson(e.no_conformes, e.verificadas) AS intervalo,
       (SELECT x.id FROM muestra_etapa x WHERE x.muestra_id = m.id AND x.resultado IS NULL ORDER BY x.orden LIMIT 1) AS siguiente
FROM muestra m
CROSS JOIN LATERAL (SELECT count(x.resultado) AS verificadas, count(*) FILTER (WHERE x.resultado = 'NO_CONFORME') AS no_conformes
                    FROM muestra_etapa x WHERE x.muestra_id = m.id) e
WHERE m.id = $1
