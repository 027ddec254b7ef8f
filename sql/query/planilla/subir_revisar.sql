-- Judges the rows of an upload that are not done yet.
-- :exec
-- in:  planilla_id int8
SELECT planilla_revisar($1)
