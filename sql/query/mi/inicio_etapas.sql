-- The stages of one's own vinculos in the entity of the role, in the order of the vinculos
-- and of the stages.
-- :many
-- out: vinculo_id int8, estado text, limite date, fin date?, motivo text?, de_estado bool,
--      de_entidad bool, de_puesto bool, abierta bool, id int8, preguntable bool, respondida bool, conformidad text?
SELECT e.vinculo_id, etapa_visible(e.estado, e.fecha_limite, hoy()) AS estado, e.fecha_limite AS limite,
       e.fecha_fin AS fin, e.motivo, e.tipo = 'ESTADO' AS de_estado, e.tipo = 'ENTIDAD' AS de_entidad,
       e.tipo = 'ESPECIFICA' AS de_puesto, etapa_abierta(e.estado) AS abierta,
       e.id, e.tipo <> 'ESTADO' AND e.heredada_de IS NULL AND e.estado IN ('CULMINADA', 'VALIDADA') AS preguntable,
       e.conforme_servidor IS NOT NULL AS respondida,
       CASE WHEN e.conforme_servidor THEN 'Usted confirmó que la recibió.'
            WHEN NOT e.conforme_servidor THEN 'Usted dijo que no la recibió.' END AS conformidad
FROM etapa e
JOIN vinculo v ON v.id = e.vinculo_id
WHERE v.persona_id = actual_persona() AND v.entidad_id = actual_entidad()
ORDER BY v.fecha_ingreso DESC, v.id DESC, e.inscripcion_id DESC,
         array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], e.tipo)
LIMIT 120
