-- Puts down a result with the file that shows it.
-- :one
-- in:  vinculo_id int8, curso_id int8, estado text, nota text?, fecha date, sustento text?, sha256 text, tipo text, bytes int4, nombre text
-- out: resultado text, etapa_id int8?
SELECT resultado, etapa_id
FROM mooc_a_mano($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
