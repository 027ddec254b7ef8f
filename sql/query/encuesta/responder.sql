-- Whose survey a link or the session opens, and whether it may be answered.
-- :one
-- in:  token_hash text?
-- out: resultado text, encuesta_id int8?
SELECT resultado, encuesta_id FROM encuesta_abrir($1)
