-- Whom the link is for.
-- :one
-- in:  vinculo_id int8
-- out: nombre text, persona_id int8
SELECT nombre_completo AS nombre, persona_id FROM vinculo WHERE id = $1
