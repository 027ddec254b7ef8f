-- One stage with whose it is.
-- :one
-- in:  id int8, hoy date
-- out: id int8, version int4, vinculo_id int8, persona_id int8, nombre text, documento text, puesto text,
--      etapa text, estado text, visible text, fecha_limite date, fecha_inicio date?, fecha_fin date?,
--      motivo text?, heredada bool, observada bool, de_estado bool, fecha_ingreso date, falta text?
SELECT e.id, e.version, v.id AS vinculo_id, v.persona_id, v.nombre_completo AS nombre,
       t.sigla || ' ' || v.documento AS documento, v.puesto, etapa_en_palabras(e.tipo) AS etapa, e.estado,
       etapa_visible(e.estado, e.fecha_limite, $2) AS visible, e.fecha_limite, e.fecha_inicio, e.fecha_fin,
       e.motivo, e.heredada_de IS NOT NULL AS heredada, e.estado = 'OBSERVADA' AS observada,
       e.tipo = 'ESTADO' AS de_estado, v.fecha_ingreso,
       CASE WHEN etapa_abierta(e.estado) THEN etapa_falta(e.id) END AS falta
FROM etapa e
JOIN vinculo v ON v.id = e.vinculo_id
JOIN persona p ON p.id = v.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
WHERE e.id = $1
