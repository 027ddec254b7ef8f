-- The stages of a sample in the order of the draw.
-- :many
-- in:  id int8
-- out: id int8, orden int4, etapa_id int8, nombre text, entidad text, etapa text, fecha_fin date?, sorteo text,
--      resultado text?, palabra text, nota text?, quien text?, cuando timestamptz?
SELECT x.id, x.orden, x.etapa_id, v.nombre_completo AS nombre, coalesce(n.sigla, n.nombre) AS entidad,
       etapa_en_palabras(e.tipo) AS etapa, e.fecha_fin, left(x.sorteo, 12) AS sorteo,
       CASE x.resultado WHEN 'CONFORME' THEN 'VALIDADA' WHEN 'NO_CONFORME' THEN 'OBSERVADA' END AS resultado,
       CASE x.resultado WHEN 'CONFORME' THEN 'Conforme' WHEN 'NO_CONFORME' THEN 'No conforme' ELSE 'Por verificar' END AS palabra,
       x.nota, nombre_de_usuario(x.verificado_por) AS quien, x.verificado_en AS cuando
FROM muestra_etapa x
JOIN etapa e ON e.id = x.etapa_id
JOIN vinculo v ON v.id = e.vinculo_id
JOIN entidad n ON n.id = e.entidad_id
WHERE x.muestra_id = $1
ORDER BY x.orden
LIMIT 500
