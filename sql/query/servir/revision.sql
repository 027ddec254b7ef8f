-- Finished stages that wait for SERVIR: odd ones first, then the oldest. `marcadas` are the boxes of
-- a form that is shown again; the first time those without oddities are ticked.
-- :many
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, nivel text?, region text?, etapa text?,
--      raras text?, llego int4?, hoy date, despues_de int8?, enviado bool, marcadas text?, limite int4
-- out: id int8, version int4, vinculo_id int8, nombre text, documento text, entidad text, etapa text,
--      fecha_ingreso date, fecha_fin date, fecha_limite date, dias int4, llego date?, rareza text?, motivo text?,
--      heredada bool, marcada bool
SELECT e.id, e.version, e.vinculo_id, v.nombre_completo AS nombre, v.documento, coalesce(n.sigla, n.nombre) AS entidad,
       etapa_en_palabras(e.tipo) AS etapa, v.fecha_ingreso, e.fecha_fin, e.fecha_limite,
       e.fecha_fin - v.fecha_ingreso AS dias, e.en_cola_desde::date AS llego, rareza_en_palabras(e.rareza) AS rareza, e.motivo,
       e.heredada_de IS NOT NULL AS heredada,
       CASE WHEN $12 THEN e.id IN (SELECT m.id FROM etapas_pedidas($13) m) ELSE e.rareza IS NULL END AS marcada
FROM revision_cola((SELECT revision_entidades($1, $2, $3, $4, $5, $6)), $7, $8, $9, $10, $11, $14)
    WITH ORDINALITY AS c (id, orden)
JOIN etapa e ON e.id = c.id
JOIN vinculo v ON v.id = e.vinculo_id
JOIN entidad n ON n.id = e.entidad_id
ORDER BY c.orden
LIMIT $14
