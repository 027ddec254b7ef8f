-- Reminders, newest first: to whom, by which rule, about what, and what became of each.
-- :many
-- in:  estado text?, persona int8?, despues_de int8?, limite int4
-- out: id int8, dia date, nombre text, correo text, porque text, texto text, entidad text, estado text,
--      detalle text?, vinculo_id int8?, rebota bool
SELECT r.id, r.dia, coalesce(r.jefe_nombre, nullif(persona_nombre(p), ''), 'Persona de otra entidad') AS nombre, r.destinatario AS correo,
       recordatorio_regla_en_palabras(r.rol, r.regla) AS porque, r.texto, coalesce(n.sigla, n.nombre) AS entidad,
       r.estado, r.detalle, r.vinculo_id,
       EXISTS (SELECT FROM correo_rebote b WHERE b.correo_clave = lower(r.destinatario)) AS rebota
FROM recordatorio r
JOIN entidad n ON n.id = r.entidad_id
LEFT JOIN persona p ON p.id = r.persona_id
WHERE ($1::text IS NULL OR r.estado = $1)
  AND ($2::int8 IS NULL OR r.vinculo_id = $2)
  AND ($3::int8 IS NULL OR r.id < $3)
ORDER BY r.id DESC
LIMIT $4
