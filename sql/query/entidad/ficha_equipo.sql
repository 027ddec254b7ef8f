-- The ORH of an entity: who has a role there today, those who stand in included.
-- :many
-- in:  entidad_id int8
-- out: asignacion_id int8, usuario_id int8, nombre text, rol text, rol_nombre text, hasta date?,
--      sustituto bool, estado text, por_entrar bool, ultimo_ingreso timestamptz?
SELECT a.id AS asignacion_id, a.usuario_id,
       concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre, a.rol, a.rol_nombre, a.hasta,
       a.sustituye_a IS NOT NULL AS sustituto, u.estado, u.estado = 'INVITADO' AS por_entrar,
       u.ultimo_ingreso_en AS ultimo_ingreso
FROM asignacion_vigente a
JOIN usuario u ON u.id = a.usuario_id
JOIN persona p ON p.id = u.persona_id
WHERE a.entidad_id = $1 AND a.rol IN ('ORH_JEFE', 'ORH_ANALISTA')
ORDER BY a.orden, a.sustituye_a IS NOT NULL, p.busqueda, a.id
LIMIT 100
