-- The roles of an account, in force first, with scope, dates and who gave or took them.
-- :many
-- in:  usuario_id int8
-- out: id int8, rol_nombre text, entidad text?, ambito text?, desde date, hasta date?, motivo text?,
--      sustituto bool, vigente bool, otorgada_por text?, revocada timestamptz?, revocada_por text?
SELECT a.id, r.nombre AS rol_nombre, n.nombre AS entidad,
       (SELECT string_agg(coalesce(d.nombre, m.sigla, m.nombre), ', ' ORDER BY d.codigo, m.nombre)
        FROM asignacion_ambito x LEFT JOIN ubigeo d ON d.codigo = x.region LEFT JOIN entidad m ON m.id = x.entidad_id
        WHERE x.asignacion_id = a.id) AS ambito,
       a.desde, a.hasta, a.motivo, a.sustituye_a IS NOT NULL AS sustituto,
       a.revocada_en IS NULL AND a.desde <= hoy() AND (a.hasta IS NULL OR a.hasta >= hoy()) AS vigente,
       (SELECT concat_ws(' ', p.nombres, p.apellido_paterno) FROM usuario u JOIN persona p ON p.id = u.persona_id
        WHERE u.id = a.otorgada_por) AS otorgada_por,
       a.revocada_en AS revocada,
       (SELECT concat_ws(' ', p.nombres, p.apellido_paterno) FROM usuario u JOIN persona p ON p.id = u.persona_id
        WHERE u.id = a.revocada_por) AS revocada_por
FROM asignacion a
JOIN rol r ON r.codigo = a.rol
LEFT JOIN entidad n ON n.id = a.entidad_id
WHERE a.usuario_id = $1
ORDER BY vigente DESC, a.revocada_en IS NOT NULL, r.orden, a.id DESC
LIMIT 200
