-- Changes places with the next task of its stage in a draft; sube: upwards.
-- :rows
-- in:  plan_id int8, id int8, sube bool
WITH a AS (SELECT x.id, x.plan_id, x.etapa, x.orden FROM plan_actividad x WHERE x.id = $2 AND x.plan_id = $1),
     b AS (SELECT x.id, x.orden FROM plan_actividad x, a
           WHERE x.plan_id = a.plan_id AND x.etapa = a.etapa AND CASE WHEN $3 THEN x.orden < a.orden ELSE x.orden > a.orden END
           ORDER BY CASE WHEN $3 THEN -x.orden ELSE x.orden END LIMIT 1)
UPDATE plan_actividad x SET orden = CASE WHEN x.id = a.id THEN b.orden ELSE a.orden END
FROM a, b WHERE x.id IN (a.id, b.id)
