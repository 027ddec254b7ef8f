-- What is odd about a finished stage and when that changes (the answers of conformity apart); a new version of the rule; random samples.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();
CREATE FUNCTION pg_temp.rareza(v bigint, t text) RETURNS text LANGUAGE sql
    AS $$ SELECT nullif(btrim(replace(rareza, 'SIN_CONFORMIDAD', '')), '') FROM portal.etapa WHERE vinculo_id = v AND tipo = t $$;
SELECT set_config('portal.rol', '', true) \g /dev/null
CREATE FUNCTION pg_temp.entregar(v bigint, t text, c text, tarea text DEFAULT NULL, lista date DEFAULT NULL) RETURNS void LANGUAGE sql AS $$
    INSERT INTO portal.evidencia (etapa_id, actividad_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id, lista_el)
    SELECT e.id, (SELECT a.id FROM portal.actividad a WHERE a.etapa_id = e.id AND a.titulo = tarea), e.vinculo_id, e.entidad_id, repeat(c, 64), 'image/png', 1, 'Prueba', (SELECT min(id) FROM portal.usuario), lista
    FROM portal.etapa e WHERE e.vinculo_id = v AND e.tipo = t $$;
UPDATE vinculo SET fecha_ingreso = '2026-10-01', fecha_inicio_puesto = '2026-10-01' WHERE id IN (:va, :vb, :vs);
UPDATE etapa SET fecha_limite = '2026-10-20', estado = 'CULMINADA', fecha_inicio = NULL, fecha_fin = '2026-10-10', motivo = NULL
WHERE vinculo_id IN (:va, :vb, :vs) AND tipo = 'ENTIDAD';
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), NULL, 'nothing odd');
SELECT isnt(en_cola_desde, NULL, 'since when it waits') FROM etapa WHERE vinculo_id = :va AND tipo = 'ENTIDAD';

-- Evidence: the same file elsewhere, in whatever entity; both are found, and each becomes a new version.
SELECT version AS antes FROM etapa WHERE vinculo_id = :va AND tipo = 'ENTIDAD' \gset
SELECT pg_temp.entregar(:va, 'ENTIDAD', 'c') \g /dev/null
SELECT is(version, :antes, 'a file of one''s own changes nothing') FROM etapa WHERE vinculo_id = :va AND tipo = 'ENTIDAD';
SELECT pg_temp.entregar(:vb, 'ENTIDAD', 'c') \g /dev/null
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), 'EVIDENCIA_OTRA_PERSONA', 'the one of A');
SELECT is(pg_temp.rareza(:vb, 'ENTIDAD'), 'EVIDENCIA_OTRA_PERSONA', 'and the one of B');
SELECT is(version, :antes + 1, 'once') FROM etapa WHERE vinculo_id = :va AND tipo = 'ENTIDAD';
SELECT pg_temp.entregar(:vs, 'ENTIDAD', 'd'), pg_temp.entregar(:vs, 'ESTADO', 'd') \g /dev/null
SELECT is(pg_temp.rareza(:vs, 'ENTIDAD'), 'EVIDENCIA_OTRA_ETAPA', 'twice of one person');
SELECT is((SELECT count(*)::int FROM auditoria WHERE tabla = 'etapa' AND despues ? 'rareza'), 0, 'no line of the audit for what is derived');

-- Tasks: hours, evidence that was asked, dates.
INSERT INTO plan_plantilla (version, nombre, estado, publicada_en) VALUES (901, 'Plantilla de prueba', 'RETIRADA', now());
INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
SELECT :a, id, 50, 'REEMPLAZADO', 'Resolución 1', '2026-01-01', '2026-01-01', now() FROM plan_plantilla WHERE version = 901;
INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad, horas)
SELECT id, :a, 'ENTIDAD', 'ENTIDAD', n, 'Charla ' || n, 'ORH', 1, 'HABIL', 2 FROM plan, generate_series(1, 3) n WHERE entidad_id = :a AND version = 50;
DELETE FROM actividad WHERE vinculo_id IN (:va, :vs);
INSERT INTO actividad (inscripcion_id, etapa_id, vinculo_id, persona_id, entidad_id, plan_id, plan_actividad_id, tipo, titulo,
                       quien, fecha_prevista, horas, pide_evidencia, obligatoria)
SELECT e.inscripcion_id, e.id, e.vinculo_id, :pa, :a, a.plan_id, a.id, e.tipo, a.titulo, 'ORH', hoy(), 2, a.orden = 2, a.orden < 3
FROM etapa e, plan_actividad a JOIN plan p ON p.id = a.plan_id AND p.version = 50
WHERE e.vinculo_id = :va AND e.tipo = 'ENTIDAD' AND p.entidad_id = :a;
CREATE FUNCTION pg_temp.hacer(v bigint, t text, el date) RETURNS void LANGUAGE sql AS $$
    UPDATE portal.actividad SET estado = 'HECHA', hecha_el = el WHERE vinculo_id = v AND titulo = t $$;
SELECT pg_temp.hacer(:va, 'Charla 1', '2026-10-05') \g /dev/null
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), 'TAREAS_PENDIENTES HORAS_CORTAS EVIDENCIA_OTRA_PERSONA', 'two of four hours');
SELECT pg_temp.hacer(:va, 'Charla 3', '2026-10-05') \g /dev/null
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), 'TAREAS_PENDIENTES HORAS_CORTAS EVIDENCIA_OTRA_PERSONA', 'what was optional makes up for nothing');
UPDATE actividad SET estado = 'PENDIENTE', hecha_el = NULL WHERE vinculo_id = :va AND titulo = 'Charla 3';
UPDATE actividad SET horas = NULL WHERE vinculo_id = :va;
UPDATE etapa SET rareza = NULL WHERE vinculo_id = :va AND tipo = 'ENTIDAD';
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), 'TAREAS_PENDIENTES EVIDENCIA_OTRA_PERSONA', 'an obligatory task is missed without hours too');
UPDATE actividad SET horas = 2 WHERE vinculo_id = :va;
SELECT pg_temp.entregar(:va, 'ENTIDAD', 'f', 'Charla 2'), pg_temp.hacer(:va, 'Charla 2', '2026-10-11') \g /dev/null
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), 'TAREA_DESPUES EVIDENCIA_OTRA_PERSONA', 'all hours, the last one after the end');
SELECT pg_temp.hacer(:va, 'Charla 2', '2026-10-10') \g /dev/null
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), 'EVIDENCIA_OTRA_PERSONA', 'in order again; what is not obligatory may be left');
-- The list of attendance of one task is no repeated evidence; the same file as that of another task is.
INSERT INTO actividad (inscripcion_id, etapa_id, vinculo_id, persona_id, entidad_id, plan_id, plan_actividad_id, tipo, titulo,
                       quien, fecha_prevista, pide_evidencia, obligatoria, estado, hecha_el)
SELECT e.inscripcion_id, e.id, e.vinculo_id, :pa, :a, a.plan_id, a.id, e.tipo, a.titulo, 'ORH', hoy(), true, true, 'HECHA', '2026-10-09'
FROM etapa e, plan_actividad a JOIN plan p ON p.id = a.plan_id AND p.version = 50
WHERE e.vinculo_id = :vs AND e.tipo = 'ENTIDAD' AND p.entidad_id = :a AND a.orden < 3;
UPDATE etapa SET rareza = NULL WHERE vinculo_id = :vs AND tipo = 'ENTIDAD';
SELECT is(pg_temp.rareza(:vs, 'ENTIDAD'), 'SIN_EVIDENCIA EVIDENCIA_OTRA_ETAPA', 'a file of the stage is that of no task');
SELECT pg_temp.entregar(:vs, 'ENTIDAD', 'f', 'Charla 2') \g /dev/null
SELECT is(pg_temp.rareza(:vs, 'ENTIDAD'), 'SIN_EVIDENCIA EVIDENCIA_OTRA_PERSONA EVIDENCIA_OTRA_ETAPA', 'one of two; a file each is twice');
SELECT pg_temp.entregar(:vs, 'ENTIDAD', '1', 'Charla 1') \g /dev/null
SELECT is(pg_temp.rareza(:vs, 'ENTIDAD'), 'EVIDENCIA_OTRA_PERSONA EVIDENCIA_OTRA_ETAPA', 'both');
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), 'EVIDENCIA_OTRA_PERSONA', 'of both people');
DELETE FROM evidencia WHERE sha256 IN (repeat('c', 64), repeat('f', 64), repeat('1', 64));
SELECT pg_temp.entregar(v, 'ENTIDAD', x, t, d) FROM (VALUES (:va, 'f', 'Charla 2', '2026-10-10'::date), (:vs, 'f', 'Charla 2', '2026-10-10'),
    (:vs, '1', 'Charla 1', '2026-10-10')) q (v, x, t, d) \g /dev/null
UPDATE etapa SET rareza = NULL WHERE vinculo_id IN (:va, :vb, :vs) AND tipo = 'ENTIDAD';
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), NULL, 'one list of two people');
SELECT is(pg_temp.rareza(:vs, 'ENTIDAD'), 'EVIDENCIA_OTRA_ETAPA', 'and of the other');
SELECT is((SELECT array_agg(evidencia_personas(x) ORDER BY x.vinculo_id) FROM evidencia x WHERE sha256 = repeat('f', 64)), '{2,2}'::bigint[], 'of how many');
SELECT pg_temp.entregar(:vb, 'ENTIDAD', 'f') \g /dev/null
SELECT is(pg_temp.rareza(:vb, 'ENTIDAD'), 'EVIDENCIA_OTRA_PERSONA', 'who was not on the list');
SELECT is(pg_temp.rareza(:va, 'ENTIDAD'), NULL, 'the others are');
SELECT pg_temp.entregar(:va, 'ENTIDAD', '1', 'Charla 2', '2026-10-09') \g /dev/null
SELECT is(pg_temp.rareza(:vs, 'ENTIDAD'), 'EVIDENCIA_OTRA_PERSONA EVIDENCIA_OTRA_ETAPA', 'the list of another day');
SELECT pg_temp.entregar(:vb, 'ENTIDAD', 'c') \g /dev/null
DELETE FROM evidencia WHERE actividad_id IS NOT NULL;
DELETE FROM actividad WHERE vinculo_id = :vs;
UPDATE actividad SET etapa_id = (SELECT id FROM etapa WHERE vinculo_id = :vs AND tipo = 'ESPECIFICA'), vinculo_id = :vs WHERE vinculo_id = :va;
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-10-12', fecha_limite = '2026-10-20' WHERE vinculo_id = :vs AND tipo = 'ESPECIFICA';
SELECT is(pg_temp.rareza(:vs, 'ESPECIFICA'), 'SIN_EVIDENCIA', 'asked for, done, not handed in');
SELECT pg_temp.entregar(:vs, 'ESPECIFICA', 'e', 'Charla 2') \g /dev/null
SELECT is(pg_temp.rareza(:vs, 'ESPECIFICA'), NULL, 'handed in');

-- Stage A ends with the course: its tasks are never ticked by that.
UPDATE actividad SET horas = 2, obligatoria = true, etapa_id = e.id, tipo = 'ESTADO' FROM etapa e
WHERE e.vinculo_id = :vs AND e.tipo = 'ESTADO' AND titulo = 'Charla 3' AND actividad.vinculo_id = :vs;
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-10-12', fecha_limite = '2026-10-31' WHERE vinculo_id = :vs AND tipo = 'ESTADO';
SELECT is(pg_temp.rareza(:vs, 'ESTADO'), 'EVIDENCIA_OTRA_ETAPA', 'the course is what counts');
-- Its hours against those of the plan: two.
INSERT INTO curso (codigo) SELECT 'HORAS-' || n FROM generate_series(1, 3) n;
INSERT INTO curso_version (curso_id, version, nombre, acreditacion, nota_minima, horas)
SELECT id, 1, codigo, 'EVALUACION', 14, (ARRAY[1, 2, NULL])[right(codigo, 1)::integer] FROM curso WHERE codigo LIKE 'HORAS-_';
CREATE FUNCTION pg_temp.aprobar(v bigint, curso text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO portal.curso_anulacion (resultado_id, entidad_id) SELECT id, entidad_id FROM portal.curso_resultado WHERE vinculo_id = v
    ON CONFLICT DO NOTHING;
    UPDATE portal.etapa SET estado = 'PENDIENTE', fecha_fin = NULL WHERE vinculo_id = v AND tipo = 'ESTADO';
    PERFORM FROM portal.curso_version q, portal.vinculo x, LATERAL portal.mooc_asentar(q.id, 'MANO', NULL, jsonb_build_array(jsonb_build_object(
        'persona_id', x.persona_id, 'vinculo_id', v, 'estado', 'APROBADO', 'aprueba', true, 'nota', 16, 'fecha', '2026-10-12', 'sustento', 'Prueba')))
    WHERE x.id = v AND q.nombre = curso;
    RETURN (SELECT concat_ws(' ', CASE WHEN rareza ~ 'HORAS_CORTAS' THEN 'CORTA' ELSE 'BIEN' END, e.estado, r.etapa_version = e.version)
            FROM portal.etapa e JOIN portal.curso_resultado r ON r.etapa_id = e.id WHERE e.vinculo_id = v AND e.tipo = 'ESTADO'
            ORDER BY r.id DESC LIMIT 1);
END $$;
SELECT is(pg_temp.aprobar(:vs, 'HORAS-1'), 'CORTA CULMINADA t', 'a course of one hour; it can be undone as it was put down');
SELECT is(pg_temp.aprobar(:vs, 'HORAS-2'), 'BIEN CULMINADA t', 'of two; what was annulled counts no more');
SELECT is(pg_temp.aprobar(:vs, 'HORAS-3'), 'BIEN CULMINADA t', 'of hours that nobody tells');

-- Dates that others move.
UPDATE etapa SET fecha_fin = '2026-10-15' WHERE vinculo_id = :vs AND tipo = 'ENTIDAD';
SELECT is(pg_temp.rareza(:vs, 'ESPECIFICA'), 'ANTES_DE_LA_B', 'B moved behind C');
UPDATE etapa SET fecha_fin = '2026-10-10' WHERE vinculo_id = :vs AND tipo = 'ENTIDAD';
SELECT is(pg_temp.rareza(:vs, 'ESPECIFICA'), NULL, 'and back');
UPDATE etapa SET fecha_inicio = '2026-10-02' WHERE vinculo_id = :vs AND tipo = 'ESPECIFICA';
UPDATE vinculo SET fecha_ingreso = '2026-10-05', fecha_inicio_puesto = '2026-10-05' WHERE id = :vs;
SELECT is(pg_temp.rareza(:vs, 'ESPECIFICA'), 'EMPEZO_ANTES', 'begun before the entry as it was corrected');
SELECT is(string_agg(rareza_es(pg_temp.rareza(:vs, 'ESPECIFICA'), g)::text, ',' ORDER BY g), 'true,false,false', 'a filter finds its kind')
FROM unnest(ARRAY['FECHAS', 'HORAS', 'PLAZO']) g;
SELECT is((SELECT string_agg(x, ' ') FROM etapa e, string_to_table(e.rareza, ' ') x
           WHERE rareza_en_palabras(x) = x), NULL, 'each code has its words');

-- A new version of the rule: who was enrolled under the first keeps it, with what was validated.
UPDATE etapa SET estado = 'VALIDADA' WHERE vinculo_id = :vb AND tipo = 'ENTIDAD';
CREATE TEMP TABLE antes AS SELECT e.*, i.regla_id, i.estado AS inscripcion FROM etapa e JOIN inscripcion i ON i.id = e.inscripcion_id;
CREATE TEMP TABLE cuentas AS SELECT etapa_visible(estado, fecha_limite, hoy()) AS estado, count(*) AS n FROM etapa GROUP BY 1;
INSERT INTO regla (codigo, programa, edicion_id, version, vigente_desde, texto, fuente)
SELECT 'SERVIDORES-PRUEBA-2', programa, edicion_id, version + 1, hoy(), 'Plazos más cortos', 'Prueba' FROM regla
WHERE id = regla_de(edicion_de('SERVIDORES', hoy()), hoy());
INSERT INTO regla_etapa (regla_id, tipo, dias, unidad, responsable, texto, fuente)
SELECT r.id, t, 1, 'CALENDARIO', 'ORH', 'Un día', 'Prueba' FROM regla r, unnest(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA']) t
WHERE r.codigo = 'SERVIDORES-PRUEBA-2';
SELECT results_eq('SELECT e.*, i.regla_id, i.estado FROM etapa e JOIN inscripcion i ON i.id = e.inscripcion_id ORDER BY e.id',
    'SELECT * FROM antes ORDER BY id', 'not a stage and not an enrolment moved');
SELECT results_eq('SELECT etapa_visible(estado, fecha_limite, hoy()), count(*) FROM etapa GROUP BY 1 ORDER BY 1',
    'SELECT * FROM cuentas ORDER BY 1', 'every count is what it was');
SELECT is(regla_de(edicion_de('SERVIDORES', hoy()), hoy()),
    (SELECT id FROM regla WHERE codigo = 'SERVIDORES-PRUEBA-2'), 'who enters from now on has the new one');

-- Samples.
SELECT pg_temp.entrar('90000002') \g /dev/null
SELECT resultado AS r1, id AS m1, poblacion AS p1 FROM muestra_sortear('Prueba', 'VALIDADA', '1950-01-01', '2026-12-31', NULL, NULL, NULL, 'semilla', 2, false) \gset
SELECT is(:'r1' || :p1, 'ok' || (SELECT count(*) FROM etapa WHERE estado = 'VALIDADA'), 'drawn from all that were validated');
SELECT results_eq(format('SELECT etapa_id FROM muestra_etapa WHERE muestra_id = %s ORDER BY orden', :m1),
    $$ SELECT id FROM etapa WHERE estado = 'VALIDADA' ORDER BY encode(sha256(('semilla:' || id)::bytea), 'hex') LIMIT 2 $$, 'by the rule that is told');
SELECT is((SELECT resultado || id FROM muestra_sortear('Otra', 'VALIDADA', '1950-01-01', '2026-12-31', NULL, NULL, NULL, 'semilla', 2, false)),
    'ya_estaba' || :m1, 'the same draw is the same sample');
SELECT is((SELECT resultado FROM muestra_sortear('Otra', 'VALIDADA', '1950-01-01', '1950-01-02', NULL, NULL, NULL, 'semilla', 2, false)), 'vacia', 'nothing to draw from');
SELECT results_eq(format('SELECT misma_poblacion, iguales, salieron FROM muestra_comprobar(%s)', :m1), 'VALUES (true, least(2, ' || :p1 || '), 0)', 'again the same');
SELECT throws_ok('UPDATE muestra SET semilla = ''otra''', '42501', NULL, 'a draw is not changed');
SELECT throws_ok('UPDATE muestra_etapa SET etapa_id = 1', '42501', NULL, 'nor its members');
SELECT throws_ok('DELETE FROM muestra_etapa', '42501', NULL, 'nor left out');
SELECT is((SELECT resultado FROM muestra_verificar((SELECT min(id) FROM muestra_etapa WHERE muestra_id = :m1), 1, 'NO_CONFORME', ' ')), 'falta_nota', 'a finding says what');
SELECT is((SELECT resultado FROM muestra_verificar((SELECT min(id) FROM muestra_etapa WHERE muestra_id = :m1), 1, 'CONFORME', NULL)), 'ok', 'found');
SELECT is((SELECT resultado FROM muestra_verificar((SELECT min(id) FROM muestra_etapa WHERE muestra_id = :m1), 1, 'CONFORME', NULL)), 'sin_cambio', 'twice is once');
SELECT is((SELECT resultado FROM muestra_verificar((SELECT min(id) FROM muestra_etapa WHERE muestra_id = :m1), 1, 'NO_CONFORME', 'x')), 'conflicto', 'by another meanwhile');
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is((SELECT resultado FROM muestra_sortear('Prueba', 'CULMINADA', '1950-01-01', '2026-12-31', NULL, NULL, NULL, 'otra-semilla', 1, false)), 'no_permitido', 'an ORH draws nothing');
SELECT pg_temp.salir() \g /dev/null
SELECT is(intervalo_wilson(0, 0), NULL, 'no interval of nothing');
SELECT is(intervalo_wilson(0, 50), '0.0 % – 7.1 %', 'none of fifty');
SELECT is(intervalo_wilson(50, 50), '92.9 % – 100.0 %', 'all of fifty');
SELECT * FROM finish();
ROLLBACK;
