-- Marks one task; mensaje says why not.
-- :one
-- in:  id int8, version int4, estado text, fecha date?, motivo text?
-- out: resultado text, mensaje text, vinculo_id int8?
SELECT resultado, etapa_rechazo(resultado) AS mensaje, vinculo_id FROM actividad_marcar($1, $2, $3, $4, $5)
