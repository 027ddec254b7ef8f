-- The periods of a vinculo, newest first.
-- :many
-- in:  vinculo_id int8
-- out: desde date, hasta date?, organo text?, puesto text, regimen text, contrato text?, condicion text?,
--      modalidad text, es_confianza bool, jefe text?, sustento text?, motivo text?, quien text?,
--      creado timestamptz
SELECT c.desde, c.hasta, o.nombre AS organo, c.puesto, r.nombre_corto AS regimen, k.nombre AS contrato,
       d.nombre AS condicion, c.modalidad, c.es_confianza, c.jefe_nombre AS jefe,
       c.documento_sustento AS sustento, c.motivo, nombre_de_usuario(c.usuario_id) AS quien,
       c.creado_en AS creado
FROM vinculo_cambio c
JOIN regimen r ON r.codigo = c.regimen
LEFT JOIN organo o ON o.id = c.organo_id
LEFT JOIN tipo_contrato k ON k.codigo = c.tipo_contrato
LEFT JOIN condicion d ON d.codigo = c.condicion
WHERE c.vinculo_id = $1
ORDER BY c.desde DESC
LIMIT 200
