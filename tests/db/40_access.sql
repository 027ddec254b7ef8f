-- Sessions, throttling, links, forms kept over an expired session.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT results_eq('SELECT activa, usuario_id, entidad_id, rol_codigo, entidad, roles, caducada FROM portal.sesion_abrir(pg_temp.ficha(''90000006''), ''192.0.2.1'', ''r'')',
    format('VALUES (true, %s::bigint, %s::bigint, ''ORH_ANALISTA'', ''Entidad de Prueba A'', 1, false)', :analista_a, :a), 'a session opens with its scope');
SELECT is((SELECT count(*)::int FROM portal.sesion_abrir(t, '', '') WHERE NOT activa AND NOT caducada AND usuario_id = 0), 1, 'no session: ' || t)
FROM unnest(ARRAY['', 'zz', repeat('0', 64), pg_temp.ficha('nobody')]) t;
SELECT is(portal.actual_rol(), NULL, 'and the scope is empty again');
SELECT is((SELECT count(*)::int FROM portal.sesion_abrir(NULL, NULL, NULL)), 1, 'NULL is anonymous too');

-- Read-only, as a GET runs it.
SELECT pg_temp.salir() \g /dev/null
UPDATE sesion SET visto_en = now() - interval '31 minutes' WHERE usuario_id = :analista_a;
UPDATE sesion SET expira_en = now() - interval '1 second' WHERE usuario_id = :jefe_a;
UPDATE sesion SET cerrada_en = now() WHERE usuario_id = :jefe_b;
UPDATE usuario SET estado = 'SUSPENDIDO' WHERE id = :analista_b;
SELECT results_eq(format('SELECT activa, caducada FROM portal.sesion_abrir(pg_temp.ficha(%L), '''', '''')', doc),
                  format('VALUES (false, %L::boolean)', cad), que)
FROM (VALUES ('90000006', true, 'idle for 31 minutes: expired'), ('90000005', true, 'past its end: expired'),
             ('90000007', false, 'closed: nothing'), ('90000008', false, 'suspended account: nothing')) v (doc, cad, que);
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT resultado, formulario_id AS f FROM portal.formulario_guardar(pg_temp.ficha('90000006'), '/servidor/datos/x', 'puesto=Analista') \gset
SELECT is(:'resultado'::text, 'ok', 'a form of an expired session is kept');
SELECT is((SELECT count(*)::int FROM portal.formulario_ver(:f)), 0, 'nobody reads it without signing in');
SELECT is((SELECT resultado FROM portal.formulario_guardar(pg_temp.ficha('nobody'), '/x', '')), 'no_encontrado', 'no session, no form');
SELECT is((SELECT resultado FROM portal.sesion_crear(:analista_a, pg_temp.ficha('nueva'), '192.0.2.1', 'x')), 'ok', 'signed in again');
SELECT is((SELECT usuario_id FROM portal.sesion_abrir(pg_temp.ficha('nueva'), '', '')), :analista_a::bigint, 'the new session opens');
SELECT results_eq(format('SELECT ruta, cuerpo FROM portal.formulario_ver(%s)', :f), $$ VALUES ('/servidor/datos/x', 'puesto=Analista') $$, 'the form is there');
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is((SELECT count(*)::int FROM portal.formulario_ver(:f)), 0, 'and nobody else''s');

-- Switching roles.
SELECT pg_temp.salir() \g /dev/null
INSERT INTO asignacion (usuario_id, rol) VALUES (:admin, 'AUDITOR') RETURNING id AS otra \gset
SELECT id AS ajena FROM asignacion WHERE usuario_id = :auditor \gset
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is((SELECT resultado FROM portal.sesion_cambiar_rol(:ajena, pg_temp.ficha('t2'))), 'no_encontrado', 'another''s role is refused');
SELECT is((SELECT resultado || rol_codigo FROM portal.sesion_cambiar_rol(:otra, pg_temp.ficha('t2'))), 'okAUDITOR', 'one''s own is taken');
SELECT is((SELECT activa FROM portal.sesion_abrir(pg_temp.ficha('90000001'), '', '')), false, 'the old token is dead');
SELECT is((SELECT rol_codigo || roles FROM portal.sesion_abrir(pg_temp.ficha('t2'), '', '')), 'AUDITOR2', 'the new one has the new role');
SELECT pg_temp.salir() \g /dev/null
UPDATE asignacion SET revocada_en = now() WHERE id = :otra;
SELECT is((SELECT rol_codigo FROM portal.sesion_abrir(pg_temp.ficha('t2'), '', '')), 'SERVIR_ADMIN', 'a role that ended falls back');
SELECT is((SELECT cerradas FROM portal.sesion_cerrar_todas()), 1, 'sign out everywhere');

-- Throttling: the same shape for known and unknown.
SELECT is((SELECT count(*)::int FROM portal.cuenta_ingreso('01', d, '192.0.2.9') WHERE espera_s = 0), 1, 'one row for ' || d)
FROM unnest(ARRAY['90000006', '12345678', 'x']) d;
SELECT is((SELECT clave_hash FROM portal.cuenta_ingreso('01', '90000006', '192.0.2.9')), '$argon2id$prueba', 'with the hash when it exists');
SELECT is((SELECT clave_hash FROM portal.cuenta_ingreso('01', '90000008', '192.0.2.9')), NULL, 'not of a suspended account');
SELECT portal.acceso_registrar('01', d, '192.0.2.9', false) FROM unnest(ARRAY['90000006', '12345678']) d, generate_series(1, 5) \g /dev/null
SELECT is((SELECT count(*)::int FROM portal.cuenta_ingreso('01', d, '192.0.2.8') WHERE espera_s BETWEEN 25 AND 31 AND clave_hash IS NULL), 1,
          'five failures make wait, known or not: ' || d) FROM unnest(ARRAY['90000006', '12345678']) d;
SELECT portal.acceso_registrar('01', '90000006', '192.0.2.9', true) \g /dev/null
SELECT is((SELECT espera_s > 0 FROM portal.cuenta_ingreso('01', '90000006', '192.0.2.8')), false, 'a success clears it');
SELECT portal.acceso_registrar('01', (10000000 + i)::text, '192.0.2.77', false) FROM generate_series(1, 60) i \g /dev/null
SELECT is((SELECT espera_s > 0 FROM portal.cuenta_ingreso('01', '90000009', '192.0.2.77')), true, 'sixty failures stop an address');
SELECT is((SELECT espera_s > 0 FROM portal.cuenta_ingreso('01', '90000009', '192.0.2.78')), false, 'and no other');

-- Links.
SELECT is((SELECT resultado FROM portal.cuenta_recuperar('01', d, '192.0.2.3', pg_temp.ficha(d || t), 'Asunto', 'Cuerpo')), r, 'recovery: ' || d || t)
FROM (VALUES ('90000009', 'a', 'ok'), ('90000009', 'b', 'ok'), ('11111111', 'c', 'ok'), ('90000009', 'd', 'ok'), ('90000009', 'e', 'limitado')) v (d, t, r);
SELECT is((SELECT count(*)::int FROM correo), 3, 'a mail only for the account that exists');
SELECT is((SELECT count(*)::int FROM cola WHERE tipo = 'CORREO'), 3, 'each with its job');
SELECT is((SELECT resultado FROM portal.enlace_ver(pg_temp.ficha('90000009a'))), 'vencido', 'a newer link annuls the older');
SELECT is((SELECT resultado || tipo FROM portal.enlace_ver(pg_temp.ficha('90000009d'))), 'okRECUPERACION', 'looking consumes nothing');
SELECT is((SELECT resultado || tipo FROM portal.enlace_ver(pg_temp.ficha('90000009d'))), 'okRECUPERACION', 'twice');
SELECT is((SELECT resultado FROM portal.enlace_usar(pg_temp.ficha('90000009d'), '$argon2id$otra')), 'ok', 'using sets the password');
SELECT is((SELECT resultado FROM portal.enlace_usar(pg_temp.ficha('90000009d'), '$argon2id$mas')), 'usado', 'once');
SELECT is((SELECT clave_hash FROM usuario WHERE id = :inmediato_a), '$argon2id$otra', 'the first one stands');
SELECT is((SELECT count(*)::int FROM sesion WHERE usuario_id = :inmediato_a AND cerrada_en IS NULL), 0, 'and the sessions are over');
SELECT cmp_ok((SELECT count(*) FROM sesion WHERE usuario_id <> :inmediato_a AND cerrada_en IS NULL), '>', 5::bigint, 'of nobody else');
SELECT is((SELECT resultado FROM portal.enlace_ver('x')), 'no_encontrado', 'nonsense is not found');
SELECT * FROM finish();
ROLLBACK;
