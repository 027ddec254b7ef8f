-- Demonstration accounts, all with one password.
-- :many
-- in:  clave_hash text
-- out: rol text, documento text, nombre text, entidad text
SELECT rol, documento, nombre, entidad FROM demo_cuentas($1) LIMIT 100
