-- Takes a task out of a draft: the entity's own, or one of SERVIR's that is optional.
-- :rows
-- in:  plan_id int8, id int8
DELETE FROM plan_actividad a WHERE a.plan_id = $1 AND a.id = $2 AND (a.origen = 'ENTIDAD' OR NOT a.obligatoria)
