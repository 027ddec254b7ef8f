-- An edition of servidores and its target.
-- :opt
-- in:  id int8
-- out: nombre text, meta text?, unidad text?, meta_valor float8?
SELECT e.nombre, trim_scale(m.valor)::text AS meta, m.unidad, m.valor::float8 AS meta_valor
FROM edicion e LEFT JOIN meta m ON m.edicion_id = e.id AND m.codigo = 'PARTICIPANTES'
WHERE e.id = $1 AND e.programa = 'SERVIDORES'
