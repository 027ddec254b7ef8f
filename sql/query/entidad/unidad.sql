-- One unit, to be edited.
-- :opt
-- in:  entidad_id int8, id int8
-- out: id int8, version int4, nombre text, sigla text?, tipo text, nivel int4, padre_id int8?,
--      predeterminado bool, hasta date?
SELECT o.id, o.version, o.nombre, o.sigla, o.tipo, o.nivel, o.padre_id, o.es_predeterminado AS predeterminado,
       o.vigente_hasta AS hasta
FROM organo o
WHERE o.entidad_id = $1 AND o.id = $2
