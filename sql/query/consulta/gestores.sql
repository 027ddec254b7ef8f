-- The gestores with a role in force, as choices.
-- :many
-- out: id text, nombre text
SELECT g.usuario_id::text AS id, g.nombre FROM gestores() g ORDER BY g.nombre, g.usuario_id LIMIT 100
