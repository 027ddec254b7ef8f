-- Who looked at the record of a person, newest first.
-- :many
-- in:  persona_id int8
-- out: ocurrido timestamptz, quien text?, rol text, tabla text, direccion text?
SELECT a.ocurrido_en AS ocurrido, CASE WHEN a.usuario_id IS NULL THEN 'Su jefe, por su enlace personal' ELSE nombre_de_usuario(a.usuario_id) END AS quien, coalesce((SELECT r.nombre FROM rol r WHERE r.codigo = a.rol), a.rol) AS rol, a.tabla,
       a.address AS direccion
FROM acceso a
WHERE a.persona_id = $1
ORDER BY a.id DESC
LIMIT 100
