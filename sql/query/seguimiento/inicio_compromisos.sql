-- Commitments of the entities in sight that are due by today, the longest overdue first; each row carries
-- how many those are and how many fall in the next seven days.
-- :many
-- out: por_hoy int8, en_siete int8, id int8?, entidad_id int8?, entidad text?, texto text?, responsable text?,
--      fecha_limite date?, vencido bool?
WITH abierto AS MATERIALIZED (
    SELECT c.id, c.entidad_id, c.texto, c.responsable, c.fecha_limite FROM compromiso c
    WHERE c.estado = 'ABIERTO' AND c.fecha_limite <= hoy() + 7),
cuenta AS (
    SELECT count(*) FILTER (WHERE fecha_limite <= hoy()) AS por_hoy,
           count(*) FILTER (WHERE fecha_limite > hoy()) AS en_siete FROM abierto)
SELECT n.por_hoy, n.en_siete, c.id, c.entidad_id, e.nombre AS entidad, c.texto,
       CASE c.responsable WHEN 'ORH' THEN 'la ORH' ELSE 'SERVIR' END AS responsable, c.fecha_limite,
       c.fecha_limite < hoy() AS vencido
FROM cuenta n
LEFT JOIN (abierto c JOIN entidad e ON e.id = c.entidad_id) ON c.fecha_limite <= hoy()
ORDER BY c.fecha_limite, c.id
LIMIT 10
