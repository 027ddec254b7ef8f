-- What a sign-in needs, for any document: without account no hash, and seconds to wait when there
-- were too many failures.
-- :one
-- in:  tipo_documento text, numero text, address text
-- out: usuario_id int8, clave_hash text?, espera_s int4
SELECT usuario_id, clave_hash, espera_s FROM cuenta_ingreso($1, $2, $3)
