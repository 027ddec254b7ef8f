-- What a reminder says: the first lines, late ones before those that come due, and how many there are.
-- :many
-- in:  correo_id int8
-- out: texto text, total int8
SELECT r.texto, count(*) OVER () AS total
FROM recordatorio r
WHERE r.estado = 'PLANEADO' AND r.envio_id = recordatorio_envio_de($1)
ORDER BY r.regla = 'POR_VENCER', r.regla DESC, r.texto, r.id
LIMIT 40
