-- Row-level security: what each role sees of entity B, and what it may write there.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

SELECT set_config('prueba.b', :'b', true), set_config('prueba.vb', :'vb', true), set_config('prueba.pb', :'pb', true),
       set_config('prueba.ub', :'analista_b', true) \g /dev/null
INSERT INTO vinculo_cambio (vinculo_id, entidad_id, desde, hasta, puesto, regimen, modalidad, es_confianza)
SELECT :vb, :b, '2000-01-01', '2000-12-31', 'Otro', '15', 'PRESENCIAL', false;
INSERT INTO exportacion (usuario_id, rol, entidad_id, que, proposito) VALUES (:analista_b, 'ORH_ANALISTA', :b, 'prueba', 'prueba');
INSERT INTO acceso (usuario_id, rol, tabla, registro_id, persona_id, entidad_id) VALUES (:analista_b, 'ORH_ANALISTA', 'vinculo', '1', :pb, :b);
INSERT INTO aviso_lectura (usuario_id, version) VALUES (:analista_b, '1');
INSERT INTO formulario_pendiente (usuario_id, ruta, cuerpo, expira_en) VALUES (:analista_b, '/x', 'y', now());
INSERT INTO enlace (token_hash, usuario_id, tipo, expira_en, creado_por)
VALUES (sha256('otro'), :analista_b, 'INVITACION', now(), :jefe_b);
INSERT INTO periodo_gobierno (codigo, nombre, desde, hasta) VALUES ('1990-1991', 'Periodo de prueba', '1990-01-01', '1991-01-01');
INSERT INTO cargo_electo (periodo_id, tipo, ubigeo, entidad_id)
SELECT id, 'GOBERNADOR_REGIONAL', '98', :b FROM periodo_gobierno WHERE codigo = '1990-1991';
INSERT INTO autoridad (cargo_electo_id, persona_id, estado, desde)
SELECT id, :pb, 'ELECTA', '1990-01-01' FROM cargo_electo WHERE entidad_id = :b AND ubigeo = '98';

INSERT INTO planilla (entidad_id, usuario_id, nombre, sha256, formato)
VALUES (:b, :analista_b, 'prueba.csv', repeat('a', 64), 'UTF-8');
INSERT INTO planilla_fila (planilla_id, entidad_id, numero, crudo, celdas)
SELECT id, entidad_id, 2, '{}', '{}' FROM planilla WHERE entidad_id = :b;

-- Each table with the rows of B in it.
CREATE TEMP TABLE caso (tabla text, de_b text);
INSERT INTO caso VALUES
    ('persona', 'id = current_setting(''prueba.pb'')::bigint'),
    ('vinculo', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('vinculo_cambio', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('vinculo_palabra', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('organo', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('inscripcion', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('etapa', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('evento', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('asignacion', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('autoridad', 'persona_id = current_setting(''prueba.pb'')::bigint'),
    ('usuario', 'id = current_setting(''prueba.ub'')::bigint'),
    ('sesion', 'usuario_id = current_setting(''prueba.ub'')::bigint'),
    ('enlace', 'usuario_id = current_setting(''prueba.ub'')::bigint'),
    ('formulario_pendiente', 'usuario_id = current_setting(''prueba.ub'')::bigint'),
    ('registro_borrador', 'usuario_id = current_setting(''prueba.ub'')::bigint'),
    ('aviso_lectura', 'usuario_id = current_setting(''prueba.ub'')::bigint'),
    ('exportacion', 'usuario_id = current_setting(''prueba.ub'')::bigint'),
    ('acceso', 'usuario_id = current_setting(''prueba.ub'')::bigint'),
    ('planilla', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('planilla_fila', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('auditoria', 'entidad_id = current_setting(''prueba.b'')::bigint');
CREATE FUNCTION pg_temp.ve(p_doc text, p_tabla text, p_cual text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    n bigint;
BEGIN
    PERFORM pg_temp.entrar(p_doc);
    EXECUTE format('SELECT count(*) FROM portal.%I WHERE %s', p_tabla, p_cual) INTO n;
    PERFORM pg_temp.salir();
    RETURN n;
END $$;

SELECT cmp_ok(pg_temp.ve('90000001', tabla, de_b), '>', 0::bigint, 'the administrator sees B in ' || tabla)
FROM caso WHERE tabla NOT IN ('sesion', 'formulario_pendiente', 'registro_borrador');
SELECT is(pg_temp.ve(doc, tabla, de_b), 0::bigint, format('%s of A sees nothing of B in %s', rol, tabla))
FROM caso, (VALUES ('90000004', 'gestor'), ('90000005', 'ORH head'), ('90000006', 'analyst'), ('90000009', 'jefe'),
                   ('90000010', 'servidor'), ('no such session', 'nobody')) AS r (doc, rol);
SELECT is(pg_temp.ve(doc, 'auditoria', 'true'), 0::bigint, rol || ' reads no audit')
FROM (VALUES ('90000002', 'reviewer'), ('90000004', 'gestor'), ('90000005', 'ORH head'), ('90000006', 'analyst'),
             ('90000009', 'jefe'), ('90000010', 'servidor')) AS r (doc, rol);
SELECT is(pg_temp.ve('no such session', tabla, 'true'), 0::bigint, 'without scope no row of ' || tabla) FROM caso;
SELECT is(pg_temp.ve('no such session', 'transferencia', 'true'), 0::bigint, 'without scope no row of transferencia');

-- Each sees its own.
SELECT is(pg_temp.ve('90000006', 'vinculo', 'true'), 2::bigint, 'the analyst sees the two of A');
SELECT is(pg_temp.ve('90000004', 'vinculo', 'true'), 2::bigint, 'the gestor of A sees the two of A');
SELECT is(pg_temp.ve('90000010', 'vinculo', 'true'), 1::bigint, 'the servidor sees their own');
SELECT is(pg_temp.ve('90000010', 'etapa', 'true'), 3::bigint, 'and their three stages');
SELECT is(pg_temp.ve('90000010', 'persona', 'true'), 1::bigint, 'and only themselves');
SELECT is(pg_temp.ve('90000010', 'organo', 'true'), 1::bigint, 'and their unit');
SELECT is(pg_temp.ve('90000009', 'vinculo', 'true'), 0::bigint, 'a jefe without people sees none');
INSERT INTO vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
SELECT id, :a, 'Jefatura', '15', '2020-01-01', '2020-01-01' FROM persona WHERE numero_documento = '90000009';
UPDATE vinculo SET jefe_vinculo_id = (SELECT id FROM vinculo WHERE documento = '90000009') WHERE id = :va;
SELECT is(pg_temp.ve('90000009', 'vinculo', 'jefe_persona_id = portal.actual_persona()'), 1::bigint, 'a jefe sees their people');
SELECT is(pg_temp.ve('90000009', 'etapa', 'true'), 3::bigint, 'and their stages');
SELECT is(pg_temp.ve('90000004', 'vinculo', 'true'), 3::bigint, 'the gestor follows');
INSERT INTO asignacion_ambito (asignacion_id, region) SELECT id, '98' FROM asignacion WHERE usuario_id = :gestor;
SELECT is(pg_temp.ve('90000004', 'vinculo', 'true'), 4::bigint, 'a region adds its entities to a gestor');

-- Writing.
CREATE FUNCTION pg_temp.filas(p_doc text, p_sql text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    n bigint;
BEGIN
    PERFORM pg_temp.entrar(p_doc);
    EXECUTE p_sql;
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM pg_temp.salir();
    RETURN n;
END $$;
SELECT is(pg_temp.filas(doc, format('UPDATE portal.%I SET %s WHERE %s', tabla, cambio, donde)), 0::bigint,
          format('%s changes nothing of B in %s', doc, tabla))
FROM (VALUES ('90000005'), ('90000006'), ('90000003'), ('90000004'), ('90000009'), ('90000010')) AS r (doc),
     (VALUES ('vinculo', 'puesto = ''x y''', 'id = ' || :vb), ('persona', 'nombres = ''x''', 'id = ' || :pb),
             ('etapa', 'estado = ''EN_CURSO''', 'vinculo_id = ' || :vb), ('organo', 'sigla = ''X''', 'entidad_id = ' || :b),
             ('inscripcion', 'estado = ''INICIADO''', 'vinculo_id = ' || :vb),
             ('entidad', 'sigla = ''XX''', 'id = ' || :b),
             ('vinculo_cambio', 'puesto = ''x y''', 'vinculo_id = ' || :vb)) AS t (tabla, cambio, donde);
SELECT is(pg_temp.filas('90000003', 'UPDATE portal.vinculo SET puesto = ''x y'''), 0::bigint, 'the auditor changes nothing');
SELECT is(pg_temp.filas('90000002', 'UPDATE portal.vinculo SET puesto = ''x y'''), 0::bigint, 'the reviewer changes no vinculo');
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT throws_ok(format('INSERT INTO portal.organo (entidad_id, nombre, tipo, nivel) VALUES (%s, ''Ajena'', ''LINEA'', 2)', :b),
                 '42501', NULL, 'an analyst adds no unit to B');
SELECT throws_ok(format('UPDATE portal.vinculo SET entidad_id = %s WHERE id = %s', :b, :va), '42501', NULL, 'nor moves a vinculo there');
SELECT throws_ok(format($$ INSERT INTO portal.vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
    VALUES (%s, %s, 'Ajeno', '15', '2026-01-01', '2026-01-01') $$, :pa, :b), '42501', NULL, 'nor makes one');
SELECT throws_ok(format('UPDATE portal.etapa SET estado = ''VALIDADA'', fecha_fin = hoy() WHERE vinculo_id = %s', :va),
                 '42501', NULL, 'an ORH validates nothing');
SELECT throws_ok('UPDATE portal.persona SET numero_documento = ''11111111''', '42501', NULL, 'an ORH changes no document');
SELECT lives_ok(format('UPDATE portal.etapa SET estado = ''EN_CURSO'' WHERE vinculo_id = %s', :va), 'it moves its own stages');
SELECT pg_temp.entrar('90000002') \g /dev/null
SELECT lives_ok(format('UPDATE portal.etapa SET estado = ''VALIDADA'', fecha_fin = hoy() WHERE vinculo_id = %s AND tipo = ''ESTADO''', :va),
                'the reviewer validates');
SELECT * FROM finish();
ROLLBACK;
