-- Whose mail bounces, of the people in sight who still have that address.
-- :many
-- in:  limite int4
-- out: vinculo_id int8, nombre text, correo text, desde timestamptz, detalle text
SELECT x.vinculo_id, x.nombre, p.correo, b.desde, b.detalle
FROM correo_rebote b
JOIN persona p ON p.correo_clave = b.correo_clave
JOIN LATERAL (SELECT v.id AS vinculo_id, v.nombre_completo AS nombre FROM vinculo v
              WHERE v.persona_id = p.id AND (v.fecha_cese IS NULL OR v.fecha_cese >= hoy()) ORDER BY v.id LIMIT 1) x ON true
ORDER BY b.desde DESC, x.vinculo_id
LIMIT $1
