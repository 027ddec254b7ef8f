-- The latest queries of an entity, those that wait first.
-- :many
-- in:  entidad_id int8
-- out: id int8, numero text, asunto text, estado text, reloj text?
SELECT q.id, consulta_numero(q.id) AS numero, q.asunto, consulta_estado(q.estado) AS estado,
       consulta_reloj(q.vence_en) AS reloj
FROM consulta q
WHERE q.entidad_id = $1
ORDER BY q.vence_en, q.id DESC
LIMIT 10
