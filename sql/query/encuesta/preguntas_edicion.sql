-- The survey of an edition as an administrator finds it: the one asked for, else that in force.
-- :opt
-- in:  edicion_id int8?
-- out: edicion_id int8, edicion text, encuesta_id int8?, borrador bool, huella text
SELECT e.id AS edicion_id, e.nombre AS edicion, t.id AS encuesta_id, t.borrador, t.huella
FROM edicion e CROSS JOIN LATERAL encuesta_trabajo(e.id) t
WHERE e.id = coalesce($1, edicion_de('SERVIDORES', hoy())) AND e.programa = 'SERVIDORES'
