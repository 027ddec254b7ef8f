-- One more file of a task; with a date the task is done.
-- :one
-- in:  id int8, version int4, sha256 text, tipo text, bytes int4, nombre text, fecha date?
-- out: resultado text, mensaje text
SELECT resultado, etapa_rechazo(resultado) AS mensaje FROM actividad_evidencia($1, $2, $3, $4, $5, $6, $7)
