-- A job failed: again after 1, 5, 30 and 120 minutes; given up after the fifth time, or at once when
-- it can never work. Its mail or its pull says why, and gives up with it.
-- :opt
-- in:  id int8, intentos int4, error text, definitivo bool
-- out: estado text
WITH fallida AS (
    UPDATE cola
    SET estado = CASE WHEN $4 OR intentos > 4 THEN 'FALLIDA' ELSE 'PENDIENTE' END,
        proximo_en = clock_timestamp() + make_interval(mins => coalesce((ARRAY[1, 5, 30, 120])[intentos], 0)),
        terminado_en = CASE WHEN $4 OR intentos > 4 THEN clock_timestamp() END,
        error = left($3, 2000)
    WHERE id = $1 AND estado = 'EN_CURSO' AND intentos = $2
    RETURNING estado, CASE WHEN tipo IN ('CORREO', 'RECORDATORIO') AND datos ->> 'correo_id' ~ '^[0-9]{1,18}$'
                           THEN (datos ->> 'correo_id')::bigint END AS correo_id,
              CASE WHEN tipo = 'MOODLE' THEN (datos ->> 'carga_id')::bigint END AS carga_id),
traida AS (
    UPDATE mooc_carga k
    SET error = left($3, 2000), estado = CASE fallida.estado WHEN 'FALLIDA' THEN 'FALLIDA' ELSE k.estado END,
        terminado_en = CASE fallida.estado WHEN 'FALLIDA' THEN clock_timestamp() END
    FROM fallida
    WHERE k.id = fallida.carga_id AND k.estado IN ('EN_COLA', 'EN_CURSO')),
carta AS (
    UPDATE correo m
    SET error = left($3, 2000), estado = CASE fallida.estado WHEN 'FALLIDA' THEN 'FALLIDO' ELSE m.estado END,
        cuerpo = CASE WHEN m.secreto AND fallida.estado = 'FALLIDA' THEN '' ELSE m.cuerpo END
    FROM fallida
    WHERE m.id = fallida.correo_id AND m.estado = 'PENDIENTE')
SELECT estado FROM fallida
