-- Publishes a draft with the document that approves it.
-- :one
-- in:  plan_id int8, documento text, aprobado_el date, vigente_desde date, tambien bool
-- out: resultado text
SELECT resultado FROM plan_publicar($1, $2, $3, $4, $5)
