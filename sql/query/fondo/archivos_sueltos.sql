-- Of the files under these SHA-256, a space between, those that no row names; the rest another day.
-- :many
-- in:  lista text
-- out: sha256 text
SELECT x AS sha256 FROM archivos_sueltos($1) x LIMIT 2000
