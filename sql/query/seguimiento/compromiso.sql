-- One commitment, to be closed or opened again.
-- :one
-- in:  id int8
-- out: id int8, version int4, entidad_id int8, entidad text, texto text, responsable text, fecha_limite date, estado text,
--      abierto bool, vencido bool, motivo text?
SELECT c.id, c.version, c.entidad_id, e.nombre AS entidad, c.texto,
       CASE c.responsable WHEN 'ORH' THEN 'la ORH' ELSE 'SERVIR' END AS responsable, c.fecha_limite, c.estado,
       c.estado = 'ABIERTO' AS abierto, c.estado = 'ABIERTO' AND c.fecha_limite < hoy() AS vencido, c.motivo
FROM compromiso c JOIN entidad e ON e.id = c.entidad_id
WHERE c.id = $1
