-- Asks for a pull of a course.
-- :one
-- in:  curso_id int8, completa bool
-- out: resultado text, carga_id int8?
SELECT resultado, carga_id
FROM mooc_pedir($1, $2)
