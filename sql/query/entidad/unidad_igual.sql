-- Is the unit in force with this name exactly this one?
-- :one
-- in:  entidad_id int8, nombre text, sigla text?, tipo text, nivel int4, padre_id int8?,
--      predeterminado bool
-- out: igual bool
SELECT EXISTS (SELECT FROM organo o
               WHERE o.entidad_id = $1 AND o.nombre = $2 AND o.sigla IS NOT DISTINCT FROM $3 AND o.tipo = $4
                 AND o.nivel = $5 AND o.padre_id IS NOT DISTINCT FROM $6 AND o.es_predeterminado = $7
                 AND o.vigente_hasta IS NULL) AS igual
