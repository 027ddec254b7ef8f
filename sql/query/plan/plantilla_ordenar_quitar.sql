-- Takes a task out of a draft of the template.
-- :rows
-- in:  plantilla_id int8, id int8
DELETE FROM plan_plantilla_actividad a WHERE a.plantilla_id = $1 AND a.id = $2
