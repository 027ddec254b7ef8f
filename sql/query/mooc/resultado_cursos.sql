-- The courses that count for the edition of somebody.
-- :many
-- in:  vinculo_id int8
-- out: id int8, nombre text
SELECT c.id, v.nombre || ' (' || acreditacion_en_palabras(v.acreditacion) || ', mínima ' || nota_en_palabras(v.nota_minima)
       || ' de ' || nota_en_palabras(v.escala) || ')' AS nombre
FROM curso c
JOIN LATERAL (SELECT x.* FROM curso_version x WHERE x.curso_id = c.id ORDER BY x.version DESC LIMIT 1) v ON true
WHERE c.vigente AND (c.edicion_id IS NULL OR EXISTS (
    SELECT FROM inscripcion i WHERE i.vinculo_id = $1 AND i.edicion_id = c.edicion_id))
ORDER BY c.id DESC
LIMIT 50
