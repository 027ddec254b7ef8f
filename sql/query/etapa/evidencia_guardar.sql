-- One more file of a stage.
-- :one
-- in:  id int8, sha256 text, tipo text, bytes int4, nombre text
-- out: resultado text
SELECT resultado FROM evidencia_agregar($1, $2, $3, $4, $5)
