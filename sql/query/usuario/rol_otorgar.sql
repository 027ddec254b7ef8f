-- Gives an account one more role.
-- :one
-- in:  usuario_id int8, rol text, entidad_id int8?, hasta date?, motivo text?, regiones text?, entidades text?
-- out: resultado text
SELECT resultado FROM asignacion_otorgar($1, $2, $3, $4, $5, NULL, $6, $7)
