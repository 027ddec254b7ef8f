-- The queries of an ORH, the newest first.
-- :many
-- in:  entidad_id int8, estado text?, despues_de int8?, limite int4
-- out: id int8, numero text, asunto text, estado text, en_espera bool, toca_orh bool, reloj text?, creado_en timestamptz
SELECT q.id, consulta_numero(q.id) AS numero, q.asunto, consulta_estado(q.estado) AS estado,
       q.estado = 'POR_RESPONDER' AS en_espera, q.estado = 'POR_ACLARAR' AS toca_orh, consulta_reloj(q.vence_en) AS reloj,
       q.creado_en
FROM consulta q
WHERE q.entidad_id = $1 AND ($2::text IS NULL OR q.estado = $2) AND ($3::int8 IS NULL OR q.id < $3)
ORDER BY q.id DESC
LIMIT $4
