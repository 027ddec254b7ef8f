-- The materials for a jefe or a servidor, by stage.
-- :many
-- out: id int8, titulo text, descripcion text?, url text?, kb int4?, etapa text?, de_servir bool
SELECT m.id, m.titulo, m.descripcion, m.url, (m.bytes + 1023) / 1024 AS kb,
       CASE WHEN m.etapa IS NOT NULL THEN etapa_en_palabras(m.etapa) END AS etapa, m.entidad_id IS NULL AS de_servir
FROM material m
WHERE m.estado = 'VIGENTE'
ORDER BY array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], m.etapa) NULLS FIRST, m.titulo, m.id
LIMIT 400
