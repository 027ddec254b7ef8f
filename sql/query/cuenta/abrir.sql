-- A new session of an account whose owner has just proved who they are.
-- :one
-- in:  usuario_id int8, token_hash text, address text, user_agent text
-- out: resultado text, rol_codigo text?, debe_cambiar_clave bool?
SELECT resultado, rol_codigo, debe_cambiar_clave FROM sesion_crear($1, $2, $3, $4)
