-- Keeps the settings of a course as a new version; curso_id empty makes a course.
-- :one
-- in:  curso_id int8?, version int4, codigo text?, edicion_id int8?, vigente bool, nombre text, acreditacion text,
--      escala text, nota_minima text, escala_origen text, horas int8?, cierre date?, moodle_id int8?
-- out: resultado text, curso_id int8?
SELECT resultado, curso_id
FROM curso_guardar($1, $2, jsonb_build_object('codigo', upper($3::text), 'edicion_id', $4::bigint, 'vigente', $5::boolean,
    'nombre', $6::text, 'acreditacion', $7::text, 'escala', replace($8::text, ',', '.'),
    'nota_minima', replace($9::text, ',', '.'), 'escala_origen', replace($10::text, ',', '.'), 'horas', $11::bigint,
    'cierre', $12::date, 'moodle_id', $13::bigint)::text)
