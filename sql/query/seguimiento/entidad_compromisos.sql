-- Commitments of an entity: open ones by date, then those that were closed last.
-- :many
-- in:  entidad_id int8
-- out: id int8, version int4, texto text, responsable text, fecha_limite date, abierto bool, vencido bool, cumplido bool,
--      motivo text?, cerrado_en timestamptz?
SELECT c.id, c.version, c.texto, CASE c.responsable WHEN 'ORH' THEN 'la ORH' ELSE 'SERVIR' END AS responsable,
       c.fecha_limite, c.estado = 'ABIERTO' AS abierto, c.estado = 'ABIERTO' AND c.fecha_limite < hoy() AS vencido,
       c.estado = 'CUMPLIDO' AS cumplido, c.motivo, c.cerrado_en
FROM compromiso c
WHERE c.entidad_id = $1
ORDER BY c.estado <> 'ABIERTO', CASE WHEN c.estado = 'ABIERTO' THEN c.fecha_limite END, c.cerrado_en DESC, c.id
LIMIT 50
