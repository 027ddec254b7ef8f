-- One material that whoever is signed in may change.
-- :one
-- in:  id int8
-- out: id int8, version int4, titulo text, descripcion text?, url text?, nombre_archivo text?, para_orh bool, para_jefe bool,
--      para_servidor bool, etapa text?, retirado bool, usos int4
SELECT m.id, m.version, m.titulo, m.descripcion, m.url, m.nombre_archivo, m.para_orh, m.para_jefe, m.para_servidor, m.etapa,
       m.estado = 'RETIRADO' AS retirado,
       (SELECT count(*)::int FROM plan_actividad a WHERE a.material_id = m.id AND a.entidad_id = m.entidad_id) AS usos
FROM material m
WHERE m.id = $1 AND (m.entidad_id = ambito_orh() OR (m.entidad_id IS NULL AND es_admin()))
