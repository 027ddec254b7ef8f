-- Where the file of a material is kept, for whoever may see it; one that was withdrawn is for those who may bring it back.
-- :one
-- in:  id int8
-- out: id int8, sha256 text, mime text, retirado bool
SELECT m.id, m.sha256, m.mime,
       m.estado = 'RETIRADO' AND NOT CASE WHEN m.entidad_id IS NULL THEN es_admin() ELSE m.entidad_id = ambito_orh() END IS TRUE AS retirado
FROM material m WHERE m.id = $1 AND m.tipo = 'ARCHIVO'
