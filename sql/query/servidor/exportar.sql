-- Everything about the people that a list of servidores finds, as the lines of a CSV file: the filters
-- of the list and its order, at most `limite` people, titles first.
-- :one
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, organo_id int8?,
--      etapa text?, estado text?, desde date?, hasta date?, vigencia text, sin_jefe bool,
--      limite int4, hoy date
-- out: filas int8, lineas text
WITH pagina AS MATERIALIZED (
    SELECT v.*
    FROM vinculo v
    WHERE v.id IN (SELECT servidor_buscar($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, $13, $12))),
linea AS (
    SELECT v.orden_nombre, v.id, csv_linea(
           t.sigla, v.documento, p.apellido_paterno, p.apellido_materno, p.nombres,
           en_palabras(p.sexo), to_char(p.fecha_nacimiento, 'DD/MM/YYYY'), p.correo, p.celular,
           n.nombre, o.nombre, v.puesto, v.regimen, r.nombre, g.nombre, k.nombre, c.nombre,
           en_palabras(v.modalidad), si_no(v.es_confianza), si_no(v.primer_ingreso_estado),
           v.documento_sustento, v.jefe_nombre, to_char(v.fecha_ingreso, 'DD/MM/YYYY'),
           to_char(v.fecha_inicio_puesto, 'DD/MM/YYYY'), to_char(v.fecha_cese, 'DD/MM/YYYY'),
           v.motivo_cese, ed.nombre, si_no(i.es_tardia),
           en_palabras(etapa_visible(ea.estado, ea.fecha_limite, $13)),
           to_char(ea.fecha_limite, 'DD/MM/YYYY'), to_char(ea.fecha_fin, 'DD/MM/YYYY'),
           en_palabras(etapa_visible(eb.estado, eb.fecha_limite, $13)),
           to_char(eb.fecha_limite, 'DD/MM/YYYY'), to_char(eb.fecha_fin, 'DD/MM/YYYY'),
           en_palabras(etapa_visible(ec.estado, ec.fecha_limite, $13)),
           to_char(ec.fecha_limite, 'DD/MM/YYYY'), to_char(ec.fecha_fin, 'DD/MM/YYYY')) AS texto
    FROM pagina v
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
    LEFT JOIN etapa ec ON ec.inscripcion_id = i.id AND ec.tipo = 'ESPECIFICA')
SELECT count(*) AS filas,
       csv_linea(
           'Tipo de documento', 'Documento', 'Apellido paterno', 'Apellido materno', 'Nombres', 'Sexo',
           'Fecha de nacimiento', 'Correo', 'Celular', 'Entidad', 'Unidad', 'Puesto',
           'Código de régimen', 'Régimen', 'Grupo', 'Tipo de contrato', 'Condición', 'Modalidad',
           'De confianza', 'Primer ingreso al Estado', 'Documento de sustento', 'Jefe inmediato',
           'Ingreso', 'Inicio en el puesto', 'Fin del vínculo', 'Motivo del fin', 'Edición',
           'Registro fuera de plazo', 'A. Al Estado', 'A. Al Estado: fecha límite',
           'A. Al Estado: fecha de fin', 'B. A la entidad', 'B. A la entidad: fecha límite',
           'B. A la entidad: fecha de fin', 'C. Al puesto', 'C. Al puesto: fecha límite',
           'C. Al puesto: fecha de fin')
       || coalesce(string_agg(l.texto, '' ORDER BY l.orden_nombre, l.id), '') AS lineas
FROM linea l
