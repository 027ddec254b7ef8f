-- The pauses of an entity that hold, newest first.
-- :many
-- in:  entidad_id int8
-- out: id int8, nombre text?, motivo text, hasta date?, quien text?, creado timestamptz
SELECT x.id, persona_nombre(p) AS nombre, x.motivo, x.hasta, nombre_de_usuario(x.creado_por) AS quien, x.creado_en AS creado
FROM recordatorio_pausa x
LEFT JOIN persona p ON p.id = x.persona_id
WHERE x.entidad_id = $1 AND x.levantada_en IS NULL AND (x.hasta IS NULL OR x.hasta >= hoy())
ORDER BY x.id DESC
LIMIT 200
