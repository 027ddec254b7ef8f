-- Account, role and personal link at once; what was not done is told by resultado.
-- :one
-- in:  tipo_documento text, numero text, nombres text?, apellido_paterno text?, apellido_materno text?,
--      correo text?, rol text, entidad_id int8?, regiones text?, entidades text?, hasta date?,
--      motivo text?, sustituye_a int8?, token_hash text, asunto text, cuerpo text
-- out: resultado text, usuario_id int8?
SELECT resultado, usuario_id
FROM usuario_invitar($1, $2, NULL, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
