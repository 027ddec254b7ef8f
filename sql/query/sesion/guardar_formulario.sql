-- Keeps the form that an expired session interrupted, for its owner alone. No id: not kept.
-- :one
-- in:  token_hash text, ruta text, cuerpo text
-- out: resultado text, formulario_id int8?
SELECT resultado, formulario_id FROM formulario_guardar($1, $2, $3)
