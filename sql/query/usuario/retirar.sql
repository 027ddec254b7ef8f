-- A role in force that may be taken away, and from whom.
-- :one
-- in:  id int8
-- out: id int8, usuario_id int8, nombre text, rol_nombre text, entidad text?, propia bool
SELECT a.id, a.usuario_id, concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre,
       r.nombre AS rol_nombre, n.nombre AS entidad, a.usuario_id = actual_usuario() AS propia
FROM asignacion a
JOIN usuario u ON u.id = a.usuario_id
JOIN persona p ON p.id = u.persona_id
JOIN rol r ON r.codigo = a.rol
LEFT JOIN entidad n ON n.id = a.entidad_id
WHERE a.id = $1 AND a.revocada_en IS NULL
