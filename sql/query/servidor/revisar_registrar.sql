-- Third step: registers. The same token answers the same vinculo for ever.
-- :one
-- in:  token text
-- out: resultado text, vinculo_id int8?, repetido bool
SELECT resultado, vinculo_id, repetido
FROM servidor_registrar($1)
