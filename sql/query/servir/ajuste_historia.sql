-- What a setting held, newest first, out of the audit.
-- :many
-- in:  codigo text
-- out: cuando timestamptz, quien text?, antes text?, despues text?
SELECT x.ocurrido_en AS cuando, nombre_de_usuario(x.usuario_id) AS quien, x.antes ->> 'valor' AS antes, x.despues ->> 'valor' AS despues
FROM auditoria x
WHERE x.tabla = 'parametro' AND x.registro_id = $1 AND x.accion = 'UPDATE' AND x.despues ? 'valor'
ORDER BY x.id DESC
LIMIT 50
