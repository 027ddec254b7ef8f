-- The targets of an edition, as their source words them.
-- :many
-- in:  edicion_id int8
-- out: texto text, valor text, unidad text, nota text?, fuente text?
SELECT m.texto, trim_scale(m.valor)::text AS valor, m.unidad, m.nota, m.fuente
FROM meta m
WHERE m.edicion_id = $1
ORDER BY m.orden, m.id
LIMIT 50
