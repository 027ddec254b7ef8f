-- Whose tasks they are.
-- :one
-- in:  id int8
-- out: id int8, persona_id int8, nombre text, puesto text, ingreso date, jefe text?
SELECT v.id, v.persona_id, v.nombre_completo AS nombre, v.puesto, v.fecha_ingreso AS ingreso, v.jefe_nombre AS jefe
FROM vinculo v WHERE v.id = $1
