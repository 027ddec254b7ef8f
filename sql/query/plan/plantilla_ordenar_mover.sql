-- Changes places with the next task of its stage in a draft of the template; sube: upwards.
-- :rows
-- in:  plantilla_id int8, id int8, sube bool
WITH a AS (SELECT x.id, x.plantilla_id, x.etapa, x.orden FROM plan_plantilla_actividad x WHERE x.id = $2 AND x.plantilla_id = $1),
     b AS (SELECT x.id, x.orden FROM plan_plantilla_actividad x, a
           WHERE x.plantilla_id = a.plantilla_id AND x.etapa = a.etapa AND CASE WHEN $3 THEN x.orden < a.orden ELSE x.orden > a.orden END
           ORDER BY CASE WHEN $3 THEN -x.orden ELSE x.orden END LIMIT 1)
UPDATE plan_plantilla_actividad x SET orden = CASE WHEN x.id = a.id THEN b.orden ELSE a.orden END
FROM a, b WHERE x.id IN (a.id, b.id)
