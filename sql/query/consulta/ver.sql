-- One query with whose turn it is and what may be done.
-- :one
-- in:  id int8
-- out: id int8, version int4, numero text, entidad_id int8, entidad text, asunto text, estado text, codigo text, reloj text?,
--      vencida bool, atiende text?, es_admin bool, vinculo_id int8?, persona_id int8?, persona text?, documento text?,
--      es_orh bool, es_servir bool, creado_en timestamptz
SELECT q.id, q.version, consulta_numero(q.id) AS numero, q.entidad_id, e.nombre AS entidad, q.asunto,
       consulta_estado(q.estado) AS estado, q.estado AS codigo, consulta_reloj(q.vence_en) AS reloj,
       coalesce(q.vence_en < ahora(), false) AS vencida,
       CASE WHEN q.atiende_id IS NOT NULL THEN nombre_de_usuario(q.atiende_id)
            ELSE (SELECT g.nombre FROM entidad_gestor(q.entidad_id) g) END AS atiende,
       q.para_admin AS es_admin, v.id AS vinculo_id, v.persona_id, v.nombre_completo AS persona, v.documento,
       coalesce(consulta_lado(q) = 'ORH', false) AS es_orh, coalesce(consulta_lado(q) = 'SERVIR', false) AS es_servir,
       q.creado_en
FROM consulta q
JOIN entidad e ON e.id = q.entidad_id
LEFT JOIN vinculo v ON v.id = q.vinculo_id
WHERE q.id = $1
