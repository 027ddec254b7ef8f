-- A new draft of SERVIR's template.
-- :one
-- out: resultado text, plantilla_id int8?
SELECT resultado, plantilla_id FROM plan_plantilla_abrir()
