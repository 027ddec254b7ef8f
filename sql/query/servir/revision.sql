-- Finished stages that wait for SERVIR: odd ones first, then the oldest. `marcadas` are the boxes of
-- a form that is shown again; the first time those without oddities are ticked.
-- :many
-- in:  etapa text?, palabra1 text?, palabra2 text?, palabra3 text?, nivel text?, region text?, raras text?,
--      despues_de int8?, enviado bool, marcadas text?, limite int4
-- out: id int8, version int4, vinculo_id int8, nombre text, documento text, entidad text, etapa text,
--      fecha_ingreso date, fecha_fin date, fecha_limite date, dias int4, rareza text?, motivo text?,
--      heredada bool, marcada bool
SELECT e.id, e.version, e.vinculo_id, v.nombre_completo AS nombre, v.documento, coalesce(n.sigla, n.nombre) AS entidad,
       etapa_en_palabras(e.tipo) AS etapa, v.fecha_ingreso, e.fecha_fin, e.fecha_limite,
       e.fecha_fin - v.fecha_ingreso AS dias, rareza_en_palabras(e.rareza) AS rareza, e.motivo,
       e.heredada_de IS NOT NULL AS heredada,
       CASE WHEN $9 THEN e.id IN (SELECT m.id FROM etapas_pedidas($10) m) ELSE e.rareza IS NULL END AS marcada
FROM etapa e
JOIN vinculo v ON v.id = e.vinculo_id
JOIN entidad n ON n.id = e.entidad_id
WHERE e.estado = 'CULMINADA'
  AND ($1::text IS NULL OR e.tipo = $1)
  AND ($2::text IS NULL OR ' ' || n.busqueda LIKE '% ' || $2 || '%')
  AND ($3::text IS NULL OR ' ' || n.busqueda LIKE '% ' || $3 || '%')
  AND ($4::text IS NULL OR ' ' || n.busqueda LIKE '% ' || $4 || '%')
  AND ($5::text IS NULL OR n.nivel_gobierno = $5)
  AND ($6::text IS NULL OR left(n.ubigeo, 2) = $6)
  AND ($7::text IS NULL OR ($7 = '1') = (e.rareza IS NOT NULL))
  AND ($8::int8 IS NULL OR ((e.rareza IS NULL), e.fecha_fin, e.id)
       > (SELECT c.rareza IS NULL, c.fecha_fin, c.id FROM etapa c WHERE c.id = $8))
ORDER BY (e.rareza IS NULL), e.fecha_fin, e.id
LIMIT $11
