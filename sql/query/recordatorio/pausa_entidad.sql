-- The entity whose reminders are paused: an ORH's own, any for SERVIR.
-- :one
-- in:  entidad_id int8
-- out: id int8, nombre text
SELECT n.id, n.nombre FROM entidad n WHERE n.id = $1 AND (n.id = ambito_orh() OR es_admin())
