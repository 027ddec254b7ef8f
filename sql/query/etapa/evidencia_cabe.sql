-- May whoever is signed in add evidence to a stage?
-- :one
-- in:  id int8
-- out: cabe bool
SELECT evidencia_cabe($1) AS cabe
