-- The thread of a query, in order.
-- :many
-- in:  consulta_id int8
-- out: que text, interno bool, de_servir bool, texto text?, quien text?, creado_en timestamptz
SELECT CASE m.tipo WHEN 'PREGUNTA' THEN 'Consulta' WHEN 'RESPUESTA' THEN 'Respuesta de SERVIR'
           WHEN 'ACLARACION' THEN CASE m.lado WHEN 'ORH' THEN 'Aclaración de la ORH' ELSE 'SERVIR pide una aclaración' END
           WHEN 'DERIVACION' THEN 'Derivada dentro de SERVIR'
           WHEN 'CIERRE' THEN CASE m.lado WHEN 'ORH' THEN 'La ORH la cerró' ELSE 'SERVIR la cerró' END
           ELSE 'La ORH la reabrió' END AS que,
       m.interno, m.lado = 'SERVIR' AS de_servir, m.texto, nombre_de_usuario(m.usuario_id) AS quien, m.creado_en
FROM consulta_mensaje m WHERE m.consulta_id = $1 ORDER BY m.id LIMIT 200
