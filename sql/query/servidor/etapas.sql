-- The stages of a vinculo in their order.
-- :many
-- in:  vinculo_id int8, hoy date
-- out: id int8, tipo text, estado text, fecha_limite date, fecha_inicio date?, fecha_fin date?,
--      motivo text?, heredada bool, de_estado bool, de_entidad bool, de_puesto bool, marcable bool,
--      observable bool, observada bool, conformidad text?, con_constancia bool
SELECT e.id, e.tipo, etapa_visible(e.estado, e.fecha_limite, $2) AS estado, e.fecha_limite,
       e.fecha_inicio, e.fecha_fin, e.motivo, e.heredada_de IS NOT NULL AS heredada,
       e.tipo = 'ESTADO' AS de_estado, e.tipo = 'ENTIDAD' AS de_entidad, e.tipo = 'ESPECIFICA' AS de_puesto,
       coalesce(s.marcable, false) AS marcable, coalesce(s.observable, false) AS observable,
       e.estado = 'OBSERVADA' AS observada, conformidad_en_palabras(e) AS conformidad,
       e.estado IN ('CULMINADA', 'VALIDADA') AS con_constancia
FROM etapa e
LEFT JOIN LATERAL (
    SELECT bool_or(x.hacia NOT IN ('VALIDADA', 'OBSERVADA')) AS marcable, bool_or(x.hacia = 'OBSERVADA') AS observable
    FROM etapa_salidas(e.id) x) s ON true
WHERE e.vinculo_id = $1
ORDER BY e.inscripcion_id, array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], e.tipo)
LIMIT 30
