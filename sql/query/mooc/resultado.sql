-- Somebody of the entity with their stage A.
-- :opt
-- in:  vinculo_id int8
-- out: id int8, persona_id int8, nombre text, documento text, etapa_id int8?, estado text?, cerrada bool
SELECT v.id, v.persona_id, v.nombre_completo AS nombre, v.documento, e.id AS etapa_id, e.estado,
       e.id IS NULL OR e.heredada_de IS NOT NULL OR e.estado IN ('VALIDADA', 'RETIRADO') AS cerrada
FROM vinculo v
LEFT JOIN LATERAL (SELECT x.* FROM etapa x WHERE x.vinculo_id = v.id AND x.tipo = 'ESTADO' ORDER BY x.id DESC LIMIT 1) e ON true
WHERE v.id = $1 AND v.entidad_id = ambito_orh()
