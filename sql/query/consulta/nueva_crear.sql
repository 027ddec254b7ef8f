-- An ORH asks SERVIR.
-- :one
-- in:  asunto text, texto text, documento text?, correo_asunto text, correo_cuerpo text
-- out: resultado text, consulta_id int8?
SELECT resultado, consulta_id FROM consulta_crear($1, $2, $3, $4, $5)
