-- One step of a query.
-- :one
-- in:  id int8, version int4, accion text, texto text?, destino int8?, correo_asunto text, correo_cuerpo text
-- out: resultado text
SELECT resultado FROM consulta_mover($1, $2, $3, $4, $5, $6, $7)
