-- The anonymous survey: who may answer and when, once; nothing leads from an answer to a person; who
-- reads what, and only of enough people.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

-- What may be joined at all. A column more, or a key, has to be thought about here.
SELECT columns_are('portal', 'encuesta_respuesta', ARRAY['clave', 'encuesta_id', 'numero', 'mes', 'entidad_id', 'region', 'valor', 'texto'],
    'an answer has no person, no account, no time and no sheet');
SELECT columns_are('portal', 'encuesta_buzon', ARRAY['encuesta_id', 'mes', 'entidad_id', 'region', 'respuestas'], 'a sheet neither');
SELECT columns_are('portal', 'encuesta_permiso', ARRAY['inscripcion_id', 'token_hash', 'usada', 'barajada'], 'who answered, without what or when');
SELECT set_eq($$ SELECT r.relname::text AS de, f.relname::text AS a FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
    WHERE k.contype = 'f' AND 'portal'::regnamespace IN (r.relnamespace, f.relnamespace)
      AND (r.relname ~ '^encuesta_(respuesta|buzon|permiso)$' OR f.relname ~ '^encuesta_(respuesta|buzon|permiso)$') $$,
    $$ VALUES ('encuesta_respuesta', 'encuesta'), ('encuesta_respuesta', 'entidad'), ('encuesta_buzon', 'encuesta'), ('encuesta_buzon', 'entidad'),
              ('encuesta_permiso', 'inscripcion') $$, 'no key of them leads to the other side, nor does one come from elsewhere');
SELECT is_empty($$ SELECT tgrelid::regclass, tgname FROM pg_trigger WHERE NOT tgisinternal
    AND tgrelid IN ('portal.encuesta_permiso'::regclass, 'portal.encuesta_buzon'::regclass, 'portal.encuesta_respuesta'::regclass) $$,
    'no trigger writes elsewhere what happens to them');
SELECT is_empty($$ SELECT attrelid::regclass, attname FROM pg_attribute WHERE attnum > 0 AND attidentity <> ''
    AND attrelid IN ('portal.encuesta_buzon'::regclass, 'portal.encuesta_respuesta'::regclass) $$, 'no number tells an order');

-- Seven people of A whose induction is done, one of B; their questions.
INSERT INTO parametro (clave, valor, descripcion) VALUES ('encuesta_minimo', '5', 'x') ON CONFLICT (clave) DO UPDATE SET valor = '5';
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT count(pg_temp.registrar((80000010 + g)::text, pg_temp.token(chr(99 + g)), '2026-11-16')) FROM generate_series(1, 5) g \g /dev/null
SELECT pg_temp.salir(), set_config('portal.rol', '', true) \g /dev/null
SELECT edicion_id AS edicion FROM inscripcion WHERE vinculo_id = :va \gset
INSERT INTO encuesta (edicion_id, version) SELECT :edicion, coalesce(max(version), 0) + 1 FROM encuesta WHERE edicion_id = :edicion;
INSERT INTO encuesta_pregunta (encuesta_id, numero, texto, tipo, etapa)
SELECT e.id, q.* FROM (SELECT max(id) AS id FROM encuesta WHERE edicion_id = :edicion) e,
    (VALUES (1, '¿Le sirvió?', 'ESCALA', 'ESTADO'), (2, '¿Lo recibieron?', 'SI_NO', NULL), (3, 'Qué mejoraría', 'TEXTO', NULL)) AS q;
CREATE TEMP TABLE gente AS SELECT i.vinculo_id, row_number() OVER (ORDER BY i.id) AS n FROM inscripcion i WHERE i.entidad_id = :a;
GRANT SELECT ON gente TO portal_app;
CREATE FUNCTION pg_temp.dar(v bigint, t text) RETURNS text LANGUAGE sql AS $$ SELECT resultado FROM portal.encuesta_entregar(v, pg_temp.ficha(t)) $$;
CREATE FUNCTION pg_temp.abre(t text) RETURNS text LANGUAGE sql AS $$ SELECT resultado FROM portal.encuesta_abrir(pg_temp.ficha(t)) $$;
CREATE FUNCTION pg_temp.responde(t text, VARIADIC p text[]) RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', resultado, pregunta) FROM portal.encuesta_responder(pg_temp.ficha(t), p[1], p[2], p[3], NULL, NULL, NULL) $$;

-- When it is theirs to answer.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is(pg_temp.dar(:va, 'uno'), 'no_toca', 'stages are open');
SELECT is(pg_temp.abre('uno'), 'no_toca', 'and the link says so');
SELECT pg_temp.salir(), set_config('portal.rol', '', true) \g /dev/null
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE entidad_id IN (:a, :b) AND NOT (vinculo_id = :va AND tipo = 'ESTADO');
SELECT is(pg_temp.abre('uno'), 'no_toca', 'one is left');
UPDATE etapa SET estado = 'NO_APLICA', motivo = 'Prueba' WHERE vinculo_id = :va AND tipo = 'ESTADO';
SELECT is(pg_temp.abre('uno'), 'abierta', 'what does not apply is no obstacle');
SAVEPOINT s;
UPDATE etapa SET estado = 'NO_APLICA', motivo = 'Prueba' WHERE vinculo_id = :va;
SELECT is(pg_temp.abre('uno'), 'no_toca', 'of nothing done nothing is asked');
ROLLBACK TO s;
UPDATE inscripcion SET estado = 'RETIRADO' WHERE vinculo_id = :va;
SELECT is(pg_temp.abre('uno'), 'no_toca', 'nor of who left');
ROLLBACK TO s;
DELETE FROM encuesta_pregunta WHERE encuesta_id IN (SELECT id FROM encuesta WHERE edicion_id = :edicion);
DELETE FROM encuesta WHERE edicion_id = :edicion;
SELECT is(pg_temp.abre('uno'), 'no_toca', 'nor in an edition that asks nothing');
ROLLBACK TO s;

-- Who hands out a link.
SELECT pg_temp.entrar('90000008') \g /dev/null
SELECT is(pg_temp.dar(:va, 'ajeno'), 'no_encontrado', 'another entity gives none');
SELECT pg_temp.entrar('90000010') \g /dev/null
SELECT is(pg_temp.dar(:va, 'ajeno'), 'no_encontrado', 'nor a servidor');
SELECT is((SELECT resultado FROM portal.encuesta_abrir(NULL)), 'abierta', 'who answers with their own session');
SELECT pg_temp.entrar('90000003') \g /dev/null
SELECT is(pg_temp.dar(:va, 'ajeno'), 'no_encontrado', 'nor who audits');
SELECT is((SELECT resultado FROM portal.encuesta_abrir(NULL)), 'no_encontrado', 'who has none of their own');
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is(pg_temp.abre('ajeno'), 'no_encontrado', 'no link was left behind');
SELECT is(pg_temp.dar(:va, 'dos'), 'ok', 'their ORH gives one');
SELECT is(pg_temp.abre('uno'), 'no_encontrado', 'in place of the one before');

-- Answering: what is missing by its number; once.
SELECT is(pg_temp.responde('dos', NULL, '1', NULL), 'falta 1', 'the first is missing');
SELECT is(pg_temp.responde('dos', '6', '1', NULL), 'falta 1', 'or out of the scale');
SELECT is(pg_temp.responde('dos', '4', 'x', NULL), 'falta 2', 'the second is no yes or no');
SELECT is(pg_temp.responde('dos', '4', '1', repeat('x', 301)), 'falta 3', 'too long a text');
SELECT is(pg_temp.abre('dos'), 'abierta', 'nothing of it was taken');
SELECT is(pg_temp.responde('dos', '4', '1', 'Más tiempo'), 'ok', 'taken, without the session of anybody');
SELECT is(pg_temp.responde('dos', '1', '0', NULL), 'respondida', 'once');
SELECT is(pg_temp.dar(:va, 'tres'), 'respondida', 'and no other link');
SELECT is(pg_temp.abre('tres'), 'no_encontrado', 'opens it again');

-- Before enough of them are there nobody reads anything.
SELECT count(pg_temp.dar(vinculo_id, 'g' || vinculo_id)) FROM pg_temp.gente WHERE vinculo_id <> :va \g /dev/null
SELECT is((SELECT count(*) FROM pg_temp.gente WHERE n <= 4 AND vinculo_id <> :va AND pg_temp.responde('g' || vinculo_id, '5', '1', 'Nada') = 'ok'),
    (SELECT count(*) FROM pg_temp.gente WHERE n <= 4 AND vinculo_id <> :va), 'more of them');
SELECT pg_temp.salir(), set_config('portal.rol', '', true) \g /dev/null
SELECT is(encuesta_barajar(), 0::bigint, 'four sheets wait');
SELECT is((SELECT count(*) FROM encuesta_respuesta r JOIN encuesta s ON s.id = r.encuesta_id WHERE s.edicion_id = :edicion), 0::bigint, 'none is cut');
SELECT pg_temp.entrar('90000005') \g /dev/null
SELECT is((SELECT count(*) FROM encuesta_resultados(:edicion, NULL, NULL) WHERE n IS NOT NULL), 0::bigint, 'and none is counted');
SELECT pg_temp.entrar('90000006') \g /dev/null
-- Each in a transaction of its own, as they come: its mark is on the permission and on the sheet.
DO $$ DECLARE v bigint; BEGIN
    FOR v IN SELECT vinculo_id FROM pg_temp.gente WHERE n > 4 LOOP
        BEGIN PERFORM pg_temp.responde('g' || v, '3', '0', 'Nada'); EXCEPTION WHEN division_by_zero THEN NULL; END;
    END LOOP;
END $$;
SELECT pg_temp.salir(), set_config('portal.rol', '', true) \g /dev/null
SELECT cmp_ok((SELECT count(*) FROM encuesta_permiso p JOIN encuesta_buzon b ON b.xmin = p.xmin WHERE p.usada), '>', 0::bigint, 'until the night the mark would tell');
SELECT is(encuesta_barajar(), 7::bigint, 'seven sheets leave');
SELECT is((SELECT count(*) FROM encuesta_buzon WHERE entidad_id = :a), 0::bigint, 'the box is empty');
SELECT is((SELECT count(DISTINCT xmin::text) FROM encuesta_permiso WHERE usada), 1::bigint, 'no permission bears the mark of its own');
SELECT is((SELECT count(DISTINCT r.xmin::text) FROM encuesta_respuesta r JOIN encuesta s ON s.id = r.encuesta_id WHERE s.edicion_id = :edicion), 1::bigint,
    'nor an answer');
SELECT isnt((SELECT array_agg(valor) FROM (SELECT r.valor FROM encuesta_respuesta r JOIN encuesta s ON s.id = r.encuesta_id
    WHERE s.edicion_id = :edicion AND r.numero IN (1, 2) ORDER BY r.ctid) x),
    ARRAY[4, 1, 5, 1, 5, 1, 5, 1, 3, 0, 3, 0, 3, 0], 'nor do they lie in the order of the sheets');
SELECT is((SELECT count(*) FROM auditoria WHERE tabla LIKE 'encuesta_%' AND tabla NOT IN ('encuesta', 'encuesta_pregunta')), 0::bigint, 'no line of the audit');

-- Who reads: SERVIR and who audits all of it, an entity its own, nobody else anything.
CREATE FUNCTION pg_temp.ve(doc text, p_edicion bigint) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_temp.entrar(doc);
    RETURN (SELECT concat_ws(' ', coalesce(max(n) FILTER (WHERE numero = 1), 0), coalesce(max(media)::text, '-'),
                             (SELECT count(*) FROM portal.encuesta_textos(p_edicion, NULL)))
            FROM portal.encuesta_resultados(p_edicion, NULL, NULL));
END $$;
SELECT is(pg_temp.ve('90000005', :edicion), '7 4 7', 'the ORH of A');
SELECT is(pg_temp.ve('90000004', :edicion), '7 4 7', 'its gestor');
SELECT is(pg_temp.ve('90000001', :edicion), '7 4 7', 'SERVIR');
SELECT is(pg_temp.ve('90000003', :edicion), '7 4 7', 'who audits');
SELECT is(pg_temp.ve('90000007', :edicion), '0 - 0', 'the ORH of B nothing of A');
SELECT is(pg_temp.ve('90000009', :edicion), '0 - 0', 'a jefe nothing');
SELECT is(pg_temp.ve('90000010', :edicion), '0 - 0', 'a servidor nothing');
SELECT is((SELECT string_agg(DISTINCT c1 || ' ' || c5, ',') FROM encuesta_resultados(:edicion, NULL, 'ESTADO')), NULL, 'not even a share');
SELECT pg_temp.entrar('90000005') \g /dev/null
SELECT results_eq(format('SELECT c1, c2, c3, c4, c5 FROM portal.encuesta_resultados(%s, NULL, ''ESTADO'') WHERE n IS NOT NULL', :edicion), 'VALUES (0, 0, 45, 15, 45)',
    'shares to the nearest five, so that one person is not counted out of them');

-- Nobody comes around the functions.
SELECT throws_ok('SELECT * FROM portal.encuesta_' || t, '42501', NULL, 'the web worker does not read encuesta_' || t)
FROM unnest(ARRAY['permiso', 'buzon', 'respuesta']) t;
SELECT throws_ok('DELETE FROM portal.encuesta_permiso', '42501', NULL, 'nor gives a second turn');
SELECT throws_ok('INSERT INTO portal.encuesta_respuesta (encuesta_id, numero, mes) SELECT 1, 1, current_date', '42501', NULL, 'nor answers for others');
SELECT throws_ok('SELECT portal.encuesta_barajar()', '42501', NULL, 'nor mixes');
SELECT set_config('role', 'portal_fondo', true) \g /dev/null
SELECT throws_ok('SELECT * FROM portal.encuesta_' || t, '42501', NULL, 'who mixes does not read encuesta_' || t)
FROM unnest(ARRAY['permiso', 'buzon', 'respuesta']) t;
SELECT throws_ok($$ SELECT * FROM portal.encuesta_entregar(1, repeat('0', 64)) $$, '42501', NULL, 'nor hands out links');
SELECT pg_temp.salir(), set_config('portal.rol', '', true) \g /dev/null

-- One of B alone waits for a month, then for its region, then for the edition.
SELECT pg_temp.entrar('90000008') \g /dev/null
SELECT is(pg_temp.dar(:vb, 'be'), 'ok', 'one of B');
SELECT is(pg_temp.responde('be', '1', '0', 'Sola'), 'ok', 'answers');
SELECT pg_temp.salir(), set_config('portal.hoy', '2026-12-01', true) \g /dev/null
SELECT is(encuesta_barajar(), 0::bigint, 'alone it never leaves');
SELECT is((SELECT count(*) FROM encuesta_buzon WHERE entidad_id = :b), 1::bigint, 'it waits');
UPDATE parametro SET valor = '1' WHERE clave = 'encuesta_minimo';
SELECT is(encuesta_barajar(), 0::bigint, 'nor when a setting says so: three at least');
INSERT INTO encuesta_buzon SELECT b.encuesta_id, b.mes, NULL, NULL, b.respuestas FROM encuesta_buzon b, generate_series(1, 2) WHERE b.entidad_id = :b;
SELECT is(encuesta_barajar(), 3::bigint, 'with two of elsewhere it does');
SELECT is((SELECT count(*) FROM encuesta_respuesta WHERE entidad_id = :b OR region = '98'), 0::bigint, 'without its entity or region');
SELECT * FROM finish();
ROLLBACK;
