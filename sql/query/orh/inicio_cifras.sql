-- What presses and what is missing in an entity today, counted in people, so that each figure is
-- the length of the list it leads to.
-- :one
-- in:  entidad_id int8, hoy date
-- out: vencidas int8, por_vencer int8, observadas int8, sin_jefe int8, por_aceptar int8,
--      enviadas int8, vigentes int8, culminadas int8, tareas int8, por_aclarar int8, respondidas int8
SELECT c.vencidas, c.por_vencer, c.observadas, c.sin_jefe,
       (SELECT count(*) FROM transferencia t WHERE t.entidad_destino = $1 AND t.estado = 'PROPUESTA') AS por_aceptar,
       (SELECT count(*) FROM transferencia t WHERE t.entidad_origen = $1 AND t.estado = 'PROPUESTA') AS enviadas,
       c.vigentes, c.culminadas,
       (SELECT count(*) FROM actividad a JOIN etapa t ON t.id = a.etapa_id JOIN vinculo w ON w.id = a.vinculo_id
        WHERE a.entidad_id = $1 AND a.estado = 'PENDIENTE' AND a.fecha_prevista <= $2 + 7 AND etapa_abierta(t.estado)
          AND (w.fecha_cese IS NULL OR w.fecha_cese >= $2)) AS tareas,
       (SELECT count(*) FROM consulta q WHERE q.entidad_id = $1 AND q.estado = 'POR_ACLARAR') AS por_aclarar,
       (SELECT count(*) FROM consulta q WHERE q.entidad_id = $1 AND q.estado = 'RESPONDIDA') AS respondidas
FROM orh_cifras($1, $2) c
