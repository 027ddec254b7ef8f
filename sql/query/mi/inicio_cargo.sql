-- The people whose jefe in the entity of the role is the person who is signed in, with their specific
-- stage; open ones first.
-- `marcadas` are the boxes of a form that is shown again.
-- :many
-- in:  marcadas text?
-- out: id int8, nombre text, puesto text, entidad text, ingreso date, estado text?, limite date?,
--      fin date?, abierta bool, vencida bool, etapa_id int8?, version int4?, marcada bool,
--      deshacible bool, observacion text?, preguntada bool, falta text?, marcable bool, tareas_pendientes int8?
SELECT v.id, v.nombre_completo AS nombre, v.puesto, coalesce(n.sigla, n.nombre) AS entidad,
       v.fecha_ingreso AS ingreso, etapa_visible(e.estado, e.fecha_limite, hoy()) AS estado,
       e.fecha_limite AS limite, e.fecha_fin AS fin,
       coalesce(etapa_abierta(e.estado), false) AS abierta,
       coalesce(etapa_visible(e.estado, e.fecha_limite, hoy()) = 'VENCIDA', false) AS vencida,
       e.id AS etapa_id, e.version,
       coalesce(e.id IN (SELECT m.id FROM etapas_pedidas($1) m), false) AS marcada,
       coalesce(e.estado = 'CULMINADA' AND e.heredada_de IS NULL, false) AS deshacible,
       CASE WHEN e.estado = 'OBSERVADA' THEN e.motivo END AS observacion,
       coalesce(e.conforme_jefe IS NULL, false) AS preguntada, f.falta,
       coalesce(etapa_abierta(e.estado), false) AND f.falta IS NULL AS marcable,
       (SELECT nullif(count(*), 0) FROM actividad a WHERE a.etapa_id = e.id AND a.estado = 'PENDIENTE'
           AND a.quien IN ('JEFE', 'TUTOR') AND etapa_abierta(e.estado)) AS tareas_pendientes
FROM vinculo v
JOIN entidad n ON n.id = v.entidad_id
LEFT JOIN LATERAL (
    SELECT x.id, x.version, x.estado, x.fecha_limite, x.fecha_fin, x.motivo, x.heredada_de, x.conforme_jefe FROM etapa x
    WHERE x.vinculo_id = v.id AND x.tipo = 'ESPECIFICA' ORDER BY x.id DESC LIMIT 1) e ON true
LEFT JOIN LATERAL (SELECT CASE WHEN etapa_abierta(e.estado) THEN etapa_falta(e.id) END AS falta) f ON true
WHERE v.jefe_persona_id = actual_persona() AND v.entidad_id = actual_entidad()
  AND (v.fecha_cese IS NULL OR v.fecha_cese >= hoy())
ORDER BY coalesce(etapa_abierta(e.estado), false) DESC, e.fecha_limite, v.orden_nombre, v.id
LIMIT 200
