-- A new draft of the entity's plan.
-- :one
-- out: resultado text, plan_id int8?
SELECT resultado, plan_id FROM plan_abrir()
