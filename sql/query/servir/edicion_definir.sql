-- Sets who has a place that the source left open, or opens it again.
-- :rows
-- in:  edicion_id int8, lugar_id int8, entidad_id int8?
UPDATE edicion_entidad
SET entidad_id = $3
WHERE edicion_id = $1 AND id = $2 AND (entidad_id IS NULL OR nota ILIKE 'por definir%')
