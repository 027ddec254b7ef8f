-- What would go out on a day if nobody did anything until then.
-- :many
-- in:  dia date, limite int4
-- out: nombre text, porque text, texto text, correo text, entidad text, vinculo_id int8?
SELECT nombre, recordatorio_regla_en_palabras(rol, regla) AS porque, texto, correo, entidad, vinculo_id
FROM recordatorio_simular($1, $2)
LIMIT $2
