-- The audit lines of a vinculo and of its person that the role may read, newest first.
-- :many
-- in:  vinculo_id int8, persona_id int8
-- out: ocurrido timestamptz, quien text?, rol text?, tabla text, accion text, detalle text?, direccion text?
SELECT a.ocurrido_en AS ocurrido, nombre_de_usuario(a.usuario_id) AS quien,
       (SELECT r.nombre FROM rol r WHERE r.codigo = a.rol) AS rol,
       CASE a.tabla WHEN 'vinculo' THEN 'Vínculo' ELSE 'Persona' END AS tabla, a.accion,
       cambios_en_palabras(jsonb_cambios(coalesce(a.antes, '{}'), coalesce(a.despues, '{}'))) AS detalle,
       a.address AS direccion
FROM auditoria a
WHERE a.accion = 'UPDATE'
  AND ((a.tabla = 'vinculo' AND a.registro_id = $1::text) OR (a.tabla = 'persona' AND a.registro_id = $2::text))
ORDER BY a.id DESC
LIMIT 200
