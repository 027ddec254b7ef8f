-- Ends a vinculo. `repetido`: it had already ended so, by a first click.
-- :one
-- in:  id int8, version int4, fecha date, motivo text
-- out: resultado text, repetido bool
SELECT r.resultado,
       EXISTS (SELECT FROM vinculo v WHERE v.id = $1 AND v.fecha_cese = $3 AND v.motivo_cese = $4) AS repetido
FROM servidor_cesar($1, $2, $3, $4) r
