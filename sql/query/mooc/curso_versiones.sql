-- All settings that a course has had, the latest first, with how many results each judged.
-- :many
-- in:  curso_id int8
-- out: version int4, nombre text, acreditacion text, nota_minima text, escala text, creado timestamptz, quien text?, resultados int8
SELECT v.version, v.nombre, acreditacion_en_palabras(v.acreditacion) AS acreditacion,
       nota_en_palabras(v.nota_minima) AS nota_minima, nota_en_palabras(v.escala) AS escala, v.creado_en AS creado,
       nombre_de_usuario(v.usuario_id) AS quien,
       (SELECT count(*) FROM curso_resultado r WHERE r.curso_version_id = v.id) AS resultados
FROM curso_version v
WHERE v.curso_id = $1
ORDER BY v.version DESC
LIMIT 50
