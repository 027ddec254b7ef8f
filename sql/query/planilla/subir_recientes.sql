-- The latest uploads of the entity, with what waits in each.
-- :many
-- out: id int8, nombre text, creado timestamptz, quien text, total int8, por_corregir int8, por_aceptar int8,
--      registradas int8, deshecha bool
SELECT p.id, p.nombre, p.creado_en AS creado, concat_ws(' ', x.nombres, x.apellido_paterno) AS quien,
       count(f.id) AS total, count(f.id) FILTER (WHERE f.estado = 'POR_CORREGIR') AS por_corregir,
       count(f.id) FILTER (WHERE f.estado IN ('ENTRA', 'CAMBIA')) AS por_aceptar,
       count(f.id) FILTER (WHERE f.estado = 'REGISTRADA') AS registradas, p.estado = 'DESHECHA' AS deshecha
FROM (SELECT r.id, r.nombre, r.creado_en, r.estado, r.usuario_id FROM planilla r WHERE r.entidad_id = ambito_orh() ORDER BY r.id DESC LIMIT 10) p
JOIN usuario u ON u.id = p.usuario_id
JOIN persona x ON x.id = u.persona_id
LEFT JOIN planilla_fila f ON f.planilla_id = p.id
GROUP BY p.id, p.nombre, p.creado_en, p.estado, x.nombres, x.apellido_paterno
ORDER BY p.id DESC
LIMIT 10
