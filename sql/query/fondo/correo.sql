-- The mail of a job. Its message_id stays the same however often it is sent, and no other
-- installation gives the same one; retorno names it in the return path.
-- :opt
-- in:  cola_id int8
-- out: estado text, destinatario text, asunto text, cuerpo text, message_id text,
--      retorno text, correo_id int8
SELECT m.estado, m.destinatario, m.asunto, m.cuerpo,
       'correo-' || m.id || '-' || floor(extract(epoch FROM m.creado_en) * 1000000) AS message_id,
       m.retorno, m.id AS correo_id
FROM cola c
    JOIN correo m ON m.id = (c.datos ->> 'correo_id')::bigint
WHERE c.id = $1
