-- The people whose jefe in the entity of the role is the person who is signed in, with their specific
-- stage; open ones first.
-- :many
-- out: id int8, nombre text, puesto text, entidad text, ingreso date, estado text?, limite date?,
--      fin date?, abierta bool, vencida bool
SELECT v.id, v.nombre_completo AS nombre, v.puesto, coalesce(n.sigla, n.nombre) AS entidad,
       v.fecha_ingreso AS ingreso, etapa_visible(e.estado, e.fecha_limite, hoy()) AS estado,
       e.fecha_limite AS limite, e.fecha_fin AS fin,
       coalesce(etapa_abierta(e.estado), false) AS abierta,
       coalesce(etapa_visible(e.estado, e.fecha_limite, hoy()) = 'VENCIDA', false) AS vencida
FROM vinculo v
JOIN entidad n ON n.id = v.entidad_id
LEFT JOIN LATERAL (
    SELECT x.estado, x.fecha_limite, x.fecha_fin FROM etapa x
    WHERE x.vinculo_id = v.id AND x.tipo = 'ESPECIFICA' ORDER BY x.id DESC LIMIT 1) e ON true
WHERE v.jefe_persona_id = actual_persona() AND v.entidad_id = actual_entidad()
  AND (v.fecha_cese IS NULL OR v.fecha_cese >= hoy())
ORDER BY coalesce(etapa_abierta(e.estado), false) DESC, e.fecha_limite, v.orden_nombre, v.id
LIMIT 200
