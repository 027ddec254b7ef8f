-- The link of the jefe of a vinculo before it is made: for whom, how many wait, until when, and the one in force.
-- :opt
-- in:  vinculo_id int8
-- out: jefe text?, correo text?, personas int4, vence date?, vivo_id int8?, vivo_desde timestamptz?, vivo_hasta date?
SELECT jefe, correo, personas, vence_el AS vence, vivo_id, vivo_desde, vivo_hasta FROM jefe_enlace_previo($1)
