-- Everything about the people that a list of servidores finds, as text for a file: the filters of the
-- list and its order, in batches.
-- :many
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, organo_id int8?,
--      etapa text?, estado text?, desde date?, hasta date?, vigencia text, sin_jefe bool,
--      despues_de int8?, hoy date, limite int4, edicion_id int8?, situacion text?, nivel text?,
--      region text?, regimen_codigo text?, sexo_codigo text?
-- out: id int8, tipo_documento text?, documento text?, apellido_paterno text?,
--      apellido_materno text?, nombres text?, sexo text?, fecha_nacimiento text?, correo text?,
--      celular text?, entidad text?, unidad text?, puesto text?, codigo_regimen text?,
--      regimen text?, grupo text?, tipo_contrato text?, condicion text?, modalidad text?,
--      es_confianza text?, primer_ingreso text?, documento_sustento text?, jefe text?,
--      ingreso text?, inicio_puesto text?, fin text?, motivo_fin text?, edicion text?,
--      fuera_de_plazo text?, estado_a text?, limite_a text?, fin_a text?, estado_b text?,
--      limite_b text?, fin_b text?, estado_c text?, limite_c text?, fin_c text?
SELECT v.id, t.sigla AS tipo_documento,
       v.documento AS documento,
       p.apellido_paterno AS apellido_paterno,
       p.apellido_materno AS apellido_materno,
       p.nombres AS nombres,
       en_palabras(p.sexo) AS sexo,
       to_char(p.fecha_nacimiento, 'DD/MM/YYYY') AS fecha_nacimiento,
       p.correo AS correo,
       p.celular AS celular,
       n.nombre AS entidad,
       o.nombre AS unidad,
       v.puesto AS puesto,
       v.regimen AS codigo_regimen,
       r.nombre AS regimen,
       g.nombre AS grupo,
       k.nombre AS tipo_contrato,
       c.nombre AS condicion,
       en_palabras(v.modalidad) AS modalidad,
       si_no(v.es_confianza) AS es_confianza,
       si_no(v.primer_ingreso_estado) AS primer_ingreso,
       v.documento_sustento AS documento_sustento,
       v.jefe_nombre AS jefe,
       to_char(v.fecha_ingreso, 'DD/MM/YYYY') AS ingreso,
       to_char(v.fecha_inicio_puesto, 'DD/MM/YYYY') AS inicio_puesto,
       to_char(v.fecha_cese, 'DD/MM/YYYY') AS fin,
       v.motivo_cese AS motivo_fin,
       ed.nombre AS edicion,
       si_no(i.es_tardia) AS fuera_de_plazo,
       en_palabras(etapa_visible(ea.estado, ea.fecha_limite, $13)) AS estado_a,
       to_char(ea.fecha_limite, 'DD/MM/YYYY') AS limite_a,
       to_char(ea.fecha_fin, 'DD/MM/YYYY') AS fin_a,
       en_palabras(etapa_visible(eb.estado, eb.fecha_limite, $13)) AS estado_b,
       to_char(eb.fecha_limite, 'DD/MM/YYYY') AS limite_b,
       to_char(eb.fecha_fin, 'DD/MM/YYYY') AS fin_b,
       en_palabras(etapa_visible(ec.estado, ec.fecha_limite, $13)) AS estado_c,
       to_char(ec.fecha_limite, 'DD/MM/YYYY') AS limite_c,
       to_char(ec.fecha_fin, 'DD/MM/YYYY') AS fin_c
FROM unnest(CASE WHEN num_nonnulls($15::int8, $16::text, $17::text, $18::text, $19::text, $20::text) = 0
    THEN ARRAY(SELECT servidor_buscar($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
    ELSE ARRAY(SELECT cifras_buscar(ROW($15, $1, $17, $18, $19, $20, $16, $8, $9)::cifra_filtro, $2, $3, $4, $5, $6, $7,
                                    $10, $11, $12, $13, $14)) END) AS b (id)
JOIN vinculo v ON v.id = b.id
JOIN persona p ON p.id = v.persona_id
JOIN tipo_documento t ON t.codigo = p.tipo_documento
JOIN entidad n ON n.id = v.entidad_id
JOIN regimen r ON r.codigo = v.regimen
LEFT JOIN organo o ON o.id = v.organo_id
LEFT JOIN grupo g ON g.codigo = v.grupo
LEFT JOIN tipo_contrato k ON k.codigo = v.tipo_contrato
LEFT JOIN condicion c ON c.codigo = v.condicion
LEFT JOIN LATERAL (SELECT x.* FROM inscripcion x WHERE x.vinculo_id = v.id ORDER BY x.id DESC LIMIT 1) i ON true
LEFT JOIN edicion ed ON ed.id = i.edicion_id
LEFT JOIN etapa ea ON ea.inscripcion_id = i.id AND ea.tipo = 'ESTADO'
LEFT JOIN etapa eb ON eb.inscripcion_id = i.id AND eb.tipo = 'ENTIDAD'
LEFT JOIN etapa ec ON ec.inscripcion_id = i.id AND ec.tipo = 'ESPECIFICA'
ORDER BY v.orden_nombre, v.id
