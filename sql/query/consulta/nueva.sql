-- What an ORH should know before it asks: how long an answer takes, and who accompanies it.
-- :one
-- in:  entidad_id int8
-- out: plazo_dias int4, hora_cierre int4, gestor text?
SELECT parametro_int('consulta_plazo_dias', 2) AS plazo_dias, parametro_int('consulta_hora_cierre', 17) AS hora_cierre,
       (SELECT g.nombre FROM entidad_gestor($1) g) AS gestor
