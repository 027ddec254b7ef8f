-- Reminders: who is told what, once; what stops them; what a bounce does.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

-- Friday 20 November 2026. The servidor of A has a mail; their stage A is due on Tuesday.
UPDATE persona SET correo = 'Servidor@example.org' WHERE numero_documento = '90000010';
UPDATE etapa SET fecha_limite = '2026-11-24' WHERE vinculo_id = :vs AND tipo = 'ESTADO';
UPDATE etapa SET fecha_limite = '2026-12-31' WHERE vinculo_id = :vs AND tipo <> 'ESTADO';
UPDATE etapa SET fecha_limite = '2026-12-31' WHERE vinculo_id IN (:va, :vb);
-- The ORH is told what is late too; here it asked for silence.
INSERT INTO recordatorio_baja (persona_id) SELECT persona_id FROM usuario WHERE id IN (:jefe_a, :analista_a);
CREATE FUNCTION pg_temp.dia(p date) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('portal.hoy', p::text, true);
    RETURN portal.recordatorio_planificar(100, (SELECT id FROM portal.entidad WHERE clave = 'PRUEBA-A'));
END $$;
CREATE FUNCTION pg_temp.sale(p_token text) RETURNS text LANGUAGE sql AS $$
    SELECT resultado FROM portal.recordatorio_preparar((SELECT max(correo_id) FROM portal.recordatorio_envio), pg_temp.ficha(p_token)) $$;

SELECT is((SELECT count(*) FROM recordatorio_candidatos('2026-11-18', :a) WHERE de_hoy), 0::bigint, 'six days before nothing is due');
SELECT is(pg_temp.dia('2026-11-21'), 0::bigint, 'Saturday: nobody is written to');
SELECT is(pg_temp.dia('2026-12-08'), 0::bigint, 'nor on a holiday');
SELECT is(pg_temp.dia('2026-11-20'), 1::bigint, 'Friday: one mail');
SELECT is(pg_temp.dia('2026-11-20'), 0::bigint, 'planned twice, one mail');
SELECT is((SELECT rol || ' ' || regla || ' ' || destinatario FROM recordatorio), 'SERVIDOR POR_VENCER Servidor@example.org', 'who and why');
SELECT is((SELECT tipo || ' ' || estado FROM cola WHERE tipo = 'RECORDATORIO'), 'RECORDATORIO PENDIENTE', 'a job waits');
SELECT throws_ok($$ INSERT INTO recordatorio (envio_id, persona_id, rol, regla, objeto, entidad_id, destinatario, texto, dia)
    SELECT envio_id, persona_id, rol, regla, objeto, entidad_id, destinatario, texto, dia FROM recordatorio $$, '23505', NULL,
    'the same reason twice is refused by the table itself');

-- Each thing that stops it between the planning and the mail.
CREATE FUNCTION pg_temp.freno() RETURNS text LANGUAGE sql AS $$ SELECT portal.recordatorio_freno(r) FROM portal.recordatorio r WHERE estado = 'PLANEADO' $$;
SELECT is(pg_temp.freno(), NULL, 'nothing stops it');
SAVEPOINT s;
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE vinculo_id = :vs AND tipo = 'ESTADO';
SELECT matches(pg_temp.freno(), 'ya no estaba pendiente: culminada', 'finished');
ROLLBACK TO s;
UPDATE vinculo SET fecha_cese = '2026-11-19' WHERE id = :vs;
SELECT matches(pg_temp.freno(), 'ya no está', 'left');
ROLLBACK TO s;
INSERT INTO recordatorio_baja (persona_id) SELECT persona_id FROM vinculo WHERE id = :vs;
SELECT matches(pg_temp.freno(), 'Pidió no recibir', 'asked for silence');
ROLLBACK TO s;
INSERT INTO correo_rebote (correo_clave, origen, detalle) VALUES ('servidor@example.org', 'ENVIO', '550');
SELECT matches(pg_temp.freno(), 'rebota', 'the address bounces, in whatever case');
ROLLBACK TO s;
UPDATE persona SET correo = 'otro@example.org' WHERE numero_documento = '90000010';
UPDATE usuario SET correo = NULL WHERE persona_id = (SELECT persona_id FROM vinculo WHERE id = :vs);
SELECT matches(pg_temp.freno(), 'cambió', 'another address');
ROLLBACK TO s;
INSERT INTO recordatorio_pausa (entidad_id, motivo, creado_por) VALUES (:a, 'Prueba', :jefe_a);
SELECT matches(pg_temp.freno(), 'pausa', 'a pause of the entity');
ROLLBACK TO s;
INSERT INTO recordatorio_pausa (entidad_id, persona_id, motivo, creado_por) SELECT :a, persona_id, 'Prueba', :jefe_a FROM vinculo WHERE id = :vs;
SELECT matches(pg_temp.freno(), 'pausa', 'or of the person');
SELECT is(pg_temp.sale('a'), 'detenido', 'then nothing goes out');
SELECT is((SELECT m.estado || ' ' || s.estado || ' ' || r.estado FROM correo m JOIN recordatorio_envio s ON s.correo_id = m.id
           JOIN recordatorio r ON r.envio_id = s.id), 'DETENIDO DETENIDO DETENIDO', 'and all three say so');
ROLLBACK TO s;
SELECT is(pg_temp.sale('b'), 'enviar', 'else it goes');
UPDATE correo SET estado = 'ENVIADO', enviado_en = now() WHERE motivo = 'Recordatorio';
SELECT is((SELECT s.estado || ' ' || r.estado FROM recordatorio_envio s JOIN recordatorio r ON r.envio_id = s.id), 'ENVIADO ENVIADO', 'sent');
SELECT is(pg_temp.sale('c'), 'no_encontrado', 'and not again');
SELECT is(pg_temp.dia('2026-11-26'), 0::bigint, 'late on Thursday, but six days after: not yet');
SELECT is(pg_temp.dia('2026-11-27'), 1::bigint, 'on the seventh: late');
SELECT is(pg_temp.sale('d'), 'enviar', 'goes');
UPDATE correo SET estado = 'ENVIADO' WHERE estado = 'PENDIENTE' AND motivo = 'Recordatorio';
SELECT is((SELECT sum(pg_temp.dia('2026-11-28'::date + g)) FROM generate_series(0, 20) g), 0::numeric, 'and never again for that');

-- The summary says what the home says, in people, without zeros.
SELECT pg_temp.salir(), set_config('portal.hoy', '2026-11-30', true) \g /dev/null
SAVEPOINT s;
UPDATE etapa SET fecha_limite = '2026-11-24' WHERE vinculo_id = :va AND tipo <> 'ESTADO';
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-11-20' WHERE vinculo_id = :va AND tipo = 'ESPECIFICA';
SELECT pg_temp.entrar('90000002') \g /dev/null
SELECT pg_temp.salir() \g /dev/null
UPDATE etapa SET estado = 'OBSERVADA', motivo = 'Prueba' WHERE vinculo_id = :va AND tipo = 'ESPECIFICA';
UPDATE etapa SET fecha_limite = '2026-12-07' WHERE vinculo_id = :vs AND tipo = 'ESTADO';
UPDATE vinculo SET jefe_nombre = NULL WHERE id = :va;
CREATE TEMP TABLE resumen AS SELECT vencidas, por_vencer, observadas, sin_jefe FROM recordatorio_resumen('2026-11-30', :a);
GRANT SELECT ON resumen TO portal_app;
SELECT results_eq('SELECT * FROM resumen', 'VALUES (1::bigint, 1::bigint, 1::bigint, 1::bigint)', 'observed or on the seventh day count');
SELECT pg_temp.entrar('90000005') \g /dev/null
SELECT results_eq('SELECT * FROM pg_temp.resumen', format('SELECT vencidas, por_vencer, observadas, sin_jefe FROM portal.orh_cifras(%s, ''2026-11-30'')', :a),
    'as the home counts them');
SELECT pg_temp.salir() \g /dev/null
DELETE FROM recordatorio_baja;
UPDATE etapa SET fecha_limite = '2026-12-31' WHERE vinculo_id = :vs;
SELECT is((SELECT DISTINCT texto FROM recordatorio_candidatos('2026-11-30', :a) WHERE rol = 'ORH'), 'Entidad de Prueba A: 1 persona con etapas vencidas; '
    '1 persona con etapas observadas por SERVIR; 1 persona sin jefe inmediato.', 'one is one, none is not said');
INSERT INTO plan_plantilla (version, nombre, estado, publicada_en) VALUES (900, 'Plantilla de prueba', 'RETIRADA', now());
INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
SELECT :a, id, 1, 'PUBLICADO', 'Resolución 1', '2026-01-01', '2026-01-01', now() FROM plan_plantilla WHERE version = 900;
INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad)
SELECT id, :a, 'ENTIDAD', 'ENTIDAD', 1, 'Leer el reglamento', 'SERVIDOR', 1, 'HABIL' FROM plan WHERE entidad_id = :a;
INSERT INTO actividad (inscripcion_id, etapa_id, vinculo_id, persona_id, entidad_id, plan_id, plan_actividad_id, tipo, titulo,
                       quien, fecha_prevista, pide_evidencia, obligatoria)
SELECT e.inscripcion_id, e.id, e.vinculo_id, v.persona_id, :a, a.plan_id, a.id, e.tipo, a.titulo, a.quien, '2026-11-25', false, true
FROM etapa e JOIN vinculo v ON v.id = e.vinculo_id, plan_actividad a WHERE e.vinculo_id = :vs AND e.tipo = 'ENTIDAD' AND a.entidad_id = :a;
UPDATE etapa SET fecha_limite = '2026-12-04' WHERE vinculo_id = :vs AND tipo = 'ESTADO';
UPDATE recordatorio_envio SET dia = '2026-11-20';
SELECT matches((SELECT string_agg(texto, '|' ORDER BY rol) FROM recordatorio_candidatos('2026-11-30', :a) WHERE rol <> 'ORH'),
    ': 1 tarea del plan vencida \(desde el 25/11/2026\)\.$', 'a servidor reads that a task of theirs is overdue');
SELECT matches((SELECT max(texto) FROM recordatorio_candidatos('2026-11-30', :a) WHERE rol = 'ORH'),
    '; 1 tarea del plan vencida o de esta semana\.$', 'the ORH how many wait');
-- The task alone starts it, and so do those of the ORH; told once, and again only of a later one.
UPDATE etapa SET fecha_limite = '2026-12-31' WHERE entidad_id = :a;
UPDATE etapa SET estado = 'NO_APLICA' WHERE vinculo_id = :va AND estado = 'OBSERVADA';
SELECT is((SELECT string_agg(rol || ' ' || regla || ' ' || de_hoy, ' ' ORDER BY rol) FROM recordatorio_candidatos('2026-11-30', :a)),
    'SERVIDOR TAREAS true', 'a late task without a late stage');
UPDATE actividad SET quien = 'TUTOR' WHERE vinculo_id = :vs;
UPDATE vinculo SET jefe_vinculo_id = NULL, jefe_nombre = 'Jefe Por Nombre' WHERE id = :vs;
INSERT INTO jefe_enlace (token_hash, entidad_id, clave, nombre, vence_el, correo)
VALUES (sha256('por nombre'), :a, 'NJEFE POR NOMBRE', 'Jefe Por Nombre', '2027-12-31', 'Jefe.Nombre@example.org');
SELECT is((SELECT string_agg(rol || ' ' || regla || ' ' || correo || ' ' || jefe_nombre, ' ') FROM recordatorio_candidatos('2026-11-30', :a)),
    'JEFE TAREAS Jefe.Nombre@example.org Jefe Por Nombre', 'those of a tutor go to the jefe, known by name and mail');
SELECT is(pg_temp.dia('2026-11-30'), 1::bigint, 'planned');
SELECT is(pg_temp.freno(), NULL, 'nothing stops it');
SAVEPOINT t;
UPDATE actividad SET estado = 'HECHA', hecha_el = '2026-11-29' WHERE vinculo_id = :vs;
SELECT is(pg_temp.freno(), 'Ya no había tareas vencidas', 'done meanwhile');
ROLLBACK TO t;
UPDATE vinculo SET jefe_nombre = 'Otra Jefa' WHERE id = :vs;
SELECT matches(pg_temp.freno(), 'correo cambió|Ya no es su jefe', 'another jefe');
ROLLBACK TO t;
UPDATE jefe_enlace SET anulado_en = now(), anulado_por = 'ORH' WHERE clave = 'NJEFE POR NOMBRE';
SELECT is(pg_temp.freno(), 'El correo cambió', 'the link was annulled: nothing goes to that mailbox');
ROLLBACK TO t;
SELECT is(pg_temp.sale('n'), 'enviar', 'goes');
UPDATE correo SET estado = 'ENVIADO' WHERE estado = 'PENDIENTE' AND motivo = 'Recordatorio';
SELECT is((SELECT sum(pg_temp.dia('2026-12-01'::date + g)) FROM generate_series(0, 20) g), 0::numeric, 'and not again for that task');
UPDATE actividad SET quien = 'ORH' WHERE vinculo_id = :vs;
SELECT is((SELECT DISTINCT rol || ' ' || regla FROM recordatorio_candidatos('2026-11-30', :a)), 'ORH RESUMEN', 'of its own late tasks the ORH is told');
-- Stage A observed: whoever has to correct it is told, once SERVIR can no longer take it back.
UPDATE actividad SET estado = 'HECHA', hecha_el = '2026-11-29' WHERE vinculo_id = :vs;
SELECT pg_temp.entrar('90000002') \g /dev/null
SELECT pg_temp.salir(), set_config('portal.rol', '', true), set_config('portal.hoy', '2026-11-30', true) \g /dev/null
UPDATE etapa SET estado = 'OBSERVADA', motivo = 'Prueba' WHERE vinculo_id = :vs AND tipo = 'ESTADO';
INSERT INTO evento (persona_id, vinculo_id, entidad_id, tipo, datos, usuario_id)
SELECT v.persona_id, v.id, v.entidad_id, 'ETAPA_OBSERVADA', jsonb_build_object('etapa_id', e.id), :revisor
FROM vinculo v JOIN etapa e ON e.vinculo_id = v.id AND e.tipo = 'ESTADO' WHERE v.id = :vs;
SELECT is((SELECT count(*) FROM recordatorio_candidatos('2026-11-30', :a)), 0::bigint, 'nobody is told of it yet, the ORH neither');
UPDATE parametro SET valor = '0' WHERE clave = 'revision_deshacer_min';
SELECT is((SELECT string_agg(DISTINCT rol || ' ' || regla, ', ') FROM recordatorio_candidatos('2026-11-30', :a)), 'ORH RESUMEN, SERVIDOR OBSERVADA', 'then they are');
ROLLBACK TO s;

-- A link stops them, twice is once.
SELECT pg_temp.entrar('no such session') \g /dev/null
SELECT is((SELECT count(*) FROM recordatorio_baja_ver(pg_temp.ficha('d'))), 1::bigint, 'the link knows whom it told');
SELECT is((SELECT resultado FROM recordatorio_baja_guardar(pg_temp.ficha('d'), NULL, false)), 'ok', 'stop');
SELECT is((SELECT resultado FROM recordatorio_baja_guardar(pg_temp.ficha('d'), NULL, false)), 'ok', 'stop again');
SELECT is((SELECT resultado FROM recordatorio_baja_guardar(pg_temp.ficha('nada'), NULL, false)), 'no_encontrado', 'an unknown link');
SELECT is((SELECT resultado FROM recordatorio_baja_guardar(pg_temp.ficha('d'), 'P' || :pb, false)), 'no_encontrado', 'somebody else');
SELECT pg_temp.salir() \g /dev/null
SELECT is((SELECT count(*) FROM recordatorio_baja), 3::bigint, 'one row more');

-- Bounces.
SELECT pg_temp.salir(), set_config('portal.hoy', '2026-11-20', true) \g /dev/null
SELECT is((SELECT resultado FROM correo_rebotar('no-es', NULL, '5.1.1', 'x')), 'desconocido', 'an invented return path marks nothing');
SELECT is((SELECT resultado FROM correo_rebotar(NULL, 'correo-1-1@portal.example', '5.1.1', 'x')), 'desconocido', 'nor an invented Message-ID');
INSERT INTO correo (clave, destinatario, asunto, cuerpo, motivo, estado) VALUES ('p1', 'Uno@example.org', 'x', 'x', 'Prueba', 'ENVIADO'),
    ('p2', 'dos@example.org', 'x', 'x', 'Prueba', 'ENVIADO'), ('p3', 'tres@example.org', 'x', 'x', 'Prueba', 'ENVIADO');
CREATE FUNCTION pg_temp.rebota(p text, e text) RETURNS text LANGUAGE sql AS $$
    SELECT x.resultado FROM portal.correo m, portal.correo_rebotar(m.retorno, NULL, e, 'smtp; 550 no') x WHERE m.clave = p $$;
SELECT is(pg_temp.rebota('p1', '5.1.1'), 'marcado', 'no such mailbox: the address is marked');
SELECT is(pg_temp.rebota('p1', '5.1.1'), 'ya_marcado', 'twice is once');
SELECT is(pg_temp.rebota('p2', '5.7.1'), 'anotado', 'a policy is not the address');
SELECT is((SELECT resultado FROM correo m, correo_rebotar(NULL, 'correo-' || m.id || '-' || floor(extract(epoch FROM m.creado_en) * 1000000)
           || '@portal.example', '5.1.1', 'x') WHERE m.clave = 'p3'), 'marcado', 'by the Message-ID of our mail');
SELECT results_eq($$ SELECT clave, estado FROM correo WHERE clave LIKE 'p_' ORDER BY 1 $$,
    $$ VALUES ('p1' COLLATE "C", 'REBOTADO'), ('p2', 'REBOTADO'), ('p3', 'REBOTADO') $$, 'the mails say so') WHERE true;
SELECT results_eq('SELECT correo_clave FROM correo_rebote ORDER BY 1', $$ VALUES ('tres@example.org' COLLATE "C"), ('uno@example.org') $$, 'two addresses');
INSERT INTO correo (clave, destinatario, asunto, cuerpo, motivo, secreto) VALUES ('p4', 'UNO@example.org', 'x', 'secreto', 'Prueba', true);
SELECT is((SELECT estado || cuerpo FROM correo WHERE clave = 'p4'), 'DETENIDO', 'nothing more goes there, and no secret waits');

SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT throws_ok('SELECT portal.recordatorio_planificar(1)', '42501', NULL, 'the web worker plans nothing');
SELECT throws_ok($$ SELECT portal.correo_rebotar('x', NULL, '5.1.1', '') $$, '42501', NULL, 'and marks no bounce');
SELECT throws_ok('SELECT * FROM portal.recordatorio_envio', '42501', NULL, 'and reads no mailbox but through what it may see');
SELECT throws_ok(format('INSERT INTO portal.recordatorio_pausa (entidad_id, motivo) VALUES (%s, ''Ajena'')', :b), '42501', NULL, 'an ORH pauses nothing of B');
SELECT is((SELECT count(*) FROM recordatorio_simular('2026-11-20', 100) WHERE entidad <> 'Entidad de Prueba A'), 0::bigint, 'and previews only its own');
SELECT pg_temp.salir() \g /dev/null
SELECT * FROM finish();
ROLLBACK;
