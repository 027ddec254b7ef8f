-- Who looked at whose record, newest first.
-- :many
-- in:  desde date?, hasta date?, documento text?, tabla text?, entidad_id int8?, solicitud text?,
--      antes_de int8?, limite int4
-- out: id int8, cuando timestamptz, quien text?, documento text?, rol text?, entidad text?,
--      direccion text?, solicitud text?, tabla text, registro text, persona text?
SELECT a.id, a.ocurrido_en AS cuando,
       CASE WHEN a.usuario_id IS NULL THEN 'Enlace personal de un jefe' ELSE concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) END AS quien,
       p.numero_documento AS documento, r.nombre AS rol, coalesce(n.sigla, n.nombre) AS entidad,
       a.address AS direccion, a.request AS solicitud, tabla_nombre(a.tabla) AS tabla,
       a.registro_id AS registro,
       (SELECT concat_ws(' ', s.nombres, s.apellido_paterno, s.apellido_materno) FROM persona s
        WHERE s.id = a.persona_id) AS persona
FROM acceso a
LEFT JOIN usuario u ON u.id = a.usuario_id
LEFT JOIN persona p ON p.id = u.persona_id
LEFT JOIN rol r ON r.codigo = a.rol
LEFT JOIN entidad n ON n.id = a.entidad_id
WHERE ($1::date IS NULL OR a.ocurrido_en >= $1::timestamptz)
  AND ($2::date IS NULL OR a.ocurrido_en < ($2 + 1)::timestamptz)
  AND ($3::text IS NULL OR a.usuario_id = ANY (ARRAY(
        SELECT c.id FROM usuario c JOIN persona q ON q.id = c.persona_id WHERE q.numero_documento = $3)))
  AND ($4::text IS NULL OR a.tabla = $4)
  AND ($5::int8 IS NULL OR a.entidad_id = $5)
  AND ($6::text IS NULL OR a.request = $6)
  AND ($7::int8 IS NULL OR a.id < $7)
ORDER BY a.id DESC
LIMIT $8
