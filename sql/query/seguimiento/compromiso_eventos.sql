-- What happened to a commitment.
-- :many
-- in:  compromiso_id int8
-- out: que text, motivo text?, quien text?, creado_en timestamptz
SELECT CASE WHEN v.estado = 'CUMPLIDO' THEN 'Cumplido' WHEN v.estado = 'ANULADO' THEN 'Anulado'
            WHEN row_number() OVER (ORDER BY v.id) = 1 THEN 'Acordado' ELSE 'Abierto otra vez' END AS que,
       v.motivo, nombre_de_usuario(v.usuario_id) AS quien, v.creado_en
FROM compromiso_evento v WHERE v.compromiso_id = $1 ORDER BY v.id LIMIT 50
