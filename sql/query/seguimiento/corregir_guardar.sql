-- The correction of a contact.
-- :one
-- in:  id int8, fecha date, canal text, con_quien text?, tema text, nota text?
-- out: resultado text, entidad_id int8?
SELECT resultado, entidad_id FROM contacto_corregir($1, $2, $3, $4, $5, $6)
