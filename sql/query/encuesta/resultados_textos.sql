-- What people wrote, in no order, where enough did.
-- :many
-- in:  edicion_id int8, region text?
-- out: texto text
SELECT texto FROM encuesta_textos($1, $2) LIMIT 100
