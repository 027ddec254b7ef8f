-- All the lists that the forms of a servidor show, in order: codes in force, the entity's units,
-- and what the vinculo being edited has even if it is no longer in force.
-- :many
-- in:  entidad_id int8, vinculo_id int8?
-- out: lista text, codigo text, nombre text, es_predeterminado bool
WITH actual AS (SELECT v.regimen, v.grupo, v.tipo_contrato, v.condicion, v.organo_id
                FROM vinculo v WHERE v.id = $2)
SELECT x.lista, x.codigo, x.nombre, x.es_predeterminado
FROM (
    SELECT 'REGIMEN' AS lista, r.codigo, r.nombre, r.orden, false AS es_predeterminado FROM regimen r
    WHERE r.vigente OR r.codigo = (SELECT a.regimen FROM actual a)
    UNION ALL
    SELECT 'GRUPO', g.codigo, g.nombre, g.orden, false FROM grupo g
    WHERE g.vigente OR g.codigo = (SELECT a.grupo FROM actual a)
    UNION ALL
    SELECT 'TIPO_CONTRATO', k.codigo, k.nombre, k.orden, false FROM tipo_contrato k
    WHERE k.vigente OR k.codigo = (SELECT a.tipo_contrato FROM actual a)
    UNION ALL
    SELECT 'CONDICION', c.codigo, c.nombre, c.orden, false FROM condicion c
    WHERE c.vigente OR c.codigo = (SELECT a.condicion FROM actual a)
    UNION ALL
    SELECT 'UNIDAD', o.id::text, o.nombre, o.nivel, o.es_predeterminado FROM organo o
    WHERE o.entidad_id = $1 AND (o.vigente_hasta IS NULL OR o.id = (SELECT a.organo_id FROM actual a))) x
ORDER BY x.lista, x.orden, x.nombre
LIMIT 2000
