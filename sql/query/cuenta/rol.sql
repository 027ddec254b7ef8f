-- Another role for this session, under a new token; the role in use gives the session a new token.
-- :one
-- in:  asignacion_id int8, token_hash text
-- out: resultado text, rol_codigo text?
SELECT resultado, rol_codigo FROM sesion_cambiar_rol($1, $2)
