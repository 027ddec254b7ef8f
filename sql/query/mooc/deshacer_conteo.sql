-- What undoing a load would touch.
-- :opt
-- in:  carga_id int8
-- out: id int8, nombre text, curso text, resultados int8, etapas int8, se_quedan int8, abierta bool
SELECT k.id, k.nombre, v.nombre AS curso, count(r.id) AS resultados,
       count(e.id) FILTER (WHERE e.estado = 'CULMINADA' AND e.version = r.etapa_version) AS etapas,
       count(e.id) FILTER (WHERE e.estado = 'VALIDADA') AS se_quedan, k.estado IN ('ABIERTA', 'HECHA') AS abierta
FROM mooc_carga k
JOIN curso_version v ON v.id = k.curso_version_id
LEFT JOIN curso_resultado r ON r.carga_id = k.id
LEFT JOIN etapa e ON e.id = r.etapa_id
WHERE k.id = $1
GROUP BY k.id, v.nombre
