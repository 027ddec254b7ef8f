-- The roles, by rank; those of a servidor and a jefe come with their vinculo.
-- :many
-- in:  todos bool
-- out: codigo text, nombre text
SELECT r.codigo, r.nombre FROM rol r WHERE $1 OR r.ambito <> 'PERSONA' ORDER BY r.orden LIMIT 50
