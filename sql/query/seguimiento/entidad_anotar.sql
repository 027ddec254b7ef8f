-- A contact, with its commitment when something was agreed.
-- :one
-- in:  entidad_id int8, fecha date, canal text, con_quien text?, tema text, nota text?, acuerdo text?,
--      responsable text?, fecha_limite date?
-- out: resultado text
SELECT resultado FROM contacto_anotar($1, $2, $3, $4, $5, $6, $7, $8, $9)
