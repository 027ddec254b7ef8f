-- Who may give which role, and that a link is no way into another's account.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();
CREATE FUNCTION pg_temp.invitar(doc text, p_rol text, p_entidad bigint, p_hasta date, p_sustituye bigint, p_t text,
    p_regiones text DEFAULT NULL) RETURNS text LANGUAGE sql AS $$
    SELECT resultado FROM portal.usuario_invitar('01', doc, NULL, 'Persona', 'Prueba', NULL, 'x' || doc || '@example.org', p_rol,
        p_entidad, p_regiones, NULL, p_hasta, 'Prueba', p_sustituye, pg_temp.ficha(p_t), 'Asunto', 'Cuerpo') $$;
SELECT id AS asig_jefe_a FROM asignacion WHERE usuario_id = :jefe_a \gset

SELECT pg_temp.entrar('90000005') \g /dev/null
SELECT is(pg_temp.invitar('60000001', 'ORH_ANALISTA', :a, NULL, NULL, 't1'), 'ok', 'an ORH head names an analyst');
SELECT is((SELECT resultado FROM enlace_ver(pg_temp.ficha('t1'))), 'ok', 'with a link');
SELECT is(pg_temp.invitar('60000001', 'ORH_ANALISTA', :a, NULL, NULL, 't2'), 'ya_asignado', 'once');
SELECT is(pg_temp.invitar('60000002', 'ORH_ANALISTA', :b, NULL, NULL, 't3'), 'no_autorizado', 'not in B');
SELECT is(pg_temp.invitar('60000002', r, :a, NULL, NULL, 't4'), 'no_autorizado', 'not a ' || r)
FROM unnest(ARRAY['SERVIR_ADMIN', 'SERVIR_REVISOR', 'AUDITOR', 'GESTOR', 'ORH_JEFE', 'NADA']) r;
SELECT is(pg_temp.invitar('60000003', 'ORH_JEFE', :a, '2026-12-31', :asig_jefe_a, 't5'), 'ok', 'a substitute until a date');
SELECT is(pg_temp.invitar('60000004', 'ORH_JEFE', :a, NULL, :asig_jefe_a, 't6'), 'no_autorizado', 'not without one');
SELECT is(pg_temp.invitar('60000004', 'ORH_ANALISTA', :a, '2026-11-01', NULL, 't6'), 'fecha_invalida', 'not until last week');
SELECT is(pg_temp.invitar('6000', 'ORH_ANALISTA', :a, NULL, NULL, 't6'), 'documento_invalido', 'a document is a document');
SELECT is(pg_temp.invitar('90000001', 'ORH_ANALISTA', :a, NULL, NULL, 't7'), 'ya_tiene_cuenta', 'the administrator may get a role of A');
SELECT is((SELECT resultado FROM enlace_ver(pg_temp.ficha('t7'))), 'no_encontrado', 'but no link to that account is made');
SELECT is((SELECT resultado FROM enlace_crear(:admin, 'RECUPERACION', pg_temp.ficha('t8'), NULL, NULL)), 'no_autorizado', 'nor a recovery link');
SELECT is((SELECT resultado FROM enlace_crear(:analista_b, 'RECUPERACION', pg_temp.ficha('t8'), NULL, NULL)), 'no_autorizado', 'nor for B');
SELECT is((SELECT resultado FROM enlace_crear(:analista_a, 'RECUPERACION', pg_temp.ficha('t8'), NULL, NULL)), 'ok', 'for its own analyst yes');
SELECT is((SELECT resultado FROM usuario_correo(:admin, 'mio@example.org', NULL, NULL)), 'no_encontrado', 'nor is their mail changed');
SELECT is((SELECT resultado FROM usuario_suspender(:analista_b, true)), 'no_autorizado', 'an ORH suspends no account');
SELECT is((SELECT resultado FROM entidad_crear('PRUEBA-C', NULL, 'Entidad C', NULL, 'OTRA', 'NACIONAL', NULL, NULL, NULL)), 'no_autorizado', 'nor makes entities');
SELECT is((SELECT resultado FROM asignacion_revocar(:asig_jefe_a, 'x')), 'propia', 'nobody drops their own role');
SELECT is((SELECT resultado FROM asignacion_revocar((SELECT id FROM asignacion WHERE usuario_id = :analista_a), 'x')), 'ok', 'the head revokes an analyst');

-- Standing in ends: with its date, with the role it stands in for, and goes no further.
SELECT is(pg_temp.invitar('60000008', 'ORH_JEFE', :a, '2027-11-22', :asig_jefe_a, 's1'), 'sustitucion_larga', 'not for longer than a year');
SELECT is(pg_temp.invitar('60000008', 'ORH_JEFE', :a, '2027-11-21', :asig_jefe_a, 's1'), 'ok', 'a year it may be');
SELECT pg_temp.salir() \g /dev/null
SELECT a.id AS sust, a.usuario_id AS sustituta FROM asignacion a JOIN usuario u ON u.id = a.usuario_id
    JOIN persona p ON p.id = u.persona_id WHERE p.numero_documento = '60000008' \gset
SELECT enlace_usar(pg_temp.ficha('s1'), '$argon2id$x'), sesion_crear(:sustituta, pg_temp.ficha('60000008'), '', '') \g /dev/null
SELECT is(pg_temp.entrar('60000008'), 'ORH_JEFE', 'they stand in');
SELECT is(pg_temp.invitar('60000009', 'ORH_JEFE', :a, '2026-11-25', :sust, 's2'), 'es_sustituto', 'and name nobody to stand in for them');
SELECT is(pg_temp.invitar('60000009', 'ORH_ANALISTA', :a, NULL, NULL, 's3'), 'ok', 'but an analyst');
SELECT pg_temp.salir() \g /dev/null
UPDATE asignacion SET hasta = '2026-11-20', desde = '2026-01-01' WHERE id = :asig_jefe_a;
SET LOCAL portal.hoy = '2026-11-21';
SELECT is((SELECT count(*)::int FROM asignacion_vigente WHERE id = :sust), 0, 'over when the role they stand in for is over');
SET LOCAL portal.hoy = '2026-11-20';
UPDATE asignacion SET hasta = NULL WHERE id = :asig_jefe_a;
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is((SELECT resultado FROM asignacion_revocar(:asig_jefe_a, 'Cambio de jefatura')), 'ok', 'the administrator revokes the head');
SELECT pg_temp.salir() \g /dev/null
SELECT is((SELECT count(*)::int FROM asignacion WHERE sustituye_a = :asig_jefe_a AND revocada_en IS NULL), 0, 'and with it whoever stands in');
SELECT is(pg_temp.entrar('60000008'), '', 'their session has no role any more');
SELECT pg_temp.salir() \g /dev/null
SELECT id AS ab FROM asignacion_vigente WHERE usuario_id = :analista_b \gset

SELECT pg_temp.entrar('90000008') \g /dev/null
SELECT is(pg_temp.invitar('60000005', 'ORH_ANALISTA', :b, NULL, NULL, 'u1'), 'no_autorizado', 'an analyst names nobody');
SELECT is((SELECT resultado FROM servidor_invitar(:va, 'SERVIDOR', pg_temp.ficha('u2'), NULL, NULL)), 'no_encontrado', 'invites nobody of A');
SELECT is((SELECT resultado FROM servidor_invitar(:vb, 'ORH_JEFE', pg_temp.ficha('u2'), NULL, NULL)), 'no_encontrado', 'to no other role');
SELECT resultado, usuario_id AS nuevo FROM servidor_invitar(:vb, 'SERVIDOR', pg_temp.ficha('u3'), 'Asunto', 'Cuerpo') \gset
SELECT is(:'resultado'::text, 'ok', 'but its own servidor');
SELECT is((SELECT resultado FROM servidor_invitar(:vb, 'SERVIDOR', pg_temp.ficha('u4'), NULL, NULL)), 'ok', 'again, a new link');
SELECT is((SELECT resultado FROM enlace_ver(pg_temp.ficha('u3'))), 'vencido', 'the first is void');
SELECT is((SELECT resultado FROM enlace_usar(pg_temp.ficha('u4'), '$argon2id$x')), 'ok', 'the link is used');
SELECT is((SELECT resultado FROM sesion_crear(:nuevo, pg_temp.ficha('u5'), '', '')), 'ok', 'they sign in');
SELECT results_eq($$ SELECT rol_codigo, entidad FROM portal.sesion_abrir(pg_temp.ficha('u5'), '', '') $$, $$ VALUES ('SERVIDOR', 'Entidad de Prueba B') $$, 'as servidor of B');
SELECT is((SELECT count(*)::int FROM vinculo), 1, 'and see their vinculo');
SELECT pg_temp.entrar('90000008') \g /dev/null
SELECT is((SELECT resultado FROM servidor_invitar(:vb, 'SERVIDOR', pg_temp.ficha('u6'), NULL, NULL)), 'ya_tiene_cuenta', 'an account in use gets no link');

SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is(pg_temp.invitar('60000006', 'GESTOR', NULL, NULL, NULL, 'v1'), 'ambito_invalido', 'a gestor needs a territory');
SELECT is(pg_temp.invitar('60000006', 'GESTOR', NULL, NULL, NULL, 'v1', '98'), 'ok', 'and gets it');
SELECT is(pg_temp.invitar('60000007', r, NULL, NULL, NULL, 'v2'), 'ambito_invalido', 'nor is there a ' || r || ' of no entity')
FROM unnest(ARRAY['SERVIDOR', 'JEFE']) r;
SELECT is(pg_temp.invitar('60000007', 'ORH_JEFE', NULL, NULL, NULL, 'v2'), 'ambito_invalido', 'an ORH head needs an entity');
SELECT is(pg_temp.invitar('60000007', 'ORH_JEFE', :b, NULL, NULL, 'v2'), 'ok', 'and gets it');
SELECT is((SELECT resultado FROM entidad_crear('PRUEBA-C', '20512333798', 'Entidad C', NULL, 'OTRA', 'NACIONAL', NULL, NULL, NULL)), 'ruc_invalido', 'a RUC is checked');
SELECT is((SELECT resultado FROM entidad_crear('PRUEBA-C', NULL, 'Entidad C', NULL, 'OTRA', 'NACIONAL', NULL, NULL, NULL)), 'ok', 'an entity');
SELECT is((SELECT resultado FROM entidad_crear('PRUEBA-C', NULL, 'Entidad C', NULL, 'OTRA', 'NACIONAL', NULL, NULL, NULL)), 'clave_repetida', 'once');
SELECT is((SELECT resultado FROM usuario_suspender(:analista_b, true)), 'ok', 'the administrator suspends');
SELECT is((SELECT activa FROM sesion_abrir(pg_temp.ficha('90000008'), '', '')), false, 'and the session is over');
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is((SELECT resultado FROM usuario_suspender(:admin, true)), 'propia', 'but not itself');

SELECT pg_temp.salir() \g /dev/null
SELECT enlace_usar(pg_temp.ficha('s3'), '$argon2id$x') \g /dev/null
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is(pg_temp.invitar('60000009', 'SERVIR_REVISOR', NULL, NULL, NULL, 'k1'), 'ok', 'a role of SERVIR on an account that an ORH made');
SELECT is((SELECT resultado FROM enlace_ver(pg_temp.ficha('k1'))), 'ok', 'asks for a new link');
SELECT pg_temp.salir() \g /dev/null
SELECT is((SELECT u.estado || coalesce(u.clave_hash, '') FROM usuario u JOIN persona p ON p.id = u.persona_id
    WHERE p.numero_documento = '60000009'), 'INVITADO', 'and the password that the ORH may know is gone');

-- An account that the ORH of B made, and what A may give it.
SELECT pg_temp.entrar('90000007') \g /dev/null
SELECT is(pg_temp.invitar('60000010', 'ORH_ANALISTA', :b, NULL, NULL, 'm1'), 'ok', 'B names an analyst');
SELECT pg_temp.salir() \g /dev/null
SELECT enlace_usar(pg_temp.ficha('m1'), '$argon2id$x') \g /dev/null
SELECT pg_temp.cuenta('90000011', 'ORH_JEFE', :a) AS otra_jefa \gset
SELECT pg_temp.entrar('90000011') \g /dev/null
SELECT is(pg_temp.invitar('60000010', 'ORH_ANALISTA', :a, NULL, NULL, 'm2'), 'cuenta_ajena', 'A does not make an analyst of it');
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is(pg_temp.invitar('60000010', 'ORH_ANALISTA', :a, NULL, NULL, 'm3'), 'ok', 'SERVIR does');
SELECT is((SELECT resultado FROM enlace_ver(pg_temp.ficha('m3'))), 'ok', 'by a new link');
SELECT pg_temp.salir() \g /dev/null
SELECT is((SELECT u.estado || coalesce(u.clave_hash, '') FROM usuario u JOIN persona p ON p.id = u.persona_id
    WHERE p.numero_documento = '60000010'), 'INVITADO', 'the password that B may know is gone');

SELECT pg_temp.entrar('90000003') \g /dev/null
SELECT is(pg_temp.invitar('60000009', 'AUDITOR', NULL, NULL, NULL, 'w'), 'no_autorizado', 'an auditor names nobody');
SELECT is((SELECT resultado FROM asignacion_revocar(:ab, 'x')), 'no_encontrado', 'and revokes nobody');
SELECT * FROM finish();
ROLLBACK;
