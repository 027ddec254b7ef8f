-- What people got in a course, the latest first; the best of each enrolment is marked.
-- :many
-- in:  curso_id int8, ver text?, despues_de int8?, limite int4
-- out: id int8, persona text, documento text, entidad text, vinculo_id int8, intento int4, estado text, nota text?, fecha date,
--      fuente text, carga_id int8?, evidencia_id int8?, aprueba bool, anulado bool, version int4
SELECT r.id, v.nombre_completo AS persona, v.documento, coalesce(n.sigla, n.nombre) AS entidad, r.vinculo_id, r.intento,
       resultado_en_palabras(r.estado) AS estado, nota_en_palabras(r.nota) AS nota, r.fecha,
       fuente_en_palabras(r.fuente) AS fuente, r.carga_id, r.evidencia_id, r.aprueba,
       EXISTS (SELECT FROM curso_anulacion x WHERE x.resultado_id = r.id) AS anulado, cv.version
FROM curso_resultado r
JOIN curso_version cv ON cv.id = r.curso_version_id
JOIN vinculo v ON v.id = r.vinculo_id
JOIN entidad n ON n.id = r.entidad_id
WHERE r.curso_id = $1 AND ($2::text IS NULL OR r.estado = $2) AND ($3::int8 IS NULL OR r.id < $3)
ORDER BY r.id DESC
LIMIT $4
