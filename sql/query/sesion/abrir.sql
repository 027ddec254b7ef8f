-- Reads the session behind a cookie and sets the scope that row-level security reads, for this
-- transaction. Always one row.
-- :one
-- in:  token_hash text, address text, request text
-- out: activa bool, caducada bool, usuario_id int8, persona_id int8, entidad_id int8,
--      asignacion_id int8, rol_codigo text, rol_nombre text, nombre text, entidad text, roles int4,
--      debe_cambiar_clave bool, tocar bool
SELECT activa, caducada, usuario_id, persona_id, entidad_id, asignacion_id, rol_codigo, rol_nombre, nombre,
       entidad, roles, debe_cambiar_clave,
       coalesce((SELECT s.visto_en < now() - interval '1 minute' FROM sesion s WHERE s.id = a.sesion_id), false) AS tocar
FROM sesion_abrir($1, $2, $3) a
