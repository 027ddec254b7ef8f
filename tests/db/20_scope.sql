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
INSERT INTO planilla_lote (planilla_id, entidad_id, orden, n, filas) SELECT id, entidad_id, 1, 0, '[]' FROM planilla WHERE entidad_id = :b;
INSERT INTO planilla_eleccion (entidad_id, clave_titulos, columnas) VALUES (:b, repeat('a', 64), '[]');
INSERT INTO evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id)
SELECT id, vinculo_id, entidad_id, repeat('a', 64), 'image/png', 1, 'Prueba', :analista_b FROM etapa WHERE vinculo_id = :vb AND tipo = 'ENTIDAD';
INSERT INTO plan_plantilla (version, nombre, estado, publicada_en) VALUES (900, 'Plantilla de prueba', 'RETIRADA', now());
INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
SELECT :b, id, 1, 'PUBLICADO', 'Resolución 1', '2026-01-01', '2026-01-01', now() FROM plan_plantilla WHERE version = 900;
INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad)
SELECT id, :b, 'ENTIDAD', 'ENTIDAD', 1, 'Recorrido', 'ORH', 1, 'HABIL' FROM plan WHERE entidad_id = :b;
INSERT INTO actividad (inscripcion_id, etapa_id, vinculo_id, persona_id, entidad_id, plan_id, plan_actividad_id, tipo, titulo,
                       quien, fecha_prevista, pide_evidencia, obligatoria)
SELECT e.inscripcion_id, e.id, e.vinculo_id, :pb, :b, a.plan_id, a.id, e.tipo, a.titulo, a.quien, hoy(), false, true
FROM etapa e, plan_actividad a WHERE e.vinculo_id = :vb AND e.tipo = 'ENTIDAD' AND a.entidad_id = :b;
INSERT INTO material (entidad_id, titulo, tipo, url, para_servidor) VALUES (:b, 'Material de B', 'ENLACE', 'https://example.org/', true);
INSERT INTO jefe_enlace (token_hash, entidad_id, clave, nombre, vence_el) VALUES (sha256('jefe'), :b, 'NJEFE DE B', 'Jefe de B', hoy() + 1);

INSERT INTO cartera (entidad_id, usuario_id, asignada_por) VALUES (:b, :admin, :admin);
INSERT INTO contacto (entidad_id, fecha, canal, tema, usuario_id) VALUES (:b, hoy(), 'LLAMADA', 'Prueba', :admin);
INSERT INTO compromiso (entidad_id, texto, responsable, fecha_limite, usuario_id) VALUES (:b, 'Prueba', 'ORH', hoy(), :admin);
INSERT INTO compromiso_evento (compromiso_id, entidad_id, estado, usuario_id) SELECT id, :b, 'ABIERTO', :admin FROM compromiso WHERE entidad_id = :b;
INSERT INTO consulta (entidad_id, asunto, vence_en, creado_por) VALUES (:b, 'Prueba', now(), :analista_b);
INSERT INTO consulta_mensaje (consulta_id, entidad_id, lado, tipo, texto, usuario_id)
SELECT id, :b, 'ORH', 'PREGUNTA', 'Prueba', :analista_b FROM consulta WHERE entidad_id = :b;
INSERT INTO curso (codigo) VALUES ('CURSO-DE-PRUEBA');
INSERT INTO curso_version (curso_id, version, nombre, acreditacion, nota_minima, usuario_id)
SELECT id, 1, 'Curso de prueba', 'EVALUACION', 14, :admin FROM curso WHERE codigo = 'CURSO-DE-PRUEBA';
INSERT INTO mooc_carga (curso_id, curso_version_id, fuente, usuario_id, nombre, sha256, fecha)
SELECT curso_id, id, 'ARCHIVO', :admin, 'prueba.csv', repeat('a', 64), '2026-11-18' FROM curso_version;
INSERT INTO mooc_fila (carga_id, numero, celdas, persona_id) SELECT id, 2, '{}', :pb FROM mooc_carga;
INSERT INTO curso_resultado (inscripcion_id, persona_id, vinculo_id, entidad_id, curso_id, curso_version_id, intento, estado,
    aprueba, nota, fecha, fuente, carga_id, usuario_id)
SELECT i.id, i.persona_id, i.vinculo_id, i.entidad_id, k.curso_id, k.curso_version_id, 1, 'APROBADO', true, 16, '2026-11-18',
       'ARCHIVO', k.id, :admin FROM inscripcion i, mooc_carga k WHERE i.vinculo_id = :vb;
INSERT INTO curso_anulacion (resultado_id, entidad_id, usuario_id) SELECT id, entidad_id, :admin FROM curso_resultado;
INSERT INTO correo (clave, destinatario, asunto, cuerpo, motivo) VALUES ('prueba-rec', 'rec@example.org', 'x', '', 'Recordatorio');
INSERT INTO recordatorio_envio (correo_id, correo_clave, dia) SELECT id, destinatario, hoy() FROM correo WHERE clave = 'prueba-rec';
INSERT INTO recordatorio (envio_id, persona_id, rol, regla, objeto, entidad_id, vinculo_id, destinatario, texto, dia)
SELECT id, :pb, 'SERVIDOR', 'VENCIDA', 'etapa-1', :b, :vb, 'rec@example.org', 'x', hoy() FROM recordatorio_envio WHERE correo_clave = 'rec@example.org';
INSERT INTO recordatorio_baja (persona_id) VALUES (:pb);
INSERT INTO recordatorio_pausa (entidad_id, motivo, creado_por) VALUES (:b, 'Prueba', :analista_b);
UPDATE persona SET correo = 'solo-b@example.org' WHERE id = :pb;
INSERT INTO correo_rebote (correo_clave, origen, detalle) VALUES ('solo-b@example.org', 'ENVIO', '550');
INSERT INTO muestra (nombre, estado, desde, hasta, semilla, tamano, poblacion, huella, usuario_id)
VALUES ('Muestra de B', 'VALIDADA', '2026-01-01', '2026-12-31', 'prueba', 1, 1, repeat('a', 64), :admin);
INSERT INTO muestra_etapa (muestra_id, orden, etapa_id, sorteo)
SELECT m.id, 1, e.id, repeat('b', 64) FROM muestra m, etapa e WHERE m.nombre = 'Muestra de B' AND e.vinculo_id = :vb AND e.tipo = 'ENTIDAD';

-- Each table with the rows of B in it.
CREATE TEMP TABLE caso (tabla text, de_b text);
INSERT INTO caso VALUES
    ('persona', 'id = current_setting(''prueba.pb'')::bigint'),
    ('vinculo', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('vinculo_cambio', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('vinculo_palabra', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('organo', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('inscripcion', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('avance', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('etapa', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('evidencia', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('jefe_enlace', 'entidad_id = current_setting(''prueba.b'')::bigint'),
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
    ('cartera', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('contacto', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('compromiso', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('compromiso_evento', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('consulta', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('consulta_mensaje', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('planilla', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('plan', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('plan_actividad', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('actividad', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('material', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('planilla_lote', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('planilla_eleccion', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('planilla_fila', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('mooc_carga', 'nombre = ''prueba.csv'''),
    ('mooc_fila', 'persona_id = current_setting(''prueba.pb'')::bigint'),
    ('curso_resultado', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('curso_anulacion', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('recordatorio', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('recordatorio_pausa', 'entidad_id = current_setting(''prueba.b'')::bigint'),
    ('recordatorio_baja', 'persona_id = current_setting(''prueba.pb'')::bigint'),
    ('correo_rebote', 'correo_clave = ''solo-b@example.org'''),
    ('muestra', 'nombre = ''Muestra de B'''),
    ('muestra_etapa', 'sorteo = repeat(''b'', 64)'),
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

-- Who registered something: by name within an entity, SERVIR as SERVIR, of others nothing.
CREATE FUNCTION pg_temp.quien(p_doc text, p_usuario bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v text;
BEGIN
    PERFORM pg_temp.entrar(p_doc);
    v := portal.nombre_de_usuario(p_usuario);
    PERFORM pg_temp.salir();
    RETURN v;
END $$;
SELECT is(pg_temp.quien(doc, us), e, format('%s reads %s', doc, e))
FROM (VALUES ('90000006', :jefe_a, 'Persona 90000005 Prueba'), ('90000006', :admin, 'SERVIR'), ('90000006', :gestor, 'SERVIR'),
             ('90000006', :analista_b, 'Otra entidad'), ('90000010', :analista_b, 'Otra entidad'),
             ('90000010', :analista_a, 'Persona 90000006 Prueba'), ('90000004', :jefe_a, 'Persona 90000005 Prueba'),
             ('90000001', :analista_b, 'Persona 90000008 Prueba'), ('no such session', :analista_b, NULL)) AS v (doc, us, e);

-- Units above one another in a ring.
INSERT INTO organo (entidad_id, nombre, tipo, nivel) VALUES (:a, 'Unidad Uno', 'LINEA', 1), (:a, 'Unidad Dos', 'LINEA', 2),
    (:a, 'Unidad Tres', 'LINEA', 3);
SELECT pg_temp.entrar('90000006') \g /dev/null
UPDATE organo o SET padre_id = p.id FROM organo p WHERE p.entidad_id = :a
    AND (o.nombre, p.nombre) IN (('Unidad Dos', 'Unidad Uno'), ('Unidad Tres', 'Unidad Dos'));
SELECT throws_like($$ UPDATE portal.organo SET padre_id = (SELECT id FROM portal.organo WHERE nombre = 'Unidad Tres')
    WHERE nombre = 'Unidad Uno' $$, '%above itself%', 'a unit is not above itself by way of two others');
SELECT throws_ok($$ UPDATE portal.organo SET padre_id = id WHERE nombre = 'Unidad Uno' $$, '23514', NULL, 'nor directly');
SELECT lives_ok($$ UPDATE portal.organo SET padre_id = (SELECT id FROM portal.organo WHERE nombre = 'Unidad Uno')
    WHERE nombre = 'Unidad Tres' $$, 'and moves up a level');
SELECT pg_temp.salir() \g /dev/null

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
SELECT lives_ok(format('UPDATE portal.etapa SET estado = ''CULMINADA'', fecha_fin = hoy() WHERE vinculo_id = %s', :va), 'it moves its own stages');
SELECT throws_ok('DELETE FROM portal.vinculo_cambio', '42501', NULL, 'nobody deletes a period');
SELECT pg_temp.entrar('90000002') \g /dev/null
SELECT lives_ok(format('UPDATE portal.etapa SET estado = ''VALIDADA'', fecha_fin = hoy() WHERE vinculo_id = %s AND tipo = ''ESTADO''', :va),
                'the reviewer validates');
SELECT pg_temp.salir() \g /dev/null

-- A person of B whom A registers and gives a link: the account is theirs in A and opens nothing of B.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT pg_temp.registrar('80000002', pg_temp.token('z'), '2026-11-17') AS vba \gset
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT usuario_id AS doble FROM servidor_invitar(:vba, 'SERVIDOR', pg_temp.ficha('z1'), 'Asunto', 'Cuerpo') \gset
SELECT enlace_usar(pg_temp.ficha('z1'), '$argon2id$x'), sesion_crear(:doble, pg_temp.ficha('80000002'), '', '') \g /dev/null
SELECT pg_temp.salir() \g /dev/null
INSERT INTO transferencia (vinculo_id, persona_id, entidad_origen, entidad_destino, fecha, persona_nombre, persona_documento,
                           puesto_origen)
SELECT :vb, :pb, :b, id, '2026-12-01', 'x', 'x', 'x' FROM entidad WHERE clave NOT IN ('PRUEBA-A', 'PRUEBA-B') LIMIT 1;
SELECT is(pg_temp.ve('80000002', tabla, de_b), 0::bigint, 'their role in A shows nothing of B in ' || tabla)
FROM caso WHERE tabla NOT IN ('persona', 'recordatorio_baja', 'correo_rebote');
SELECT is(pg_temp.ve('80000002', 'transferencia', 'true'), 0::bigint, 'nor their transfers from B');
SELECT is(pg_temp.ve('80000002', 'vinculo', 'true'), 1::bigint, 'but their vinculo with A');
SELECT is(pg_temp.ve('80000002', 'etapa', 'true'), 3::bigint, 'and its stages');
-- The same as jefe: whom they lead in B is not theirs to see from A.
INSERT INTO vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
SELECT id, :b, 'Analista', '15', '2026-01-01', '2026-01-01' FROM persona WHERE numero_documento = '90000010';
UPDATE vinculo SET jefe_vinculo_id = :vb WHERE entidad_id = :b AND documento = '90000010';
INSERT INTO asignacion (usuario_id, rol, entidad_id) VALUES (:doble, 'JEFE', :a), (:doble, 'JEFE', :b);
UPDATE sesion SET asignacion_id = (SELECT id FROM asignacion WHERE usuario_id = :doble AND rol = 'JEFE' AND entidad_id = :a)
WHERE usuario_id = :doble;
SELECT is(pg_temp.ve('80000002', 'vinculo', de_b), 0::bigint, 'as jefe of A: nobody of B') FROM caso WHERE tabla = 'vinculo';
UPDATE sesion SET asignacion_id = (SELECT id FROM asignacion WHERE usuario_id = :doble AND rol = 'JEFE' AND entidad_id = :b)
WHERE usuario_id = :doble;
SELECT is(pg_temp.ve('80000002', 'vinculo', de_b), 2::bigint, 'with the role of B: themselves and whom they lead')
FROM caso WHERE tabla = 'vinculo';
SELECT is(pg_temp.ve('80000002', 'vinculo', 'entidad_id <> current_setting(''prueba.b'')::bigint'), 0::bigint, 'and nothing of A');
SELECT throws_ok(format('INSERT INTO portal.asignacion (usuario_id, rol) VALUES (%s, %L)', :doble, r), '23514', NULL,
                 'no ' || r || ' without an entity') FROM unnest(ARRAY['SERVIDOR', 'JEFE']) r;

SELECT * FROM finish();
ROLLBACK;
