-- Correcting an error against a change from a date; leaving and undoing it; transfers.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();
CREATE FUNCTION pg_temp.corregir(v bigint, p_version int, p_nombres text, p_puesto text, p_ingreso date) RETURNS text LANGUAGE sql AS $$
    SELECT resultado FROM portal.servidor_corregir(v, p_version, p_nombres, 'Ñuñez', 'Prueba', NULL, NULL, NULL,
        'compartido@example.org', NULL, (SELECT organo_id FROM portal.vinculo WHERE id = v), NULL, p_puesto, '15', NULL, NULL,
        NULL, 'PRESENCIAL', false, true, NULL, NULL, 'Jefa Prueba', p_ingreso, NULL, 'Estaba mal') $$;
CREATE FUNCTION pg_temp.cambiar(v bigint, p_version int, p_desde date, p_puesto text) RETURNS text LANGUAGE sql AS $$
    SELECT resultado FROM portal.servidor_cambiar(v, p_version, p_desde, (SELECT organo_id FROM portal.vinculo WHERE id = v), NULL,
        p_puesto, '15', NULL, NULL, NULL, 'PRESENCIAL', false, NULL, NULL, 'Jefa Prueba', 'Rotación') $$;

-- Correct.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is(pg_temp.corregir(:vb, 1, 'x', 'Analista', '2026-11-16'), 'no_encontrado', 'of B nothing');
SELECT is(pg_temp.corregir(:va, 9, 'x', 'Analista', '2026-11-16'), 'conflicto', 'an old version is a conflict');
SELECT is(pg_temp.corregir(:va, 1, 'José María', 'Analista', '2026-11-16'), 'sin_cambio', 'the same is no change');
SELECT is((SELECT count(*)::int FROM evento WHERE vinculo_id = :va), 1, 'and no event');
SELECT version AS ver FROM vinculo WHERE id = :va \gset
SELECT is(pg_temp.corregir(:va, :ver, 'José', 'Analista legal', '2026-11-13'), 'ok', 'name, post and date put right');
SELECT results_eq('SELECT desde, hasta, puesto FROM portal.vinculo_cambio WHERE vinculo_id = ' || :va,
    $$ VALUES ('2026-11-13'::date, NULL::date, 'Analista legal') $$, 'one period, rewritten');
SELECT results_eq('SELECT fecha_limite FROM portal.etapa WHERE vinculo_id = ' || :va || ' AND tipo = ''ENTIDAD''',
    $$ VALUES ('2026-11-27'::date) $$, 'the open stages moved with the date');
SELECT is((SELECT orden_nombre::text FROM vinculo WHERE id = :va), 'NUNEZ PRUEBA JOSE', 'the sort key follows the name');
SELECT is((SELECT count(*)::int FROM vinculo_palabra WHERE vinculo_id = :va AND palabra = 'MARIA'), 0, 'and the words');
SELECT is((SELECT datos -> 'cambios' -> 'puesto' ->> 0 FROM evento WHERE vinculo_id = :va AND tipo = 'CORRECCION'), 'Analista', 'the event keeps the old value');
SELECT pg_temp.salir() \g /dev/null
SELECT is((SELECT antes ->> 'fecha_ingreso' FROM auditoria WHERE tabla = 'vinculo' AND registro_id = :'va' AND accion = 'UPDATE' AND antes ? 'fecha_ingreso'),
    '2026-11-16', 'so does the audit');

-- Change.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT version AS ver FROM vinculo WHERE id = :va \gset
SELECT is(pg_temp.cambiar(:va, :ver, '2026-11-13', 'Coordinador'), 'fecha_invalida', 'not on the day of the entry');
SELECT is(pg_temp.cambiar(:va, :ver, '2026-11-21', 'Coordinador'), 'fecha_invalida', 'not tomorrow');
SELECT is(pg_temp.cambiar(:va, :ver, '2026-11-18', 'Analista legal'), 'sin_cambio', 'nothing changed');
SELECT version AS ver FROM vinculo WHERE id = :va \gset
SELECT is(pg_temp.cambiar(:va, :ver, '2026-11-18', 'Coordinador'), 'ok', 'another post from a day');
SELECT results_eq('SELECT desde, hasta, puesto FROM portal.vinculo_cambio WHERE vinculo_id = ' || :va || ' ORDER BY desde',
    $$ VALUES ('2026-11-13'::date, '2026-11-17'::date, 'Analista legal'), ('2026-11-18'::date, NULL::date, 'Coordinador') $$, 'two periods');
SELECT is((SELECT puesto FROM vinculo WHERE id = :va), 'Coordinador', 'the vinculo shows the one in force');

-- Leave, and undo.
SELECT version AS ver FROM vinculo WHERE id = :va \gset
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-11-19' WHERE vinculo_id = :va AND tipo = 'ESTADO';
SELECT is((SELECT resultado FROM servidor_cesar(:va, :ver, '2026-11-17', 'Renuncia')), 'fecha_invalida', 'not before the period in force');
SELECT is((SELECT resultado FROM servidor_cesar(:vb, 1, '2026-11-19', 'Renuncia')), 'no_encontrado', 'nobody of B');
SELECT is((SELECT resultado FROM servidor_cesar(:va, :ver, '2026-11-19', 'Renuncia')), 'ok', 'left');
SELECT results_eq('SELECT tipo, estado FROM portal.etapa WHERE vinculo_id = ' || :va || ' ORDER BY tipo',
    $$ VALUES ('ENTIDAD', 'RETIRADO'), ('ESPECIFICA', 'RETIRADO'), ('ESTADO', 'CULMINADA') $$, 'open stages end, earned ones stay');
SELECT is((SELECT resultado FROM servidor_cesar(:va, :ver, '2026-11-19', 'Renuncia')), 'conflicto', 'sent twice: a conflict');
SELECT version AS ver FROM vinculo WHERE id = :va \gset
SELECT is((SELECT resultado FROM servidor_cese_anular(:va, :ver, 'Error')), 'ok', 'undone');
SELECT results_eq('SELECT tipo, estado FROM portal.etapa WHERE vinculo_id = ' || :va || ' ORDER BY tipo',
    $$ VALUES ('ENTIDAD', 'PENDIENTE'), ('ESPECIFICA', 'PENDIENTE'), ('ESTADO', 'CULMINADA') $$, 'the stages are back');
SELECT is((SELECT count(*)::int FROM vinculo_cambio WHERE vinculo_id = :va AND hasta IS NULL), 1, 'and the period is open');

-- An exit that is still to come: the stages go on until the day, and the enrolment comes back as it was.
SELECT pg_temp.salir() \g /dev/null
UPDATE inscripcion SET estado = 'INICIADO' WHERE vinculo_id = :va;
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT version AS ver FROM vinculo WHERE id = :va \gset
SELECT is((SELECT resultado FROM servidor_cesar(:va, :ver, '2026-11-25', 'Renuncia')), 'ok', 'leaving on a later day');
CREATE FUNCTION pg_temp.abiertas(v bigint) RETURNS text LANGUAGE sql AS $$
    SELECT (SELECT count(*) FROM portal.etapa WHERE vinculo_id = v AND portal.etapa_abierta(estado)) || ' ' || estado
    FROM portal.inscripcion WHERE vinculo_id = v $$;
SELECT is(pg_temp.abiertas(:va), '2 INICIADO', 'the stages go on');
SELECT pg_temp.salir() \g /dev/null
SET LOCAL portal.hoy = '2026-11-25';
SELECT retirar_cesados(1000) \g /dev/null
SELECT is(pg_temp.abiertas(:va), '2 INICIADO', 'to the last day');
SET LOCAL portal.hoy = '2026-11-26';
SELECT cmp_ok(retirar_cesados(1000), '>=', 1::bigint, 'the day after, the daily job ends them');
SELECT is(pg_temp.abiertas(:va), '0 RETIRADO', 'all');
SELECT is(retirar_cesados(1000), 0::bigint, 'once');
SELECT is(pg_temp.abiertas(:vs), '3 INSCRITO', 'of nobody else');
SET LOCAL portal.hoy = '2026-11-20';
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT version AS ver FROM vinculo WHERE id = :va \gset
SELECT is((SELECT resultado FROM servidor_cese_anular(:va, :ver, 'Error')), 'ok', 'undone');
SELECT is(pg_temp.abiertas(:va), '2 INICIADO', 'stages and enrolment are what they were');

-- Transfer to B. ESTADO was finished in A.
SELECT is((SELECT resultado FROM transferencia_proponer(:vb, :a, '2026-11-20', NULL)), 'no_encontrado', 'A proposes nobody of B');
SELECT is((SELECT resultado FROM transferencia_proponer(:va, :a, '2026-11-20', NULL)), 'destino_invalido', 'nor to itself');
SELECT is((SELECT resultado FROM transferencia_proponer(:va, :b, '2026-11-18', NULL)), 'fecha_invalida', 'nor on a past period');
SELECT resultado, transferencia_id AS t FROM transferencia_proponer(:va, :b, '2026-11-20', 'Destaque') \gset
SELECT is(:'resultado'::text, 'ok', 'proposed');
SELECT is((SELECT resultado FROM transferencia_proponer(:va, :b, '2026-11-20', NULL)), 'ya_propuesta', 'once');
SELECT version AS ver FROM vinculo WHERE id = :va \gset
SELECT is((SELECT resultado FROM servidor_cesar(:va, :ver, '2026-11-19', 'x x')), 'transferencia_abierta', 'no exit meanwhile');
SELECT is((SELECT resultado FROM transferencia_aceptar(:t, 'Asesor', NULL)), 'no_encontrado', 'A does not accept for B');
SELECT is((SELECT resultado FROM transferencia_rechazar(:t, 'x')), 'no_encontrado', 'nor rejects');
SELECT pg_temp.entrar('90000008') \g /dev/null
SELECT results_eq('SELECT persona_nombre, persona_documento FROM portal.transferencia', $$ VALUES ('Ñuñez Prueba, José', '80000001') $$, 'B sees the proposal');
SELECT is((SELECT count(*)::int FROM persona WHERE numero_documento = '80000001'), 0, 'and not the person yet');
SELECT is((SELECT resultado FROM transferencia_retirar(:t, 'x')), 'no_encontrado', 'B does not withdraw it');
SELECT results_eq(format('SELECT resultado, vinculo_id FROM portal.transferencia_recibir(%s, ''Asesor'', NULL, NULL, %s, NULL)', :t, :vs),
    $$ VALUES ('jefe_invalido', NULL::bigint) $$, 'nor with a jefe of A');
SELECT is((SELECT estado FROM transferencia WHERE id = :t), 'PROPUESTA', 'which leaves it open');
SELECT resultado, vinculo_id AS vn FROM transferencia_aceptar(:t, 'Asesor', NULL) \gset
SELECT is(:'resultado'::text, 'ok', 'B accepts');
SELECT results_eq(format('SELECT resultado, vinculo_id FROM portal.transferencia_aceptar(%s, NULL, NULL)', :t),
    format('VALUES (''ya_resuelta'', %s::bigint)', :vn), 'twice: the same vinculo');
SELECT results_eq('SELECT tipo, estado, heredada_de IS NOT NULL FROM portal.etapa WHERE vinculo_id = ' || :vn || ' ORDER BY tipo',
    $$ VALUES ('ENTIDAD', 'PENDIENTE', false), ('ESPECIFICA', 'PENDIENTE', false), ('ESTADO', 'CULMINADA', true) $$, 'ESTADO is kept, the others start');
SELECT is((SELECT count(*)::int FROM vinculo WHERE documento = '80000001'), 1, 'B sees its own period only');
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT results_eq('SELECT id, fecha_cese FROM portal.vinculo WHERE documento = ''80000001''', format('VALUES (%s::bigint, ''2026-11-19''::date)', :va), 'A keeps its period, ended');
SELECT version AS ver FROM vinculo WHERE id = :va \gset
SELECT is((SELECT resultado FROM servidor_cese_anular(:va, :ver, 'x')), 'transferido', 'A does not undo it');
SELECT resultado, transferencia_id AS t FROM transferencia_proponer(:vs, :b, '2026-11-20', NULL) \gset
SELECT is((SELECT resultado FROM transferencia_retirar(:t, 'Ya no')), 'ok', 'a proposal is withdrawn');
SELECT is((SELECT resultado FROM transferencia_retirar(:t, 'Ya no')), 'ya_resuelta', 'once');
SELECT resultado, transferencia_id AS t FROM transferencia_proponer(:vs, :b, '2026-11-20', NULL) \gset
SELECT pg_temp.entrar('90000007') \g /dev/null
SELECT is((SELECT resultado FROM transferencia_rechazar(:t, 'No hay plaza')), 'ok', 'another is rejected');

-- What others may not.
SELECT pg_temp.entrar('90000010') \g /dev/null
SELECT is((SELECT resultado FROM servidor_cesar(:vs, 1, '2026-11-19', 'x x')), 'no_encontrado', 'a servidor ends no vinculo, not even theirs');
SELECT pg_temp.entrar('90000003') \g /dev/null
SELECT is((SELECT resultado FROM servidor_cesar(:vs, 1, '2026-11-19', 'x x')), 'no_encontrado', 'an auditor ends none');
SELECT * FROM finish();
ROLLBACK;
