-- A finished stage with what was answered, as whoever is signed in answers for it; no row when they do not.
-- :one
-- in:  id int8
-- out: id int8, persona_id int8, nombre text, puesto text, etapa text, fin date?, como_jefe bool,
--      conforme bool?, comentario text?, contestable bool
SELECT e.id, v.persona_id, v.nombre_completo AS nombre, v.puesto, etapa_en_palabras(e.tipo) AS etapa, e.fecha_fin AS fin,
       p.parte = 'JEFE' AS como_jefe,
       CASE p.parte WHEN 'JEFE' THEN e.conforme_jefe ELSE e.conforme_servidor END AS conforme,
       CASE p.parte WHEN 'JEFE' THEN e.comentario_jefe ELSE e.comentario_servidor END AS comentario,
       e.estado IN ('CULMINADA', 'VALIDADA') AND e.heredada_de IS NULL AS contestable
FROM etapa e
JOIN vinculo v ON v.id = e.vinculo_id
CROSS JOIN LATERAL (SELECT conformidad_parte(e.id) AS parte) p
WHERE e.id = $1 AND p.parte IS NOT NULL
