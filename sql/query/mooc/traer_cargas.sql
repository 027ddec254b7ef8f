-- The latest pulls of a course: who asked, what came of it.
-- :many
-- in:  curso_id int8
-- out: id int8, creado timestamptz, quien text?, completa bool, hecha bool, fallida bool, deshecha bool, error text?, llamadas int4,
--      total int8, nuevos int8, sin_coincidencia int8, segundos int4?
SELECT k.id, k.creado_en AS creado, nombre_de_usuario(k.usuario_id) AS quien, k.completa, k.estado = 'HECHA' AS hecha,
       k.estado = 'FALLIDA' AS fallida, k.estado = 'DESHECHA' AS deshecha, k.error, k.llamadas, f.total,
       (SELECT count(*) FROM curso_resultado r WHERE r.carga_id = k.id) AS nuevos, f.sin_coincidencia,
       extract(epoch FROM k.terminado_en - k.creado_en)::integer AS segundos
FROM (SELECT x.* FROM mooc_carga x WHERE x.curso_id = $1 AND x.fuente = 'MOODLE' ORDER BY x.id DESC LIMIT 20) k
CROSS JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE z.estado = 'SIN_COINCIDENCIA') AS sin_coincidencia
    FROM mooc_fila z WHERE z.carga_id = k.id) f
ORDER BY k.id DESC
LIMIT 20
