-- Puts rows of an upload aside, to be read when its columns are known or by the background worker.
-- :one
-- in:  planilla_id int8, orden int4, filas text
-- out: n int4
SELECT planilla_apartar($1, $2, $3) AS n
