-- An upload whose columns may be chosen, while nobody of it is registered.
-- :opt
-- in:  planilla_id int8
-- out: id int8, nombre text, recordadas bool
SELECT p.id, p.nombre, p.recordadas
FROM planilla p
WHERE p.id = $1 AND p.entidad_id = ambito_orh() AND p.titulos IS NOT NULL AND p.estado IN ('POR_MAPEAR', 'ABIERTA')
