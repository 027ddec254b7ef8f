-- The accounts that the head of an ORH sees in their team: who, as what, until when.
-- :many
-- out: id int8, usuario_id int8, nombre text, documento text, rol_nombre text, hasta date?, sustituto bool,
--      propia bool, por_entrar bool, suspendida bool, ultimo_ingreso timestamptz?, retirable bool,
--      puede_enlace bool
SELECT a.id, a.usuario_id, concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre,
       t.sigla || ' ' || p.numero_documento AS documento, a.rol_nombre, a.hasta,
       a.sustituye_a IS NOT NULL AS sustituto, a.usuario_id = actual_usuario() AS propia,
       u.estado = 'INVITADO' AS por_entrar, u.estado = 'SUSPENDIDO' AS suspendida,
       u.ultimo_ingreso_en AS ultimo_ingreso,
       a.usuario_id <> actual_usuario()
           AND (a.rol = 'ORH_ANALISTA' OR coalesce(a.sustituye_a = actual_asignacion(), false)) AS retirable,
       u.estado <> 'SUSPENDIDO' AND a.usuario_id <> actual_usuario() AND enlace_permitido(u.id)
           AND (a.rol = 'ORH_ANALISTA' OR coalesce(a.sustituye_a = actual_asignacion(), false)) AS puede_enlace
FROM asignacion_vigente a
JOIN usuario u ON u.id = a.usuario_id
JOIN persona p ON p.id = u.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
WHERE a.entidad_id = ambito_orh() AND a.rol IN ('ORH_JEFE', 'ORH_ANALISTA')
ORDER BY a.orden, a.sustituye_a IS NOT NULL, p.busqueda, a.id
LIMIT 100
