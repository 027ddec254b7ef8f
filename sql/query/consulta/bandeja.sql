-- The queries in sight by their clock, those without one after; each row carries how many wait and how many
-- are late. `mias`: only those that whoever is signed in answers.
-- :many
-- in:  estado text?, mias bool, para_admin bool, palabra1 text?, palabra2 text?, palabra3 text?, despues_de int8?,
--      limite int4
-- out: abiertas int8, fuera int8, id int8?, numero text?, entidad text?, asunto text?, estado text?, reloj text?,
--      vencida bool?, en_espera bool?, atiende text?, es_admin bool?, creado_en timestamptz?
WITH pagina AS MATERIALIZED (
    SELECT q.id, q.entidad_id, q.asunto, q.estado, q.vence_en, q.atiende_id, q.para_admin, q.creado_en, e.nombre AS entidad
    FROM consulta q JOIN entidad e ON e.id = q.entidad_id
    WHERE ($1::text IS NULL OR q.estado = $1)
      AND (NOT $2 OR q.atiende_id = (SELECT actual_usuario()) OR (q.atiende_id IS NULL AND NOT q.para_admin))
      AND (NOT $3 OR q.para_admin)
      AND ($4::text IS NULL OR ' ' || e.busqueda LIKE '% ' || $4 || '%')
      AND ($5::text IS NULL OR ' ' || e.busqueda LIKE '% ' || $5 || '%')
      AND ($6::text IS NULL OR ' ' || e.busqueda LIKE '% ' || $6 || '%')
      AND ($7::int8 IS NULL OR (coalesce(q.vence_en, 'infinity'), q.id)
           > (SELECT coalesce(c.vence_en, 'infinity'), c.id FROM consulta c WHERE c.id = $7))
    ORDER BY coalesce(q.vence_en, 'infinity'), q.id
    LIMIT $8)
SELECT n.abiertas, n.vencidas AS fuera, q.id, consulta_numero(q.id) AS numero, q.entidad, q.asunto,
       consulta_estado(q.estado) AS estado, consulta_reloj(q.vence_en) AS reloj, q.vence_en < ahora() AS vencida,
       q.estado = 'POR_RESPONDER' AS en_espera, nombre_de_usuario(q.atiende_id) AS atiende, q.para_admin AS es_admin,
       q.creado_en
FROM consultas_por_responder() n
LEFT JOIN pagina q ON true
ORDER BY coalesce(q.vence_en, 'infinity'), q.id
