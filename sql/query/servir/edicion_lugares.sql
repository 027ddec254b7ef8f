-- The places of an edition for entities. One that the source left open may be set again.
-- :many
-- in:  edicion_id int8
-- out: id int8, orden int4, grupo text, entidad_id int8?, entidad text?, sigla text?, nota text?,
--      por_definir bool, editable bool
SELECT x.id, x.orden, CASE x.grupo WHEN 'GR' THEN 'Gobierno regional' ELSE 'Ministerio' END AS grupo,
       x.entidad_id, n.nombre AS entidad, n.sigla, x.nota, x.entidad_id IS NULL AS por_definir,
       x.entidad_id IS NULL OR coalesce(x.nota ILIKE 'por definir%', false) AS editable
FROM edicion_entidad x
LEFT JOIN entidad n ON n.id = x.entidad_id
WHERE x.edicion_id = $1
ORDER BY x.orden
LIMIT 100
