-- Accounts, newest first, with the roles that they have today.
-- :many
-- in:  palabra1 text?, palabra2 text?, palabra3 text?, documento text?, rol text?, estado text?,
--      antes_de int8?, limite int4
-- out: id int8, nombre text, documento text, roles text?, estado text, ultimo_ingreso timestamptz?
SELECT u.id, concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre,
       t.sigla || ' ' || p.numero_documento AS documento,
       (SELECT string_agg(concat_ws(', ', a.rol_nombre, coalesce(n.sigla, n.nombre)), '; ' ORDER BY a.orden, a.id)
        FROM asignacion_vigente a LEFT JOIN entidad n ON n.id = a.entidad_id
        WHERE a.usuario_id = u.id) AS roles,
       u.estado, u.ultimo_ingreso_en AS ultimo_ingreso
FROM usuario u
JOIN persona p ON p.id = u.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
WHERE ($1::text IS NULL OR ' ' || p.busqueda LIKE '% ' || $1 || '%')
  AND ($2::text IS NULL OR ' ' || p.busqueda LIKE '% ' || $2 || '%')
  AND ($3::text IS NULL OR ' ' || p.busqueda LIKE '% ' || $3 || '%')
  AND ($4::text IS NULL OR p.numero_documento = $4)
  AND ($5::text IS NULL OR EXISTS (SELECT FROM asignacion_vigente a WHERE a.usuario_id = u.id AND a.rol = $5))
  AND ($6::text IS NULL OR u.estado = $6)
  AND ($7::int8 IS NULL OR u.id < $7)
ORDER BY u.id DESC
LIMIT $8
