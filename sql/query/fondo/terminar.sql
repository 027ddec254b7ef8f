-- A job is done, and with it its mail: a secret one keeps no text (it carries a personal link).
-- No row changes when another worker took the job in the meantime.
-- :exec
-- in:  id int8, intentos int4
WITH hecha AS (
    UPDATE cola SET estado = 'HECHA', terminado_en = clock_timestamp(), error = NULL
    WHERE id = $1 AND estado = 'EN_CURSO' AND intentos = $2
    RETURNING CASE WHEN tipo IN ('CORREO', 'RECORDATORIO') THEN (datos ->> 'correo_id')::bigint END AS correo_id)
UPDATE correo m
SET estado = 'ENVIADO', enviado_en = clock_timestamp(), error = NULL,
    cuerpo = CASE WHEN m.secreto THEN '' ELSE m.cuerpo END
FROM hecha
WHERE m.id = hecha.correo_id AND m.estado = 'PENDIENTE'
