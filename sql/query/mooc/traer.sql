-- The pulls of a course, and the one that goes on.
-- :one
-- in:  curso_id int8
-- out: carga_id int8?, en_cola bool, total int8, pendientes int8, preguntadas int8, llamadas int8, error text?
SELECT k.id AS carga_id, coalesce(k.estado = 'EN_COLA', false) AS en_cola, f.total, f.pendientes, f.preguntadas,
       coalesce(k.llamadas, 0)::bigint AS llamadas, k.error
FROM (SELECT 1) x
LEFT JOIN LATERAL (SELECT y.* FROM mooc_carga y WHERE y.curso_id = $1 AND y.fuente = 'MOODLE'
                   AND y.estado IN ('EN_COLA', 'EN_CURSO') ORDER BY y.id DESC LIMIT 1) k ON true
CROSS JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE z.estado = 'PENDIENTE') AS pendientes,
           count(*) FILTER (WHERE z.preguntado_en IS NOT NULL) AS preguntadas
    FROM mooc_fila z WHERE z.carga_id = k.id) f
