-- From a document to a registered servidor; the same token twice; working days over holidays.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

-- Pure functions.
SELECT is(portal_buscable(t), e, 'folds ' || t)
FROM (VALUES ('  Ñuñez-Álvarez,  José ', 'NUNEZ ALVAREZ JOSE'), ('O''Higgins', 'OHIGGINS'), ('ß', 'SS'), ('', ''),
             (U&'Jose\0301', 'JOSE')) v (t, e);
SELECT is(dni_digito_valido(n, d), e, format('DNI %s-%s', n, d))
FROM (VALUES ('10117410', '2', true), ('10117410', 'G', true), ('10117410', 'g', true), ('10117410', '3', false),
             ('1011741', '2', NULL), ('x', '2', NULL)) v (n, d, e) WHERE e IS NOT NULL;
SELECT isnt(dni_digito_valido(n, '2'), true, 'not a DNI: ' || n) FROM unnest(ARRAY['1011741', 'x', '']) n;
SELECT is(ruc_valido('20512333797'), true, 'a RUC');
SELECT is(ruc_valido('20512333798'), false, 'a wrong one');
SELECT isnt(ruc_valido(n), true, 'not a RUC: ' || n) FROM unnest(ARRAY['', 'x', '2051233379', '99512333797']) n;
SELECT is(dias_sumar(d::date, n, u), e::date, format('%s + %s %s', d, n, u))
FROM (VALUES ('2026-11-20', 1, 'HABIL', '2026-11-23'), ('2026-12-04', 1, 'HABIL', '2026-12-07'),
             ('2026-12-07', 1, 'HABIL', '2026-12-10'), ('2026-12-24', 1, 'HABIL', '2026-12-28'),
             ('2026-11-22', 1, 'HABIL', '2026-11-23'), ('2026-11-20', 0, 'HABIL', '2026-11-20'),
             ('2026-11-20', 30, 'CALENDARIO', '2026-12-20')) v (d, n, u, e);

-- The three answers to a document, and what they tell.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is((SELECT resultado FROM documento_consultar('01', d)), e, d || ' is ' || e)
FROM (VALUES ('70000001', 'nuevo'), ('80000001', 'aqui'), ('80000002', 'conocida'), ('8000000', 'invalido'), ('x', 'invalido')) v (d, e);
SELECT results_eq('SELECT nombres, apellido_paterno, vinculo_id FROM portal.documento_consultar(''01'', ''80000002'')',
    $$ VALUES ('José María', 'Ñuñez', NULL::bigint) $$, 'of a person of B: the name and nothing else');
SELECT pg_temp.entrar('90000010') \g /dev/null
SELECT is((SELECT resultado FROM documento_consultar('01', '80000002')), 'no_autorizado', 'a servidor asks about nobody');
SELECT throws_ok('SELECT portal.persona_asegurar(''01'', ''70000009'', ''{"nombres":"x","apellido_paterno":"y"}'')', '42501', NULL,
                 'nor makes a person');

-- A registration.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT results_eq($$ SELECT tipo, estado, fecha_limite FROM portal.etapa WHERE vinculo_id = $$ || :va || ' ORDER BY tipo',
    $$ VALUES ('ENTIDAD', 'PENDIENTE', '2026-11-30'::date), ('ESPECIFICA', 'PENDIENTE', '2026-12-16'::date),
              ('ESTADO', 'PENDIENTE', '2026-12-16'::date) $$, 'three stages dated by the rule');
SELECT results_eq('SELECT orden_nombre COLLATE "default", documento COLLATE "default", version FROM portal.vinculo WHERE id = ' || :va,
    $$ VALUES ('NUNEZ PRUEBA JOSE MARIA', '80000001', 1) $$, 'with its sort key');
SELECT set_eq('SELECT palabra::text FROM portal.vinculo_palabra WHERE vinculo_id = ' || :va,
    ARRAY['NUNEZ', 'PRUEBA', 'JOSE', 'MARIA', '80000001'], 'its words');
SELECT is((SELECT count(*)::int FROM vinculo_cambio WHERE vinculo_id = :va AND desde = '2026-11-16' AND hasta IS NULL), 1, 'its first period');
SELECT is((SELECT count(*)::int FROM evento WHERE vinculo_id = :va AND tipo = 'INGRESO'), 1, 'its event');
SELECT is((SELECT count(*)::int FROM organo WHERE entidad_id = :a), 1, 'one unit for the two of A that named the same');
SELECT results_eq(format('SELECT resultado, vinculo_id, repetido FROM portal.servidor_registrar(%L)', pg_temp.token('a')),
    format('VALUES (''ok'', %s::bigint, true)', :va), 'the same token again: the same vinculo');
SELECT is((SELECT datos FROM registro_borrador WHERE token = pg_temp.token('a')), '{}', 'and the draft keeps nothing else');
SELECT is((SELECT count(*)::int FROM vinculo WHERE documento = '80000001'), 1, 'and no second one');
SELECT is((SELECT resultado FROM registro_iniciar(pg_temp.token('c'), '01', '80000001', NULL)), 'aqui', 'who is here is not begun again');
SELECT is((SELECT resultado FROM registro_iniciar(pg_temp.token('c'), '01', '70000001', '0')), 'digito_invalido', 'a wrong check digit is said');
SELECT is((SELECT resultado FROM servidor_registrar(pg_temp.token('c'))), 'no_encontrado', 'no draft, no servidor');
SELECT is((SELECT resultado FROM registro_iniciar(pg_temp.token('c'), '01', '70000001', NULL)), 'nuevo', 'begun');
SELECT is((SELECT resultado FROM servidor_registrar(pg_temp.token('c'))), 'incompleto', 'not before the form');
CREATE FUNCTION pg_temp.guardar(p_token text, p_nombres text, p_ingreso date, p_organo bigint, p_jefe bigint) RETURNS text
LANGUAGE sql AS $$ SELECT resultado FROM portal.registro_guardar(p_token, p_nombres, 'Prueba', NULL, NULL, NULL, 'Compartido@example.org',
    NULL, p_organo, NULL, 'Analista', '15', NULL, NULL, NULL, 'PRESENCIAL', false, true, NULL, p_jefe, NULL, p_ingreso, NULL) $$;
SELECT is(pg_temp.guardar(pg_temp.token('c'), NULL, '2026-11-16', NULL, NULL), 'faltan_nombres', 'a new person has a name');
SELECT is(pg_temp.guardar(pg_temp.token('c'), 'Ana', '2027-11-16', NULL, NULL), 'fecha_invalida', 'not a year ahead');
SELECT is(pg_temp.guardar(pg_temp.token('c'), 'Ana', '2026-11-16', (SELECT max(id) + 1 FROM organo), NULL), 'unidad_invalida', 'a unit of A');
SELECT is(pg_temp.guardar(pg_temp.token('c'), 'Ana', '2026-11-16', NULL, :vb), 'jefe_invalido', 'a jefe of A');
SELECT is(pg_temp.guardar(pg_temp.token('b'), 'Ana', '2026-11-16', NULL, NULL), 'no_encontrado', 'another''s draft is not there');
SELECT is(pg_temp.guardar(pg_temp.token('c'), 'Ana', '2026-09-01', NULL, NULL), 'ok', 'a late one is taken');
SELECT results_eq(format('SELECT conocida, nombres, limite_entidad, aviso_tardio, aviso_sin_jefe, aviso_correo FROM portal.registro_ver(%L)', pg_temp.token('c')),
    $$ VALUES (false, 'Ana', '2026-09-15'::date, true, true, 2) $$, 'the review warns: late, no jefe, shared mail');
SELECT is((SELECT resultado FROM servidor_registrar(pg_temp.token('c'))), 'ok', 'registered');
SELECT is((SELECT es_tardia FROM inscripcion WHERE vinculo_id = (SELECT id FROM vinculo WHERE documento = '70000001')), true, 'as late');
SELECT pg_temp.entrar('90000005') \g /dev/null
SELECT is((SELECT count(*)::int FROM registro_ver(pg_temp.token('c'))), 0, 'a draft is its maker''s');

-- Two drafts for one person: the second finds them here.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT registro_iniciar(pg_temp.token(t), '01', '70000002', NULL), pg_temp.guardar(pg_temp.token(t), 'Eva', '2026-11-16', NULL, NULL)
FROM unnest(ARRAY['d', 'e']) t \g /dev/null
SELECT is((SELECT resultado FROM servidor_registrar(pg_temp.token('d'))), 'ok', 'the first draft registers');
SELECT results_eq(format('SELECT resultado, vinculo_id FROM portal.servidor_registrar(%L)', pg_temp.token('e')),
    $$ SELECT 'ya_aqui', id FROM portal.vinculo WHERE documento = '70000002' $$, 'the second answers who is here');

-- A known person keeps their name; a person of another entity may be here too.
SELECT registro_iniciar(pg_temp.token('f'), '01', '80000002', NULL),
       pg_temp.guardar(pg_temp.token('f'), 'Otro Nombre', '2026-11-17', NULL, NULL) \g /dev/null
SELECT is((SELECT persona_id FROM registro_ver(pg_temp.token('f'))), :pb::bigint, 'the review says whose record is looked at');
SELECT is((SELECT resultado FROM servidor_registrar(pg_temp.token('f'))), 'ok', 'a person of B in A');
SELECT is((SELECT nombres FROM persona WHERE numero_documento = '80000002'), 'José María', 'with the name they had');
SELECT is(persona_asegurar('01', '80000002', '{"nombres": "Otro"}'), :pb::bigint, 'half a name makes nobody new');
SELECT is((SELECT count(*)::int FROM vinculo WHERE documento = '80000002'), 1, 'and A still sees one vinculo only');

-- Nobody walks through the documents.
SELECT pg_temp.salir() \g /dev/null
UPDATE parametro SET valor = '15' WHERE clave = 'consultas_documento_hora';
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT registro_iniciar(lpad(n::text, 43, 'n'), '01', '7000' || (1000 + n), NULL) FROM generate_series(1, 15) n \g /dev/null
SELECT is((SELECT resultado FROM registro_iniciar(pg_temp.token(t), '01', d, NULL)), 'demasiadas', 'after so many no answer: ' || d)
FROM (VALUES ('p', '80000002'), ('q', '70009999'), ('r', '80000001')) v (t, d);
SELECT pg_temp.entrar('90000005') \g /dev/null
SELECT is((SELECT resultado FROM registro_iniciar(pg_temp.token('p'), '01', '70009999', NULL)), 'nuevo', 'another account has its own count');
SELECT pg_temp.salir() \g /dev/null
UPDATE registro_borrador SET creado_en = now() - interval '61 minutes' WHERE usuario_id = :analista_a;
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is((SELECT resultado FROM registro_iniciar(pg_temp.token('r'), '01', '70009998', NULL)), 'nuevo', 'an hour later it goes on');
SELECT * FROM finish();
ROLLBACK;
