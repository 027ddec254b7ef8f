-- A vinculo of the session's entity as the forms that correct and change it show it.
-- :one
-- in:  id int8
-- out: id int8, persona_id int8, version int4, version_persona int4, nombre text, tipo_documento text,
--      documento text, es_dni bool, nombres text, apellido_paterno text?, apellido_materno text?,
--      digito text?, sexo text?, fecha_nacimiento date?, correo text?, celular text?, entidad text,
--      organo_id text?, puesto text, regimen text, grupo text?, tipo_contrato text?, condicion text?,
--      modalidad text, es_confianza bool, primer_ingreso bool, sustento text?, jefe_vinculo_id int8?,
--      jefe text?, fecha_ingreso date, fecha_inicio_puesto date, fecha_cese date?, cesado bool,
--      desde date, con_identidad bool, con_contacto bool, compartida bool
SELECT v.id, v.persona_id, v.version, p.version AS version_persona, v.nombre_completo AS nombre,
       t.sigla AS tipo_documento, v.documento, p.tipo_documento = '01' AS es_dni, p.nombres, p.apellido_paterno,
       p.apellido_materno, p.digito_verificador AS digito, p.sexo, p.fecha_nacimiento, p.correo, p.celular,
       n.nombre AS entidad, v.organo_id::text AS organo_id, v.puesto, v.regimen, v.grupo, v.tipo_contrato,
       v.condicion, v.modalidad, v.es_confianza, v.primer_ingreso_estado AS primer_ingreso,
       v.documento_sustento AS sustento, v.jefe_vinculo_id, v.jefe_nombre AS jefe, v.fecha_ingreso,
       v.fecha_inicio_puesto, v.fecha_cese, v.fecha_cese IS NOT NULL AS cesado,
       coalesce((SELECT max(c.desde) FROM vinculo_cambio c WHERE c.vinculo_id = v.id), v.fecha_ingreso) AS desde,
       s.vigente AND NOT s.compartida AS con_identidad, s.vigente AS con_contacto,
       s.vigente AND s.compartida AS compartida
FROM vinculo v
JOIN persona p ON p.id = v.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
JOIN entidad n ON n.id = v.entidad_id
CROSS JOIN LATERAL (SELECT v.fecha_cese IS NULL OR v.fecha_cese >= hoy() AS vigente,
                           identidad_compartida(v.id) AS compartida) s
WHERE v.id = $1 AND v.entidad_id = actual_entidad()
