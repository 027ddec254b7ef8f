-- One vinculo with its person, entity, rule of the induction and the warnings that do not block.
-- :one
-- in:  id int8
-- out: id int8, persona_id int8, version int4, nombre text, tipo_documento text, documento text,
--      correo text?, celular text?, entidad text, organo text?, puesto text, regimen text, grupo text?,
--      contrato text?, condicion text?, modalidad text, es_confianza bool, primer_ingreso bool,
--      sustento text?, jefe text?, fecha_ingreso date, fecha_inicio_puesto date, fecha_cese date?,
--      motivo_cese text?, cesado bool, edicion text?, es_tardia bool, correo_de int8, registrado timestamptz,
--      transferencia_id int8?, destino text?, fecha_transferencia date?, rebota bool,
--      plan_id int8?, plan_version int4?, termino bool
SELECT v.id, v.persona_id, v.version, v.nombre_completo AS nombre, t.sigla AS tipo_documento, v.documento,
       p.correo, p.celular, n.nombre AS entidad, o.nombre AS organo, v.puesto, r.nombre_corto AS regimen,
       g.nombre AS grupo, k.nombre AS contrato, c.nombre AS condicion, v.modalidad, v.es_confianza,
       v.primer_ingreso_estado AS primer_ingreso, v.documento_sustento AS sustento, v.jefe_nombre AS jefe,
       v.fecha_ingreso, v.fecha_inicio_puesto, v.fecha_cese, v.motivo_cese,
       v.fecha_cese IS NOT NULL AS cesado, ed.nombre AS edicion, coalesce(i.es_tardia, false) AS es_tardia,
       CASE WHEN p.correo IS NULL THEN 0 ELSE (SELECT count(*) FROM (
           SELECT FROM persona q WHERE q.correo_clave = p.correo_clave AND q.id <> p.id LIMIT 50) x) END AS correo_de,
       v.creado_en AS registrado, tr.id AS transferencia_id, dn.nombre AS destino,
       tr.fecha AS fecha_transferencia,
       EXISTS (SELECT FROM correo_rebote b WHERE b.correo_clave = p.correo_clave) AS rebota,
       pl.id AS plan_id, pl.version AS plan_version,
       EXISTS (SELECT FROM avance x WHERE x.inscripcion_id = i.id AND x.situacion IN ('COMPLETADO', 'VALIDADO')) AS termino
FROM vinculo v
JOIN persona p ON p.id = v.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
JOIN entidad n ON n.id = v.entidad_id
JOIN regimen r ON r.codigo = v.regimen
LEFT JOIN grupo g ON g.codigo = v.grupo
LEFT JOIN tipo_contrato k ON k.codigo = v.tipo_contrato
LEFT JOIN condicion c ON c.codigo = v.condicion
LEFT JOIN organo o ON o.id = v.organo_id
LEFT JOIN LATERAL (SELECT i.* FROM inscripcion i WHERE i.vinculo_id = v.id ORDER BY i.id DESC LIMIT 1) i ON true
LEFT JOIN edicion ed ON ed.id = i.edicion_id
LEFT JOIN LATERAL (SELECT t.plan_id FROM actividad t WHERE t.inscripcion_id = i.id LIMIT 1) ac ON true
LEFT JOIN plan pl ON pl.id = ac.plan_id
LEFT JOIN transferencia tr ON tr.vinculo_id = v.id AND tr.estado = 'PROPUESTA'
LEFT JOIN entidad dn ON dn.id = tr.entidad_destino
WHERE v.id = $1
