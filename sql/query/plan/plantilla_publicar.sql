-- Publishes a draft of SERVIR's template.
-- :one
-- in:  id int8, nombre text, nota text
-- out: resultado text
SELECT resultado FROM plan_plantilla_publicar($1, $2, $3)
