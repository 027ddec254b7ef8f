-- Materials in sight: one's own first, the withdrawn last.
-- :many
-- out: id int8, titulo text, descripcion text?, url text?, nombre_archivo text?, kb int4?, para text, etapa text?,
--      de_servir bool, retirado bool, editable bool, version int4, actualizado_en timestamptz
SELECT m.id, m.titulo, m.descripcion, m.url, m.nombre_archivo, (m.bytes + 1023) / 1024 AS kb,
       material_para(m.para_orh, m.para_jefe, m.para_servidor) AS para,
       CASE WHEN m.etapa IS NOT NULL THEN etapa_en_palabras(m.etapa) END AS etapa, m.entidad_id IS NULL AS de_servir,
       m.estado = 'RETIRADO' AS retirado,
       coalesce(m.entidad_id = ambito_orh(), false) OR (m.entidad_id IS NULL AND es_admin()) AS editable, m.version, m.actualizado_en
FROM material m
WHERE (m.entidad_id IS NULL OR m.entidad_id = ambito_orh())
  AND (m.estado = 'VIGENTE' OR m.entidad_id = ambito_orh() OR ve_todo())
ORDER BY m.estado = 'RETIRADO', m.entidad_id IS NULL, m.etapa NULLS FIRST, m.titulo, m.id
LIMIT 400
