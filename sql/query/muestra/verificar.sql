-- One stage of a sample, with whose it is and what was found.
-- :one
-- in:  id int8
-- out: id int8, version int4, muestra_id int8, muestra text, orden int4, tamano int4, etapa_id int8, vinculo_id int8, persona_id int8,
--      nombre text, documento text, entidad text, etapa text, estado text, fecha_ingreso date, fecha_inicio date?, fecha_fin date?,
--      fecha_limite date, motivo text?, rareza text?, resultado text?, nota text?, quien text?, cuando timestamptz?
SELECT x.id, x.version, m.id AS muestra_id, m.nombre AS muestra, x.orden, m.tamano, e.id AS etapa_id, v.id AS vinculo_id, v.persona_id,
       v.nombre_completo AS nombre, v.documento, n.nombre AS entidad, etapa_en_palabras(e.tipo) AS etapa, e.estado, v.fecha_ingreso,
       e.fecha_inicio, e.fecha_fin, e.fecha_limite, e.motivo, rareza_en_palabras(etapa_rareza(e)) AS rareza, x.resultado, x.nota,
       nombre_de_usuario(x.verificado_por) AS quien, x.verificado_en AS cuando
FROM muestra_etapa x
JOIN muestra m ON m.id = x.muestra_id
JOIN etapa e ON e.id = x.etapa_id
JOIN vinculo v ON v.id = e.vinculo_id
JOIN entidad n ON n.id = e.entidad_id
WHERE x.id = $1
