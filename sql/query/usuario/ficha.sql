-- One account in sight, with its person. The head of an ORH gets no link of another head: it would
-- open that person's account.
-- :one
-- in:  id int8
-- out: id int8, persona_id int8, nombre text, documento text, correo text?, estado text, invitado bool,
--      activo bool, suspendido bool, creado timestamptz, creado_por text?, ultimo_ingreso timestamptz?,
--      clave_cambiada timestamptz?, sesiones int8, propio bool, puede_enlace bool
SELECT u.id, u.persona_id, concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre,
       t.sigla || ' ' || p.numero_documento AS documento, u.correo, u.estado, u.estado = 'INVITADO' AS invitado,
       u.estado = 'ACTIVO' AS activo, u.estado = 'SUSPENDIDO' AS suspendido, u.creado_en AS creado,
       (SELECT concat_ws(' ', q.nombres, q.apellido_paterno) FROM usuario c JOIN persona q ON q.id = c.persona_id
        WHERE c.id = u.creado_por) AS creado_por,
       u.ultimo_ingreso_en AS ultimo_ingreso, u.clave_cambiada_en AS clave_cambiada,
       coalesce(usuario_sesiones(u.id), 0) AS sesiones, u.id = actual_usuario() AS propio,
       enlace_permitido(u.id) AND (es_admin() OR NOT EXISTS (
           SELECT FROM asignacion_vigente a WHERE a.usuario_id = u.id AND a.rol = 'ORH_JEFE'
              AND a.sustituye_a IS DISTINCT FROM actual_asignacion())) AS puede_enlace
FROM usuario u
JOIN persona p ON p.id = u.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
WHERE u.id = $1
