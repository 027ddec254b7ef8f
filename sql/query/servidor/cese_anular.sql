-- Undoes the end of a vinculo. `repetido`: it is in force already, by a first click.
-- :one
-- in:  id int8, version int4, motivo text
-- out: resultado text, repetido bool
SELECT r.resultado, EXISTS (SELECT FROM vinculo v WHERE v.id = $1 AND v.fecha_cese IS NULL) AS repetido
FROM servidor_cese_anular($1, $2, $3) r
