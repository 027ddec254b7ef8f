-- What was decided about a stage so far, newest first.
-- :many
-- in:  id int8, vinculo_id int8
-- out: que text, dicho text?, cuando timestamptz, quien text?
SELECT evento_en_palabras(x.tipo) AS que, x.datos ->> 'motivo' AS dicho, x.conocido_en AS cuando,
       nombre_de_usuario(x.usuario_id) AS quien
FROM evento x
WHERE x.vinculo_id = $2 AND x.datos ->> 'etapa_id' = $1::text
ORDER BY x.id DESC
LIMIT 20
