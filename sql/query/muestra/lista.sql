-- The samples, newest first, with how far their verification is.
-- :many
-- in:  antes_de int8?, limite int4
-- out: id int8, nombre text, cuando timestamptz, quien text?, poblacion int4, tamano int4, verificadas int8, no_conformes int8
SELECT m.id, m.nombre, m.creado_en AS cuando, nombre_de_usuario(m.usuario_id) AS quien, m.poblacion, m.tamano,
       e.verificadas, e.no_conformes
FROM muestra m
CROSS JOIN LATERAL (SELECT count(x.resultado) AS verificadas, count(*) FILTER (WHERE x.resultado = 'NO_CONFORME') AS no_conformes
                    FROM muestra_etapa x WHERE x.muestra_id = m.id) e
WHERE $1::int8 IS NULL OR m.id < $1
ORDER BY m.id DESC
LIMIT $2
