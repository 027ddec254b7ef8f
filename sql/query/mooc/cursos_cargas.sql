-- The latest loads of results, from files and from Moodle.
-- :many
-- out: id int8, nombre text, curso text, fuente text, creado timestamptz, quien text?, total int8, esperan int8,
--      por_aceptar int8, aceptadas int8, deshecha bool, fallida bool, en_curso bool
SELECT k.id, k.nombre, v.nombre AS curso, fuente_en_palabras(k.fuente) AS fuente, k.creado_en AS creado,
       nombre_de_usuario(k.usuario_id) AS quien, f.total, f.esperan, f.por_aceptar, f.aceptadas,
       k.estado = 'DESHECHA' AS deshecha, k.estado = 'FALLIDA' AS fallida, k.estado IN ('EN_COLA', 'EN_CURSO') AS en_curso
FROM (SELECT x.* FROM mooc_carga x ORDER BY x.id DESC LIMIT 20) k
JOIN curso_version v ON v.id = k.curso_version_id
CROSS JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE x.estado IN ('SIN_COINCIDENCIA', 'POR_CORREGIR')) AS esperan,
           count(*) FILTER (WHERE x.estado IN ('ENTRA', 'OTRA_NOTA')) AS por_aceptar,
           count(*) FILTER (WHERE x.estado = 'ACEPTADA') AS aceptadas
    FROM mooc_fila x WHERE x.carga_id = k.id) f
ORDER BY k.id DESC
LIMIT 20
