-- The settings by group, with who changed each and when; `abre` and `cierra` are of the first and the last of a group.
-- :many
-- out: codigo text, grupo text, abre bool, cierra bool, descripcion text, valor text, cuando timestamptz?, quien text?
SELECT p.clave AS codigo, p.grupo, row_number() OVER g = 1 AS abre, p.clave = last_value(p.clave) OVER g AS cierra, p.descripcion, p.valor,
       a.ocurrido_en AS cuando, nombre_de_usuario(a.usuario_id) AS quien
FROM parametro p
LEFT JOIN LATERAL (
    SELECT x.ocurrido_en, x.usuario_id FROM auditoria x
    WHERE x.tabla = 'parametro' AND x.registro_id = p.clave AND x.accion = 'UPDATE' AND x.despues ? 'valor'
    ORDER BY x.id DESC LIMIT 1) a ON true
WINDOW g AS (PARTITION BY p.grupo ORDER BY p.descripcion, p.clave ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
ORDER BY p.grupo = 'Otros', p.grupo, p.descripcion, p.clave
LIMIT 200
