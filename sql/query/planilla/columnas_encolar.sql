-- The background worker goes on with an upload.
-- :one
-- in:  planilla_id int8
-- out: encolada bool
SELECT planilla_encolar($1) AS encolada
