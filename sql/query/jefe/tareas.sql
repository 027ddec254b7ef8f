-- What the jefe of a personal link has to do, in the order of their people: tasks, then the stage.
-- `etapas` and `tareas` are the boxes of a form that is shown again.
-- :many
-- in:  token_hash text, etapas text?, tareas text?, hoy date
-- out: vinculo_id int8, nombre text, puesto text, ingreso date, clase text, id int8, version int4,
--      titulo text, limite date, fecha date?, abierta bool, deshacible bool, pregunta bool, archivo bool, nota text?,
--      vencida bool, marcada bool, es_tarea bool, siguen bool
SELECT t.vinculo_id, t.nombre, t.puesto, t.ingreso, t.clase, t.id, t.version, t.titulo, t.limite, t.fecha, t.abierta,
       t.deshacible, t.pregunta, t.archivo, t.nota, t.abierta AND t.limite < $4 AS vencida,
       t.id IN (SELECT m.id FROM etapas_pedidas(CASE t.clase WHEN 't' THEN $3 ELSE $2 END) m) AS marcada,
       t.clase = 't' AS es_tarea, t.siguen
FROM jefe_enlace_tareas($1) t
LIMIT 100
