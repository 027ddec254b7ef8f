-- Counts a sign-in attempt, for throttling.
-- :exec
-- in:  tipo_documento text, numero text, address text, exito bool
SELECT acceso_registrar($1, $2, $3, $4)
