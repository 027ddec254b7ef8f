-- What somebody got in the courses of stage A, the best first.
-- :many
-- in:  vinculo_id int8
-- out: curso text, estado text, nota text?, escala text, fecha date, fuente text, intento int4, aprueba bool, anulado bool,
--      evidencia_id int8?, sustento text?
SELECT cv.nombre AS curso, resultado_en_palabras(r.estado) AS estado, nota_en_palabras(r.nota) AS nota,
       nota_en_palabras(cv.escala) AS escala, r.fecha, fuente_en_palabras(r.fuente) AS fuente, r.intento, r.aprueba,
       a.resultado_id IS NOT NULL AS anulado, r.evidencia_id, r.sustento
FROM curso_resultado r
JOIN curso_version cv ON cv.id = r.curso_version_id
LEFT JOIN curso_anulacion a ON a.resultado_id = r.id
WHERE r.vinculo_id = $1
ORDER BY a.resultado_id IS NOT NULL, r.aprueba DESC, r.nota DESC NULLS LAST, r.id
LIMIT 30
