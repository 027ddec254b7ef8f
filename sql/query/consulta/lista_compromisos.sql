-- What an ORH and SERVIR agreed and is still open.
-- :many
-- in:  entidad_id int8
-- out: texto text, de_orh bool, fecha_limite date, vencido bool
SELECT c.texto, c.responsable = 'ORH' AS de_orh, c.fecha_limite, c.fecha_limite < hoy() AS vencido
FROM compromiso c
WHERE c.entidad_id = $1 AND c.estado = 'ABIERTO'
ORDER BY c.fecha_limite, c.id
LIMIT 30
