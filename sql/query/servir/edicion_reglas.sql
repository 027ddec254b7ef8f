-- The rule versions that an edition goes by, one row a stage (one row when it has none).
-- :many
-- in:  edicion_id int8
-- out: codigo text, version int4, desde date, hasta date?, texto text, meses int4?, referencia text?,
--      fuente text, etapa text?, dias int4?, unidad text?, base text?, responsable text?
SELECT r.codigo, r.version, r.vigente_desde AS desde, r.vigente_hasta AS hasta, r.texto, r.meses_en_puesto AS meses,
       r.fecha_referencia AS referencia, r.fuente,
       CASE s.tipo WHEN 'ESTADO' THEN 'A. Al Estado' WHEN 'ENTIDAD' THEN 'B. A la entidad'
                   WHEN 'ESPECIFICA' THEN 'C. Al puesto' END AS etapa,
       s.dias, CASE s.unidad WHEN 'HABIL' THEN 'días hábiles' WHEN 'CALENDARIO' THEN 'días calendario' END AS unidad,
       CASE s.base WHEN 'INGRESO' THEN 'el ingreso' WHEN 'INICIO_PUESTO' THEN 'el inicio en el puesto' END AS base,
       CASE s.responsable WHEN 'JEFE' THEN 'Jefe inmediato' ELSE s.responsable END AS responsable
FROM edicion e
JOIN regla r ON r.programa = e.programa AND (r.edicion_id = e.id OR r.edicion_id IS NULL)
    AND r.vigente_desde <= coalesce(e.hasta, 'infinity') AND coalesce(r.vigente_hasta, 'infinity') >= e.desde
LEFT JOIN regla_etapa s ON s.regla_id = r.id
WHERE e.id = $1
ORDER BY r.version DESC, r.id, array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], s.tipo)
LIMIT 60
