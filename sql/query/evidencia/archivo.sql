-- Where a file is kept, for whoever sees its stage.
-- :one
-- in:  id int8
-- out: id int8, sha256 text, tipo text, persona_id int8
SELECT x.id, x.sha256, x.tipo, v.persona_id FROM evidencia x JOIN vinculo v ON v.id = x.vinculo_id WHERE x.id = $1
