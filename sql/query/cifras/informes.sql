-- The sealed reports, newest first.
-- :many
-- out: id int8, edicion text, mes text, conocido_en timestamptz, sha256 text, por text
SELECT i.id, e.nombre AS edicion, cifras_nombre('mes', i.mes::text) AS mes, i.conocido_en, i.sha256,
       coalesce((SELECT persona_nombre(p) FROM usuario u JOIN persona p ON p.id = u.persona_id WHERE u.id = i.usuario_id),
                'el portal, al empezar el mes') AS por
FROM informe i JOIN edicion e ON e.id = i.edicion_id
ORDER BY i.mes DESC, e.desde DESC, i.id DESC
LIMIT 120
