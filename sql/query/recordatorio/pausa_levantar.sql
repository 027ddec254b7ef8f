-- Ends a pause; ended already, nothing changes.
-- :exec
-- in:  id int8, entidad_id int8
UPDATE recordatorio_pausa SET levantada_en = now() WHERE id = $1 AND entidad_id = $2 AND levantada_en IS NULL
