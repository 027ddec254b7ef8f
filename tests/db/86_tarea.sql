-- Tasks and the link of a jefe beneath the pages: what each role may write, what the link reaches and when it ends, what a
-- stage waits for, whose word is asked.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();
CREATE FUNCTION pg_temp.etapa(v bigint, t text) RETURNS bigint LANGUAGE sql
    AS $$ SELECT id FROM portal.etapa WHERE vinculo_id = v AND tipo = t $$;
CREATE FUNCTION pg_temp.tarea(v bigint, q text) RETURNS bigint LANGUAGE sql
    AS $$ SELECT id FROM portal.actividad WHERE vinculo_id = v AND titulo = q $$;

INSERT INTO plan_plantilla (version, nombre, estado, publicada_en) VALUES (900, 'Plantilla de prueba', 'RETIRADA', now());
INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
SELECT x, p.id, 1, 'PUBLICADO', 'Resolución 1', '2026-01-01', '2026-01-01', now() FROM plan_plantilla p, (VALUES (:a), (:b)) v (x)
WHERE p.version = 900;
INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad, pide_evidencia)
SELECT p.id, p.entidad_id, 'ENTIDAD', t.etapa, 1, t.titulo, t.quien, 1, 'CALENDARIO', t.evidencia
FROM plan p, (VALUES ('ENTIDAD', 'De la ORH', 'ORH', false), ('ENTIDAD', 'Del servidor', 'SERVIDOR', false),
    ('ESPECIFICA', 'Del jefe', 'JEFE', false), ('ESPECIFICA', 'Con foto', 'SERVIDOR', true)) t (etapa, titulo, quien, evidencia)
WHERE p.version = 1;
SELECT actividad_crear(ARRAY(SELECT id FROM etapa WHERE vinculo_id IN (:vs, :vb)), NULL) \g /dev/null
INSERT INTO vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
SELECT id, :a, 'Jefatura', '15', '2020-01-01', '2020-01-01' FROM persona WHERE numero_documento = '90000009';
UPDATE vinculo SET jefe_vinculo_id = (SELECT id FROM vinculo WHERE documento = '90000009') WHERE id = :vs;

-- Each role marks what is theirs.
CREATE FUNCTION pg_temp.hacer(doc text, t bigint, p_estado text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r text;
    v_version integer := (SELECT version FROM portal.actividad WHERE id = t);
BEGIN
    PERFORM pg_temp.entrar(doc);
    r := (SELECT m.resultado FROM portal.actividad_marcar(t, v_version, p_estado, CASE WHEN p_estado = 'HECHA' THEN '2026-11-18'::date END, 'Motivo') m);
    PERFORM pg_temp.salir();
    RETURN coalesce(r, 'nada');
END $$;
SELECT is(pg_temp.hacer(doc, pg_temp.tarea(:vs, t), 'HECHA'), e, format('%s marks «%s»: %s', rol, t, e))
FROM (VALUES ('90000010', 'servidor', 'De la ORH', 'no_encontrado'), ('90000010', 'servidor', 'Del jefe', 'no_encontrado'),
             ('90000009', 'jefe', 'De la ORH', 'no_encontrado'), ('90000009', 'jefe', 'Del servidor', 'no_encontrado'),
             ('90000008', 'analyst of B', 'De la ORH', 'no_encontrado'), ('90000002', 'reviewer', 'De la ORH', 'no_encontrado'),
             ('90000004', 'gestor', 'De la ORH', 'no_encontrado'), ('no such session', 'nobody', 'De la ORH', 'no_encontrado'),
             ('90000010', 'servidor', 'Del servidor', 'ok'), ('90000006', 'analyst', 'De la ORH', 'ok')) x (doc, rol, t, e);
SELECT is(pg_temp.hacer('90000010', pg_temp.tarea(:vs, 'Con foto'), 'NO_APLICA'), 'no_permitido', 'that it does not apply is not theirs to say');
SELECT is((SELECT estado FROM etapa WHERE id = pg_temp.etapa(:vs, 'ENTIDAD')), 'EN_CURSO', 'the first task begins the stage');
SELECT is((SELECT count(*)::int FROM evento WHERE vinculo_id = :vs AND tipo = 'TAREA_HECHA'), 2, 'an event a tick');
SELECT pg_temp.entrar('90000010') \g /dev/null
SELECT throws_ok(format('SELECT portal.tarea_evento(v, ''CESE'', NULL, ''{}'') FROM portal.vinculo v WHERE id = %s', :vs), '42501', NULL,
    'the events of ticks are no way to write others');
SELECT throws_ok('SELECT * FROM portal.jefe_personas(1, ''P1'')', '42501', NULL, 'what is internal is not for the worker');
SELECT throws_ok('SELECT portal.jefe_enlace_hacer(NULL, ''e'', 1, 1, NULL, NULL, 1)', '42501', NULL, 'nor the link''s own hand');
SELECT throws_ok('SELECT token_hash FROM portal.jefe_enlace', '42501', NULL, 'nor its hash');
SELECT pg_temp.salir() \g /dev/null

-- Evidence: a jefe to stage C alone, or to a task of theirs.
CREATE FUNCTION pg_temp.subir(doc text, p_usuario bigint, e bigint, a bigint) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_temp.entrar(doc);
    BEGIN
        INSERT INTO portal.evidencia (etapa_id, actividad_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre)
        SELECT x.id, a, x.vinculo_id, x.entidad_id, encode(sha256(random()::text::bytea), 'hex'), 'image/png', 1, 'Prueba'
        FROM portal.etapa x WHERE x.id = e;
        PERFORM pg_temp.salir();
        RETURN 'ok';
    EXCEPTION WHEN insufficient_privilege THEN
        PERFORM pg_temp.salir();
        RETURN 'no';
    END;
END $$;
SELECT is(pg_temp.subir('90000009', NULL, pg_temp.etapa(:vs, t), pg_temp.tarea(:vs, q)), e, format('a jefe, stage %s, task %s: %s', t, q, e))
FROM (VALUES ('ESPECIFICA', NULL, 'ok'), ('ENTIDAD', NULL, 'no'), ('ESTADO', NULL, 'no'), ('ENTIDAD', 'De la ORH', 'no'),
             ('ESPECIFICA', 'Del jefe', 'ok')) x (t, q, e);
SELECT is(pg_temp.subir('90000010', NULL, pg_temp.etapa(:vs, 'ENTIDAD'), NULL), 'ok', 'the person to theirs');

-- A stage waits for what is obligatory; evidence counts.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is(etapa_falta(pg_temp.etapa(:vs, 'ENTIDAD')), NULL, 'nothing is left of stage B');
SELECT alike(etapa_falta(pg_temp.etapa(:vs, 'ESPECIFICA')), '%«Con foto» (le toca al servidor)%', 'stage C says whose turn it is');
SELECT is(etapa_falta(pg_temp.etapa(:vb, 'ESPECIFICA')), NULL, 'of another entity it says nothing');
SELECT is((SELECT resultado FROM etapa e, etapa_marcar(e.id, e.version, 'CULMINADA', '2026-11-19', NULL) WHERE e.id = pg_temp.etapa(:vs, 'ESPECIFICA')),
    'faltan_tareas', 'and is not finished');
SELECT pg_temp.salir() \g /dev/null
SELECT is(pg_temp.hacer('90000010', pg_temp.tarea(:vs, 'Con foto'), 'HECHA'), 'ok', 'the photo''s task is ticked');
SELECT alike(etapa_falta_de(pg_temp.etapa(:vs, 'ESPECIFICA'), false), 'la evidencia de «Con foto»%', 'its photo still lacks');

-- The link: made by its ORH alone, kept as a hash, it sees and marks only those people, as a jefe would.
CREATE FUNCTION pg_temp.enlace(doc text, v bigint, token text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r text;
BEGIN
    PERFORM pg_temp.entrar(doc);
    r := (SELECT resultado FROM portal.jefe_enlace_crear(v, pg_temp.ficha(token), NULL, 'Asunto', 'Cuerpo'));
    PERFORM pg_temp.salir();
    RETURN r;
END $$;
SELECT is(pg_temp.enlace(doc, :vs, 'uno'), 'no_encontrado', rol || ' makes no link') FROM (VALUES ('90000008', 'an ORH of another entity'),
    ('90000009', 'a jefe'), ('90000010', 'a servidor'), ('90000002', 'a reviewer'), ('no such session', 'nobody')) x (doc, rol);
UPDATE vinculo SET jefe_nombre = NULL WHERE id = :vb;
SELECT is(pg_temp.enlace('90000008', :vb, 'de b'), 'sin_jefe', 'without a jefe there is none');
SELECT is(pg_temp.enlace('90000006', :vs, 'uno'), 'ok', 'its ORH does');
SELECT set_config('role', 'portal_app', true), sesion_abrir('', '192.0.2.1', 'req') \g /dev/null
SELECT is((SELECT resultado FROM jefe_enlace_ver(x)), e, e || ': ' || left(x, 9)) FROM (VALUES (pg_temp.ficha('uno'), 'ok'),
    (pg_temp.ficha('otro'), 'no_encontrado'), ('', 'no_encontrado'), ('x''; --', 'no_encontrado'), (NULL, 'no_encontrado')) t (x, e);
SELECT is((SELECT count(*)::int FROM jefe_enlace_tareas(pg_temp.ficha('uno'))), 2, 'one task and the stage');
SELECT is((SELECT count(*)::int FROM jefe_enlace_tareas(pg_temp.ficha('otro'))), 0, 'nothing with another token');
SELECT is((SELECT count(*)::int FROM vinculo), 0, 'the token opens no table');
SELECT pg_temp.salir() \g /dev/null
CREATE FUNCTION pg_temp.pedir(token text, lineas text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r record;
BEGIN
    PERFORM set_config('role', 'portal_app', true), portal.sesion_abrir('', '192.0.2.1', 'req');
    SELECT * INTO r FROM portal.jefe_enlace_marcar(pg_temp.ficha(token), lineas);
    IF coalesce(portal.actual_rol(), current_setting('portal.via', true), '') <> '' THEN
        RETURN 'the scope of the link stayed';
    END IF;
    PERFORM pg_temp.salir();
    RETURN concat_ws(' ', r.resultado, r.hechas, r.fallidas);
END $$;
SELECT is(pg_temp.pedir('uno', x), e, coalesce(x, 'NULL') || ' -> ' || e)
FROM (VALUES (format('t|%s|1|2026-11-18|', pg_temp.tarea(:vs, 'De la ORH')), 'ok 0 1'),
             (format('t|%s|1|2026-11-18|', pg_temp.tarea(:vb, 'Del jefe')), 'ok 0 1'),
             (format('e|%s|1|2026-11-18|', pg_temp.etapa(:vs, 'ENTIDAD')), 'ok 0 1'),
             (format('e|%s|1|2026-11-18|', pg_temp.etapa(:vb, 'ESPECIFICA')), 'ok 0 1'),
             ('e|1', 'ok 0 0'), ('', 'ok 0 0'), (NULL, 'ok 0 0'),
             (format('t|%s|1|2026-11-18|', pg_temp.tarea(:vs, 'Del jefe')), 'ok 1 0'),
             (format('t|%s|1|2026-11-18|', pg_temp.tarea(:vs, 'Del jefe')), 'ok 1 0')) t (x, e);
SELECT is((SELECT count(*)::int FROM evento WHERE vinculo_id = :vs AND datos ->> 'por' LIKE 'Enlace del jefe %'), 1, 'one event, and it says by which link');
SELECT is((SELECT DISTINCT via FROM auditoria WHERE tabla = 'actividad' AND via IS NOT NULL AND registro_id = pg_temp.tarea(:vs, 'Del jefe')::text), (SELECT 'Enlace del jefe ' || jefe_nombre FROM vinculo WHERE id = :vs),
    'so does the audit');
SELECT is(pg_temp.pedir('otro', ''), 'no_encontrado 0 0', 'another token marks nothing');
SELECT is(pg_temp.enlace('90000006', :vs, 'dos'), 'ok', 'another link');
SELECT is((SELECT resultado FROM jefe_enlace_ver(pg_temp.ficha('uno'))), 'anulado', 'ends the first');
UPDATE jefe_enlace SET vence_el = '2026-11-19' WHERE anulado_en IS NULL;
SELECT is((SELECT resultado FROM jefe_enlace_ver(pg_temp.ficha('dos'))), 'vencido', 'a day ends it');
SELECT is((SELECT count(*)::int FROM jefe_enlace_tareas(pg_temp.ficha('dos'))), 0, 'and shows nobody any more');
UPDATE jefe_enlace SET vence_el = '2026-12-19' WHERE anulado_en IS NULL;
UPDATE vinculo SET jefe_vinculo_id = NULL, jefe_nombre = 'Otra Jefatura' WHERE id = :vs;
SELECT is((SELECT anulado_por FROM jefe_enlace WHERE token_hash = sha256('dos')), 'CAMBIO', 'another jefe ends it for good');
SELECT is(pg_temp.enlace('90000006', :vs, 'tres'), 'ok', 'a jefe known by name alone has one too');
SELECT is((SELECT clave FROM jefe_enlace WHERE token_hash = sha256('tres')), 'NOTRA JEFATURA', 'by that name');
SELECT is((SELECT count(*)::int FROM jefe_enlace_tareas(pg_temp.ficha('tres'))), 2, 'with the same people');

-- Whose word is asked.
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-11-19' WHERE id = pg_temp.etapa(:vs, 'ENTIDAD');
CREATE FUNCTION pg_temp.decir(doc text, e bigint, si boolean, texto text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r text;
BEGIN
    PERFORM pg_temp.entrar(doc);
    r := (SELECT resultado FROM portal.conformidad_dar(e, si, texto));
    PERFORM pg_temp.salir();
    RETURN r;
END $$;
SELECT is(pg_temp.decir(doc, pg_temp.etapa(:vs, 'ENTIDAD'), false, 'Falta'), 'no_encontrado', doc || ' is not asked')
FROM (VALUES ('90000006'), ('90000009'), ('90000002'), ('90000008'), ('no such session')) x (doc);
SELECT is(pg_temp.decir('90000010', pg_temp.etapa(:vs, 'ESPECIFICA'), true, NULL), 'no_permitido', 'not before it ends');
SELECT is(pg_temp.decir('90000010', pg_temp.etapa(:vs, 'ENTIDAD'), false, ' '), 'falta_comentario', 'a no says why');
SELECT is(pg_temp.decir('90000010', pg_temp.etapa(:vs, 'ENTIDAD'), false, 'No hubo'), 'ok', 'no');
SELECT is(pg_temp.decir('90000010', pg_temp.etapa(:vs, 'ENTIDAD'), false, 'No hubo'), 'sin_cambio', 'twice is once');
SELECT alike((SELECT rareza FROM etapa WHERE id = pg_temp.etapa(:vs, 'ENTIDAD')), '%SERVIDOR_NO_CONFORME%', 'and it is odd');
SELECT pg_temp.entrar('90000002') \g /dev/null
SELECT is((SELECT resultado FROM etapa e, etapa_marcar(e.id, e.version, 'VALIDADA', NULL, NULL) WHERE e.id = pg_temp.etapa(:vs, 'ENTIDAD')), 'ok', 'it blocks nothing');
SELECT pg_temp.salir() \g /dev/null
SELECT is((SELECT conforme_servidor FROM etapa WHERE id = pg_temp.etapa(:vs, 'ENTIDAD')), false, 'and stays written');
SELECT * FROM finish();
ROLLBACK;
