-- Answers of a survey, by a link or by the session.
-- :one
-- in:  token_hash text?, encuesta_id int8?, p1 text?, p2 text?, p3 text?, p4 text?, p5 text?, p6 text?
-- out: resultado text, pregunta int4?
SELECT resultado, pregunta FROM encuesta_responder($1, $2, $3, $4, $5, $6, $7, $8)
