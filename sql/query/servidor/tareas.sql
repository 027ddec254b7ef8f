-- The tasks of a vinculo as whoever is signed in sees them: their own that are pending, those of others, what is done
-- or closed with its stage.
-- `marcadas` are the boxes of a form that is shown again.
-- :many
-- in:  vinculo_id int8, hoy date, marcadas text?
-- out: id int8, version int4, etapa text, titulo text, quien text, limite date, hecha_el date?,
--      motivo text?, quien_marco text?, pendiente bool, mia bool, hecha bool, vencida bool, opcional bool,
--      marcable bool, deshacible bool, puede bool, archivos int8, falta_evidencia bool, admite bool, marcada bool,
--      estado text, sin_hacer bool, no_aplica bool
SELECT a.id, a.version, etapa_en_palabras(a.tipo) AS etapa, a.titulo, quien_en_palabras(a.quien) AS quien,
       a.fecha_prevista AS limite, a.hecha_el, a.motivo,
       coalesce(a.hecha_por_texto, nombre_de_usuario(a.hecha_por)) AS quien_marco,
       a.estado = 'PENDIENTE' AND m.abierta AS pendiente, m.mia, a.estado = 'HECHA' AS hecha,
       a.estado = 'PENDIENTE' AND a.fecha_prevista < $2 AND m.abierta AS vencida, NOT a.obligatoria AS opcional,
       a.estado = 'PENDIENTE' AND m.puede AS marcable, a.estado <> 'PENDIENTE' AND m.puede AS deshacible, m.puede,
       x.n AS archivos, a.pide_evidencia AND x.n = 0 AND a.estado <> 'NO_APLICA' AS falta_evidencia,
       actividad_admite(a, v) AS admite,
       a.id IN (SELECT q.id FROM etapas_pedidas($3) q) AS marcada,
       CASE a.estado WHEN 'PENDIENTE' THEN e.estado WHEN 'HECHA' THEN 'CULMINADA' ELSE a.estado END AS estado,
       a.estado = 'PENDIENTE' AND NOT m.abierta AS sin_hacer,
       a.estado = 'NO_APLICA' AS no_aplica
FROM actividad a
JOIN vinculo v ON v.id = a.vinculo_id
JOIN etapa e ON e.id = a.etapa_id
CROSS JOIN LATERAL (SELECT count(*) AS n FROM evidencia y WHERE y.actividad_id = a.id) x
CROSS JOIN LATERAL (
    SELECT etapa_abierta(e.estado) AS abierta,
           actividad_puede(a, v) AND etapa_abierta(e.estado) AND (v.fecha_cese IS NULL OR v.fecha_cese >= $2) AS puede,
           CASE WHEN ambito_orh() IS NOT NULL THEN a.quien = 'ORH' ELSE actividad_puede(a, v) END AS mia) m
WHERE a.vinculo_id = $1
ORDER BY a.estado <> 'PENDIENTE' OR NOT m.abierta, NOT m.mia, a.fecha_prevista, a.id
LIMIT 300
