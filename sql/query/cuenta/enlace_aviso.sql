-- Notes that the account was shown this version of the privacy notice.
-- :exec
-- in:  version text, address text
INSERT INTO aviso_lectura (version, address) VALUES ($1, left($2, 45))
ON CONFLICT (usuario_id, version) DO NOTHING
