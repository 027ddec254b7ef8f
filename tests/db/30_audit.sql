-- Every write leaves its line; nobody alters one; secrets do not enter it.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

SELECT is((SELECT count(*)::int FROM auditoria WHERE tabla = 'vinculo' AND registro_id = :'va' AND accion = 'INSERT'
    AND usuario_id = :analista_a AND rol = 'ORH_ANALISTA' AND entidad_id = :a AND persona_id = :pa
    AND address = '192.0.2.1' AND request = 'req-prueba'), 1, 'a registration is audited with who, role, where, request');
SELECT is((SELECT count(*)::int FROM auditoria WHERE tabla = 'etapa' AND accion = 'INSERT' AND entidad_id = :a), 6, 'so are its stages');
SELECT pg_temp.entrar('90000006') \g /dev/null
UPDATE portal.vinculo SET puesto = 'Especialista' WHERE id = :va;
UPDATE portal.vinculo SET puesto = 'Especialista' WHERE id = :va;
SELECT pg_temp.salir() \g /dev/null
SELECT results_eq(format('SELECT antes::text, despues::text FROM portal.auditoria WHERE tabla = ''vinculo'' AND accion = ''UPDATE'' AND registro_id = %L', :'va'),
    $$ VALUES ('{"puesto": "Analista"}', '{"puesto": "Especialista"}') $$, 'an update keeps only what changed, and nothing when nothing did');
SELECT is((SELECT count(*)::int FROM auditoria WHERE (antes::text || coalesce(despues::text, '')) ~ 'argon2id'
    OR despues::text ~ pg_temp.ficha('90000001')), 0, 'no hash of a password and no token in the audit');
SELECT is((SELECT despues ->> 'clave_hash' FROM auditoria WHERE tabla = 'usuario' LIMIT 1), '***', 'they show as ***');
SELECT throws_ok(format('%s portal.auditoria %s', o[1], o[2]), '42501', NULL, 'the owner cannot ' || o[1])
FROM (VALUES (ARRAY['UPDATE', 'SET rol = NULL']), (ARRAY['DELETE FROM', '']), (ARRAY['TRUNCATE', ''])) AS v (o);
SELECT throws_ok('DELETE FROM portal.evento', '42501', NULL, 'events are append-only');
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT throws_ok('INSERT INTO portal.auditoria (tabla, registro_id, accion) VALUES (''x'', ''1'', ''INSERT'')', '42501', NULL,
                 'the administrator writes no line');
SELECT throws_ok('DELETE FROM portal.auditoria', '42501', NULL, 'and erases none');
SELECT cmp_ok((SELECT count(*) FROM portal.auditoria), '>', 0::bigint, 'but reads them');
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT lives_ok(format('SELECT portal.acceso_anotar(''vinculo'', %L, %s)', :'va', :pa), 'a look is noted');
SELECT throws_ok(format('INSERT INTO portal.acceso (usuario_id, tabla, registro_id) VALUES (%s, ''vinculo'', ''1'')', :jefe_a),
                 '42501', NULL, 'but not in another''s name');
SELECT cmp_ok(portal.exportacion_anotar('servidor/lista', 'Informe del mes', '?estado=VENCIDA', 12), '>', 0::bigint, 'an export is noted');
SELECT pg_temp.salir() \g /dev/null
SELECT results_eq('SELECT usuario_id, rol, entidad_id, persona_id FROM portal.acceso',
    format('VALUES (%s::bigint, ''ORH_ANALISTA'', %s::bigint, %s::bigint)', :analista_a, :a, :pa), 'with who, role, entity, person');
SELECT * FROM finish();
ROLLBACK;
