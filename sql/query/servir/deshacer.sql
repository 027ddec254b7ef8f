-- The stages of one act of whoever asks, and what stands in the way of taking it back.
-- :many
-- in:  id int8
-- out: valida bool, cuando timestamptz, hasta timestamptz, deshecha bool, tarde bool, nombre text, vinculo_id int8, entidad text, etapa text,
--      vuelve text, motivo text?, freno text?
SELECT x.tipo = 'ETAPA_VALIDADA' AS valida, x.conocido_en AS cuando, decision_hasta(x) AS hasta, decision_deshecha(x) AS deshecha,
       now() >= decision_hasta(x) AS tarde, v.nombre_completo AS nombre, x.vinculo_id, coalesce(n.sigla, n.nombre) AS entidad,
       x.datos ->> 'etapa' AS etapa, x.datos #>> '{cambios,estado,0}' AS vuelve, x.datos ->> 'motivo' AS motivo, decision_freno(x) AS freno
FROM decision_acto($1) x
JOIN vinculo v ON v.id = x.vinculo_id
JOIN entidad n ON n.id = x.entidad_id
WHERE x.usuario_id = actual_usuario() AND x.datos ? 'previo'
ORDER BY v.orden_nombre, x.id
LIMIT 200
