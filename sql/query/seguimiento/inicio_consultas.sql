-- Queries that whoever is signed in answers, by their clock; each row carries how many there are.
-- :many
-- out: abiertas int8, fuera int8, id int8?, numero text?, entidad text?, asunto text?, reloj text?, vencida bool?
SELECT n.abiertas, n.vencidas AS fuera, q.id, consulta_numero(q.id) AS numero, e.nombre AS entidad, q.asunto,
       consulta_reloj(q.vence_en) AS reloj, q.vence_en < ahora() AS vencida
FROM consultas_por_responder() n
LEFT JOIN (consulta q JOIN entidad e ON e.id = q.entidad_id)
    ON q.estado = 'POR_RESPONDER'
   AND (q.atiende_id = actual_usuario() OR (q.atiende_id IS NULL AND NOT q.para_admin))
ORDER BY q.vence_en, q.id
LIMIT 10
