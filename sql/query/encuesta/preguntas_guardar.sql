-- Keeps, publishes or drops the draft of an edition.
-- :one
-- in:  edicion_id int8, huella text?, lineas text, accion text
-- out: resultado text
SELECT resultado FROM encuesta_guardar($1, $2, $3, $4)
