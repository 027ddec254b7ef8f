-- Where the file of a material is kept, for whoever may see it.
-- :one
-- in:  id int8
-- out: id int8, sha256 text, mime text
SELECT m.id, m.sha256, m.mime FROM material m WHERE m.id = $1 AND m.tipo = 'ARCHIVO'
