-- Whom to call at the ORH of an entity.
-- :many
-- in:  entidad_id int8
-- out: nombre text, rol_nombre text, correo text?, celular text?, hasta date?
SELECT o.nombre, o.rol_nombre, o.correo, o.celular, o.hasta FROM entidad_orh_equipo($1) o LIMIT 10
