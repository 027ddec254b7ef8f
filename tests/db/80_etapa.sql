-- Moving stages: the state machine over all pairs, what a date and a reason must be, clicks that come twice, many at
-- once, the limits of a jefe, what is odd, the enrolment that follows.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();
CREATE FUNCTION pg_temp.etapa(v bigint, t text) RETURNS bigint LANGUAGE sql
    AS $$ SELECT id FROM portal.etapa WHERE vinculo_id = v AND tipo = t $$;
CREATE FUNCTION pg_temp.marcar(v bigint, t text, p_estado text, p_fecha date, p_motivo text) RETURNS text LANGUAGE sql AS $$
    SELECT m.resultado FROM portal.etapa e, portal.etapa_marcar(e.id, e.version, p_estado, p_fecha, p_motivo) m
    WHERE e.vinculo_id = v AND e.tipo = t $$;
-- Puts a stage where a test needs it, as the superuser.
CREATE FUNCTION pg_temp.poner(v bigint, t text, p_estado text) RETURNS void LANGUAGE sql AS $$
    SELECT set_config('portal.rol', '', true);
    UPDATE portal.etapa SET estado = p_estado, fecha_inicio = NULL, motivo = CASE WHEN p_estado IN ('OBSERVADA', 'NO_APLICA') THEN 'x' END,
        fecha_fin = CASE WHEN p_estado IN ('CULMINADA', 'VALIDADA', 'OBSERVADA') THEN '2026-11-18'::date END
    WHERE vinculo_id = v AND tipo = t $$;
INSERT INTO vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
SELECT id, :a, 'Jefatura', '15', '2020-01-01', '2020-01-01' FROM persona WHERE numero_documento = '90000009';
UPDATE vinculo SET jefe_vinculo_id = (SELECT id FROM vinculo WHERE documento = '90000009') WHERE id = :va;

-- Every role, stage and pair of states: a move succeeds when the table says so, and only then.
CREATE FUNCTION pg_temp.probar(v bigint, doc text, t text, p_desde text, p_hacia text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r text;
BEGIN
    PERFORM pg_temp.poner(v, t, p_desde);
    PERFORM pg_temp.entrar(doc);
    r := pg_temp.marcar(v, t, p_hacia, '2026-11-18', 'Con motivo');
    PERFORM pg_temp.salir();
    RETURN coalesce(r, 'no_se_ve');
END $$;
CREATE TEMP TABLE estado_posible (e text);
INSERT INTO estado_posible VALUES ('PENDIENTE'), ('EN_CURSO'), ('CULMINADA'), ('OBSERVADA'), ('VALIDADA'), ('NO_APLICA'), ('RETIRADO');
SELECT is_empty($$
    SELECT doc, tipo, d.e, h.e, pg_temp.probar($$ || :va || $$, doc, tipo, d.e, h.e) AS fue
    FROM (VALUES ('90000002', 'SERVIR_REVISOR'), ('90000001', 'SERVIR_ADMIN'), ('90000005', 'ORH_JEFE'), ('90000006', 'ORH_ANALISTA'),
                 ('90000009', 'JEFE'), ('90000003', 'AUDITOR'), ('90000004', 'GESTOR'), ('90000008', 'ORH_ANALISTA de B')) r (doc, rol),
         (VALUES ('ESTADO'), ('ENTIDAD'), ('ESPECIFICA')) t (tipo), estado_posible d, estado_posible h
    WHERE d.e <> h.e AND (pg_temp.probar($$ || :va || $$, doc, tipo, d.e, h.e) = 'ok')
        <> EXISTS (SELECT FROM portal.etapa_transicion x WHERE x.rol = r.rol AND x.tipo = t.tipo AND x.desde = d.e AND x.hacia = h.e)
    $$, 'each pair of states, role and stage does what the table says');
SELECT is((SELECT count(*)::int FROM etapa_transicion), 2 * 3 * 12 + 4 + 2 * 3 * 2 + 5 + 3, 'the machine has as many moves as were meant');
SELECT is_empty($$ SELECT FROM portal.etapa_transicion WHERE desde = 'RETIRADO' OR (desde = 'VALIDADA'
    AND NOT (rol = 'SERVIR_ADMIN' AND hacia = 'OBSERVADA' AND pide_motivo)) $$, 'what was validated stays, but for an administrator with a reason');
SELECT pg_temp.poner(:va, t, 'PENDIENTE') FROM unnest(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA']) t \g /dev/null
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT throws_ok(format('UPDATE portal.etapa SET estado = ''OBSERVADA'', motivo = ''x'' WHERE id = %s', pg_temp.etapa(:va, 'ENTIDAD')), '42501',
    NULL, 'no UPDATE goes round the machine');

SELECT max(id) AS antes FROM evento \gset
-- Dates and reasons.
SELECT is(pg_temp.marcar(:va, 'ENTIDAD', 'CULMINADA', NULL, NULL), 'falta_fecha', 'finished needs its date');
SELECT is(pg_temp.marcar(:va, 'ENTIDAD', 'CULMINADA', '2026-11-21', NULL), 'fecha_futura', 'not tomorrow');
SELECT is(pg_temp.marcar(:va, 'ENTIDAD', 'CULMINADA', '2026-11-15', NULL), 'fecha_antes_de_ingreso', 'not before the entry');
SELECT is(pg_temp.marcar(:va, 'ENTIDAD', 'NO_APLICA', NULL, '  '), 'falta_motivo', 'it does not apply: why');
SELECT is(pg_temp.marcar(:va, 'ESTADO', 'CULMINADA', '2026-11-18', NULL), 'falta_motivo', 'SERVIR''s stage by hand: why');
SELECT is(pg_temp.marcar(:va, 'ENTIDAD', 'EN_CURSO', '2026-11-18', NULL), 'ok', 'begun');
SELECT is(pg_temp.marcar(:va, 'ENTIDAD', 'CULMINADA', '2026-11-17', NULL), 'fecha_antes_de_inicio', 'not finished before it began');
SELECT is((SELECT estado FROM inscripcion WHERE vinculo_id = :va), 'INICIADO', 'the enrolment has begun');

-- The same click twice, two tabs, another entity.
SELECT id AS eb, version AS ver FROM etapa WHERE vinculo_id = :va AND tipo = 'ENTIDAD' \gset
SELECT is((SELECT resultado FROM etapa_marcar(:eb, :ver, 'CULMINADA', '2026-11-19', NULL)), 'ok', 'finished');
SELECT is((SELECT resultado FROM etapa_marcar(:eb, :ver, 'CULMINADA', '2026-11-19', NULL)), 'sin_cambio', 'twice is once');
SELECT is((SELECT resultado FROM etapa_marcar(:eb, :ver, 'NO_APLICA', NULL, 'x')), 'conflicto', 'another tab saw something else');
SELECT is((SELECT count(*)::int FROM evento WHERE vinculo_id = :va AND tipo = 'ETAPA_CULMINADA' AND id > :antes), 1, 'one event');
SELECT is((SELECT resultado FROM etapa_marcar((SELECT id FROM pg_temp.etapa(:vb, 'ENTIDAD') AS id), 1, 'EN_CURSO', '2026-11-18', NULL)), 'no_encontrado', 'of B nothing');
SELECT is(evento_detalle(datos), 'Estado: En curso → Culminada. Etapa: B. Inducción general a la entidad', 'the event in words')
FROM evento WHERE vinculo_id = :va AND tipo = 'ETAPA_CULMINADA' AND id > :antes;

-- Many: counted, named, nothing malformed gets through.
SELECT results_eq(format($$ SELECT hechas, repetidas, fallidas FROM portal.etapa_marcar_varias((SELECT string_agg(id || '.' || version, ',')
    FROM portal.etapa WHERE vinculo_id IN (%s, %s) AND tipo = 'ESPECIFICA'), 'CULMINADA', '2026-11-19', NULL) $$, :va, :vs), 'VALUES (2, 0, 0)', 'two at once');
SELECT is((SELECT detalle FROM etapa_marcar_varias((SELECT string_agg(id || '.' || version, ',') FROM etapa WHERE vinculo_id = :vs AND tipo = 'ENTIDAD'),
    'CULMINADA', '2026-11-10', NULL)), 'Prueba, Persona 90000010: la fecha es anterior a su ingreso', 'who stopped it and why');
SELECT is((SELECT count(*)::int FROM etapas_pedidas('1.1,x,2,3.,.4,5.6''; DROP,99999999999999999999.1')), 1, 'only id.version counts');
SELECT pg_temp.salir() \g /dev/null

-- A jefe: the specific stage of their own people.
SELECT pg_temp.poner(:va, 'ESPECIFICA', 'PENDIENTE'), pg_temp.poner(:vs, 'ESPECIFICA', 'PENDIENTE'), pg_temp.poner(:va, 'ESTADO', 'PENDIENTE') \g /dev/null
SELECT id AS c_ajena FROM etapa WHERE vinculo_id = :vs AND tipo = 'ESPECIFICA' \gset
SELECT pg_temp.entrar('90000009') \g /dev/null
SELECT is(pg_temp.marcar(:va, 'ESPECIFICA', 'CULMINADA', '2026-11-19', NULL), 'ok', 'finishes that of their person');
SELECT is((SELECT count(*)::int FROM evento WHERE vinculo_id = :va AND usuario_id = :inmediato_a AND id > :antes AND tipo = 'ETAPA_CULMINADA'), 1, 'with its event');
SELECT is(pg_temp.marcar(:va, 'ESPECIFICA', 'PENDIENTE', NULL, NULL), 'ok', 'and undoes it');
SELECT is(pg_temp.marcar(:va, 'ESTADO', 'CULMINADA', '2026-11-19', 'x'), 'no_encontrado', 'not the stage of the State');
SELECT is((SELECT resultado FROM etapa_marcar(:c_ajena, 1, 'CULMINADA', '2026-11-19', NULL)), 'no_encontrado', 'nor anybody else''s');
SELECT throws_ok(format('INSERT INTO portal.evento (persona_id, vinculo_id, entidad_id, tipo) VALUES (%s, %s, %s, ''CESE'')', :pa, :va, :a), '42501',
    NULL, 'nor writes other events');
SELECT pg_temp.salir() \g /dev/null

-- What is odd, and the enrolment at its end.
SELECT set_config('portal.rol', '', true) \g /dev/null
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-11-16' WHERE vinculo_id = :vs AND tipo = 'ESPECIFICA';
SELECT is((SELECT rareza FROM etapa WHERE vinculo_id = :vs AND tipo = 'ESPECIFICA'), 'MISMO_DIA ANTES_DE_LA_B SIN_CONFORMIDAD', 'on the day of entry, before stage B');
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-11-17' WHERE vinculo_id = :vs AND tipo = 'ENTIDAD';
SELECT is((SELECT rareza FROM etapa WHERE vinculo_id = :vs AND tipo = 'ENTIDAD'), 'MUY_RAPIDA SIN_CONFORMIDAD', 'too quick');
UPDATE vinculo SET fecha_ingreso = '2026-11-18', fecha_inicio_puesto = '2026-11-18' WHERE id = :vs;
SELECT is((SELECT rareza FROM etapa WHERE vinculo_id = :vs AND tipo = 'ENTIDAD'), 'ANTES_DEL_INGRESO SIN_CONFORMIDAD', 'after a corrected entry');
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = fecha_limite + 1 WHERE vinculo_id = :vs AND tipo = 'ESTADO';
SELECT is((SELECT rareza FROM etapa WHERE vinculo_id = :vs AND tipo = 'ESTADO'), 'FUERA_DE_PLAZO', 'late');
SELECT is((SELECT estado FROM inscripcion WHERE vinculo_id = :vs), 'CULMINADO', 'all three finished');
SELECT pg_temp.entrar('90000002') \g /dev/null
SELECT is(pg_temp.marcar(:vs, 'ESTADO', 'OBSERVADA', NULL, 'Revise la fecha'), 'ok', 'SERVIR observes one');
SELECT is(pg_temp.marcar(:vs, 'ENTIDAD', 'VALIDADA', NULL, NULL), 'ok', 'and validates one');
SELECT is((SELECT estado FROM inscripcion WHERE vinculo_id = :vs), 'INICIADO', 'the enrolment is open again');
SELECT is((SELECT rareza FROM etapa WHERE vinculo_id = :vs AND tipo = 'ENTIDAD'), NULL, 'decided: no longer odd');
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is(pg_temp.marcar(:vs, 'ENTIDAD', 'PENDIENTE', NULL, NULL), 'no_permitido', 'what was validated stays');
SELECT is(pg_temp.marcar(:vs, 'ESTADO', 'CULMINADA', '2026-11-20', 'Corregida la fecha'), 'ok', 'the ORH corrects and sends again');
SELECT pg_temp.salir() \g /dev/null

-- Evidence: who adds, what closes it.
CREATE FUNCTION pg_temp.agregar(v bigint, t text, c text) RETURNS text LANGUAGE sql AS $$
    SELECT a.resultado FROM portal.evidencia_agregar(coalesce((SELECT id FROM portal.etapa WHERE vinculo_id = v AND tipo = t), 0),
        repeat(c, 64), 'application/pdf', 10, 'lista.pdf') a $$;
SELECT pg_temp.poner(:va, 'ENTIDAD', 'PENDIENTE'), pg_temp.poner(:va, 'ESPECIFICA', 'PENDIENTE') \g /dev/null
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is(pg_temp.agregar(:va, 'ENTIDAD', 'a'), 'ok', 'the ORH adds');
SELECT is(pg_temp.agregar(:va, 'ENTIDAD', 'a'), 'ya_estaba', 'the same bytes once');
SELECT is(pg_temp.agregar(:vb, 'ENTIDAD', 'a'), 'no_encontrado', 'nothing of B');
SELECT is(pg_temp.agregar(:vs, 'ENTIDAD', 'a'), 'cerrada', 'nothing to what was validated');
SELECT throws_ok(format('INSERT INTO portal.evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre)
    VALUES (%s, %s, %s, repeat(''b'', 64), ''image/png'', 1, ''x'')', (SELECT id FROM etapa WHERE vinculo_id = :va AND tipo = 'ENTIDAD'), :vb, :b),
    '42501', NULL, 'nor through a row of its own');
SELECT throws_ok('UPDATE portal.evidencia SET nombre = ''x''', '42501', NULL, 'what was handed in is not changed');
SELECT pg_temp.entrar('90000009') \g /dev/null
SELECT is(pg_temp.agregar(:va, 'ESPECIFICA', 'c'), 'ok', 'the jefe adds to stage C');
SELECT is(pg_temp.agregar(:va, 'ENTIDAD', 'c'), 'cerrada', 'and to no other');
SELECT pg_temp.entrar('90000010') \g /dev/null
SELECT is((SELECT count(*)::int FROM evidencia), 0, 'a servidor sees nobody else''s');
SELECT is(pg_temp.agregar(:vs, 'ESPECIFICA', 'd'), 'ok', 'and adds to their own');
SELECT pg_temp.salir() \g /dev/null
SELECT * FROM finish();
ROLLBACK;
