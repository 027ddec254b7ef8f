-- Throws a draft away with its rows.
-- :rows
-- in:  id int8
WITH filas AS (DELETE FROM plan_actividad a USING plan p WHERE p.id = a.plan_id AND p.id = $1 AND p.estado = 'BORRADOR' RETURNING 1)
DELETE FROM plan p WHERE p.id = $1 AND p.estado = 'BORRADOR'
