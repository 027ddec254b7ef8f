-- Accepts a proposal: the person's vinculo here begins on its date.
-- :one
-- in:  id int8, puesto text, organo_id int8?, organo_nombre text?, jefe_vinculo_id int8?, jefe_nombre text?
-- out: resultado text, vinculo_id int8?
SELECT resultado, vinculo_id FROM transferencia_recibir($1, $2, $3, $4, $5, $6)
