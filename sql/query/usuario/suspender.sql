-- Suspends an account, or gives it back.
-- :one
-- in:  id int8, suspender bool
-- out: resultado text
SELECT resultado FROM usuario_suspender($1, $2)
