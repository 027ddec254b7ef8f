-- What servidor or jefe says of a finished stage.
-- :one
-- in:  id int8, conforme bool, comentario text?
-- out: resultado text, mensaje text
SELECT resultado, etapa_rechazo(resultado) AS mensaje FROM conformidad_dar($1, $2, $3)
