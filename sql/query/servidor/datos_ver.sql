-- The draft of a registration, with the dates that its stages will get and its warnings.
-- :one
-- in:  token text
-- out: tipo_documento text, tipo_sigla text, numero_documento text, conocida bool, completo bool,
--      vinculo_id int8?, nombres text?, apellido_paterno text?, apellido_materno text?, correo text?,
--      celular text?, organo_id text?, organo_nombre text?, puesto text?, regimen text?,
--      regimen_nombre text?, grupo text?, grupo_nombre text?, tipo_contrato text?,
--      tipo_contrato_nombre text?, condicion text?, condicion_nombre text?, modalidad text?,
--      es_confianza bool, primer_ingreso bool, documento_sustento text?, jefe_nombre text?,
--      fecha_ingreso date?, edicion text?, limite_estado date?, limite_entidad date?,
--      limite_especifica date?, aviso_tardio bool, aviso_sin_jefe bool, aviso_correo int4, nombre text,
--      persona_id int8?
SELECT r.tipo_documento, t.sigla AS tipo_sigla, r.numero_documento, r.conocida, r.completo, r.vinculo_id, r.nombres,
       r.apellido_paterno, r.apellido_materno, r.correo, r.celular, r.organo_id::text AS organo_id, r.organo_nombre,
       r.puesto, r.regimen, r.regimen_nombre, r.grupo, r.grupo_nombre, r.tipo_contrato,
       r.tipo_contrato_nombre, r.condicion, r.condicion_nombre, r.modalidad, r.es_confianza,
       CASE WHEN r.completo THEN r.primer_ingreso_estado ELSE NOT r.conocida END AS primer_ingreso, r.documento_sustento, r.jefe_nombre, r.fecha_ingreso, r.edicion,
       r.limite_estado, r.limite_entidad, r.limite_especifica, r.aviso_tardio, coalesce(r.aviso_sin_jefe, false) AS aviso_sin_jefe,
       r.aviso_correo, concat_ws(' ', r.nombres, r.apellido_paterno, r.apellido_materno) AS nombre, r.persona_id
FROM registro_ver($1) r JOIN tipo_documento t ON t.codigo = r.tipo_documento
