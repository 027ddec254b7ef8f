-- Mixes the sheets of the survey that wait; always all of them at once.
-- :one
-- in:  max int4
-- out: filas int8
SELECT least(encuesta_barajar(), $1 - 1) AS filas
