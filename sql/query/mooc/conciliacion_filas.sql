-- One list of the reconciliation.
-- :many
-- in:  curso_id int8, grupo text, despues_de int8?, limite int4
-- out: clave int8, persona text, documento text?, vinculo_id int8?, aqui text?, alla text?
SELECT abs(c.clave) AS clave, c.persona, c.documento, c.vinculo_id, c.aqui, c.alla
FROM mooc_conciliar($1) c
WHERE c.grupo = $2 AND ($3::int8 IS NULL OR abs(c.clave) > $3)
ORDER BY abs(c.clave)
LIMIT $4
