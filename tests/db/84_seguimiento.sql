-- Follow-up: whose entity it is, lights and their limits, contacts that stay, the clock of a query, who
-- reads what of it.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();
SELECT pg_temp.cuenta('90000020', 'GESTOR', NULL) AS otro \gset
SELECT pg_temp.cuenta('90000021', 'GESTOR', NULL) AS tercero \gset
INSERT INTO asignacion_ambito (asignacion_id, region) SELECT id, '98' FROM asignacion WHERE usuario_id = :otro;
CREATE FUNCTION pg_temp.quien(p_entidad bigint) RETURNS bigint LANGUAGE sql
    AS $$ SELECT usuario_id FROM portal.gestor_de_entidades() WHERE entidad_id = p_entidad $$;

-- Whose entity it is.
SELECT is(pg_temp.quien(:a), :gestor::bigint, 'the scope names its gestor');
SELECT is(pg_temp.quien(:b), :otro::bigint, 'or its region does');
SELECT pg_temp.entrar('90000020') \g /dev/null
SELECT is(ambito_gestor(), ARRAY[:b]::bigint[], 'who sees it');
SELECT throws_ok(format('INSERT INTO portal.cartera (entidad_id, usuario_id) VALUES (%s, %s)', :a, :otro), '42501', NULL, 'a gestor takes none');
SELECT is((SELECT resultado FROM cartera_asignar(ARRAY[:a]::bigint[], :otro, NULL)), 'no_autorizado', 'nor by the function');
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is((SELECT resultado FROM cartera_asignar(ARRAY[:b]::bigint[], :jefe_a, NULL)), 'gestor_invalido', 'only to a gestor');
SELECT is((SELECT resultado FROM cartera_asignar(ARRAY[-1]::bigint[], :tercero, NULL)), 'entidad_invalida', 'only what exists');
SELECT results_eq(format('SELECT resultado, movidas FROM portal.cartera_asignar(ARRAY[%s, %s, %s], %s, ''Motivo'')', :a, :b, :b, :tercero),
    $$ VALUES ('ok', 2::bigint) $$, 'two, each once');
SELECT is((SELECT resultado FROM cartera_asignar(ARRAY[:a]::bigint[], :tercero, NULL)), 'sin_cambio', 'again is no move');
SELECT is((SELECT resultado FROM cartera_asignar(ARRAY[:b]::bigint[], :otro, NULL)), 'ok', 'moved');
SELECT results_eq(format('SELECT usuario_id, hasta IS NULL FROM portal.cartera WHERE entidad_id = %s ORDER BY id', :b),
    format('VALUES (%s::bigint, false), (%s::bigint, true)', :tercero, :otro), 'who had it before stays written');
SELECT pg_temp.entrar('90000004') \g /dev/null
SELECT is(ambito_gestor(), NULL, 'what was entrusted to another leaves the scope');
SELECT is((SELECT count(*) FROM vinculo), 0::bigint, 'and its people with it');
SELECT pg_temp.entrar('90000021') \g /dev/null
SELECT is(ambito_gestor(), ARRAY[:a]::bigint[], 'and comes to the other');
SELECT pg_temp.salir() \g /dev/null
UPDATE asignacion SET revocada_en = now() WHERE usuario_id = :tercero;
SELECT is(pg_temp.quien(:a), :gestor::bigint, 'a gestor without a role holds nothing');
SELECT pg_temp.entrar('90000004') \g /dev/null
SELECT is(ambito_gestor(), ARRAY[:a]::bigint[], 'it falls back to the scope');
SELECT pg_temp.salir() \g /dev/null
UPDATE asignacion SET revocada_en = NULL WHERE usuario_id = :tercero;
DELETE FROM cartera WHERE entidad_id = :a;

-- Lights: each limit from both sides. The entity is quiet but for what each case sets.
UPDATE etapa SET fecha_limite = hoy() + 30 WHERE entidad_id = :a;
INSERT INTO plan_plantilla (version, nombre, estado, publicada_en) VALUES (9000, 'Plantilla de prueba', 'RETIRADA', now());
INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
SELECT :a, id, 900, 'PUBLICADO', 'Resolución de prueba', hoy(), hoy(), now() FROM plan_plantilla WHERE version = 9000;
CREATE FUNCTION pg_temp.luz(p_entidad bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v text;
BEGIN
    PERFORM pg_temp.entrar('90000004');
    SELECT luz || ' ' || razones INTO v FROM portal.seguimiento_semaforo() WHERE entidad_id = p_entidad;
    PERFORM pg_temp.salir();
    RETURN v;
END $$;
CREATE FUNCTION pg_temp.contacto(p_entidad bigint, p_usuario bigint, p_dias integer) RETURNS void LANGUAGE sql AS $$
    INSERT INTO portal.contacto (entidad_id, fecha, canal, tema, usuario_id)
    VALUES (p_entidad, portal.hoy() - p_dias, 'LLAMADA', 'Prueba', p_usuario) $$;
SELECT pg_temp.contacto(:a, :gestor, 61) \g /dev/null
SELECT is(pg_temp.luz(:a), '3 sin contacto hace 61 días', 'red beyond 60 days');
SELECT pg_temp.contacto(:a, :gestor, 59) \g /dev/null
SELECT is(pg_temp.luz(:a), '2 sin contacto hace 59 días', 'amber before');
SELECT pg_temp.contacto(:a, :gestor, 29) \g /dev/null
SELECT is(pg_temp.luz(:a), '1 al día', 'green at 29');
UPDATE parametro SET valor = '20' WHERE clave = 'semaforo_contacto_ambar';
SELECT is(pg_temp.luz(:a), '2 sin contacto hace 29 días', 'the limit is a setting');
UPDATE parametro SET valor = '30' WHERE clave = 'semaforo_contacto_ambar';
UPDATE etapa SET fecha_limite = hoy() - 1 WHERE id = (SELECT min(id) FROM etapa WHERE entidad_id = :a);
SELECT is(pg_temp.luz(:a), '2 1 etapa vencida de 6 por terminar', 'one of six: amber');
UPDATE parametro SET valor = '16' WHERE clave = 'semaforo_vencidas_rojo';
SELECT is(pg_temp.luz(:a), '3 1 etapa vencida de 6 por terminar', 'a sixth is 16 % and more');
UPDATE etapa SET fecha_limite = hoy() WHERE entidad_id = :a;
SELECT is(pg_temp.luz(:a), '1 al día', 'due today is not overdue');
INSERT INTO compromiso (entidad_id, texto, responsable, fecha_limite, usuario_id) VALUES (:a, 'Prueba', 'ORH', hoy(), :gestor);
SELECT is(pg_temp.luz(:a), '1 al día', 'a commitment of today is not overdue');
UPDATE compromiso SET fecha_limite = hoy() - 7;
SELECT is(pg_temp.luz(:a), '2 1 compromiso vencido', 'seven days: amber');
UPDATE compromiso SET fecha_limite = hoy() - 8;
SELECT is(pg_temp.luz(:a), '3 1 compromiso vencido', 'eight: red');
UPDATE compromiso SET estado = 'CUMPLIDO', cerrado_en = now();
SELECT is(pg_temp.luz(:a), '1 al día', 'done');
SELECT is(pg_temp.luz(:b), NULL, 'of another gestor''s entity nothing');
SELECT pg_temp.entrar(d) FROM unnest(ARRAY['90000006']) d \g /dev/null
SELECT is((SELECT count(*) FROM seguimiento_semaforo()), 0::bigint, 'an ORH has no list of lights');
SELECT is((SELECT count(*) FROM contacto), 0::bigint, 'and reads no contact, of its own entity either');
SELECT is((SELECT count(*) FROM compromiso_evento), 0::bigint, 'nor how a commitment was handled');
SELECT is((SELECT count(*) FROM compromiso), 1::bigint, 'but what it agreed to');
SELECT is((SELECT count(*) FROM entidad_orh_equipo(:b)), 0::bigint, 'and nobody of another ORH');

-- What was noted stays.
SELECT pg_temp.entrar('90000004') \g /dev/null
SELECT throws_ok('UPDATE portal.contacto SET tema = ''Otro tema''', '42501', NULL, 'a contact is not changed');
SELECT throws_ok('DELETE FROM portal.contacto', '42501', NULL, 'nor deleted');
SELECT throws_ok(format('INSERT INTO portal.contacto (entidad_id, fecha, canal, tema) VALUES (%s, portal.hoy(), ''LLAMADA'', ''Ajena'')', :b),
    '42501', NULL, 'nor noted of another''s entity');
SELECT is((SELECT resultado FROM contacto_anotar(:b, hoy(), 'LLAMADA', NULL, 'Ajena', NULL, NULL, 'ORH', NULL)), 'no_encontrado', 'nor by the function');
SELECT is((SELECT resultado FROM contacto_anotar(:a, hoy() + 1, 'LLAMADA', NULL, 'Mañana', NULL, NULL, 'ORH', NULL)), 'fecha_futura', 'not tomorrow');
SELECT is((SELECT resultado FROM contacto_anotar(:a, hoy(), 'VISITA', 'Jefa', 'Visita', 'Nota', 'Acuerdo', 'SERVIR', hoy() + 3)), 'ok', 'noted');
SELECT is((SELECT resultado FROM contacto_anotar(:a, hoy(), 'VISITA', 'Jefa', 'Visita', 'Nota', 'Acuerdo', 'SERVIR', hoy() + 3)), 'repetido', 'twice is once');
SELECT is((SELECT count(*) FROM compromiso WHERE texto = 'Acuerdo'), 1::bigint, 'with one commitment');
SELECT is((SELECT resultado FROM compromiso_mover(id, version, 'ANULADO', ' ')), 'falta_motivo', 'cancelled: why') FROM compromiso WHERE texto = 'Acuerdo';
SELECT is((SELECT resultado FROM compromiso_mover(id, version + 1, 'CUMPLIDO', NULL)), 'conflicto', 'seen before it changed') FROM compromiso WHERE texto = 'Acuerdo';
SELECT pg_temp.salir() \g /dev/null
SELECT is((SELECT despues ->> 'tema' FROM auditoria WHERE tabla = 'contacto' ORDER BY id DESC LIMIT 1), 'Visita', 'each write has its line of audit');

-- The clock: Friday 20 November 2026; 8 and 9 December are holidays.
SELECT is(consulta_plazo(t::timestamptz), v::timestamptz, format('asked %s', t))
FROM (VALUES ('2026-11-20 16:59-05', '2026-11-24 17:00-05'), ('2026-11-20 17:00-05', '2026-11-25 17:00-05'),
             ('2026-11-21 09:00-05', '2026-11-25 17:00-05'), ('2026-12-07 09:00-05', '2026-12-11 17:00-05'),
             ('2026-12-08 09:00-05', '2026-12-14 17:00-05'), ('2026-11-20 23:59-05', '2026-11-25 17:00-05')) x (t, v);
SELECT is(dias_habiles(d::date, h::date), n, format('%s to %s', d, h))
FROM (VALUES ('2026-11-20', '2026-11-23', 1), ('2026-11-20', '2026-11-20', 0), ('2026-11-23', '2026-11-20', -1), ('2026-12-07', '2026-12-10', 1)) x (d, h, n);
SELECT is(consulta_reloj('2026-11-24 17:00-05'), 'responder antes del 24/11/2026 17:00; vence en 2 días hábiles', 'in words');
SELECT is(consulta_reloj('2026-11-18 17:00-05'), 'responder antes del 18/11/2026 17:00; venció hace 2 días hábiles', 'and when late');

-- Who reads what of a query, and takes which step.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT consulta_id AS q FROM consulta_crear('Asunto de prueba', 'Texto de la consulta', '80000001', 'Hay una consulta', 'Cuerpo') \gset
SELECT is((SELECT resultado FROM consulta_crear('Asunto de prueba', 'Texto de la consulta', '80000001', NULL, NULL)), 'repetida', 'twice is once');
SELECT is((SELECT resultado FROM consulta_crear('Otro asunto', 'Texto de la consulta', '80000002', NULL, NULL)), 'persona_desconocida', 'not about a person of B');
SELECT is((SELECT vinculo_id FROM consulta WHERE id = :q), :va::bigint, 'about a person of A');
SELECT is((SELECT resultado FROM consulta_mover(:q, 1, 'RESPONDER', 'x', NULL, NULL, NULL)), 'no_permitido', 'the ORH does not answer itself');
SELECT throws_ok('UPDATE portal.consulta SET estado = ''CERRADA'', vence_en = NULL', '42501', NULL, 'nor goes round the function');
SELECT throws_ok(format('INSERT INTO portal.consulta_mensaje (consulta_id, entidad_id, lado, tipo, texto) VALUES (%s, %s, ''SERVIR'', ''RESPUESTA'', ''x'')', :q, :a),
    '42501', NULL, 'nor speaks for SERVIR');
SELECT pg_temp.entrar('90000008') \g /dev/null
SELECT is((SELECT count(*) FROM consulta), 0::bigint, 'the other ORH sees none');
SELECT is((SELECT resultado FROM consulta_mover(:q, 1, 'CERRAR', NULL, NULL, NULL, NULL)), 'no_encontrado', 'nor closes it');
SELECT pg_temp.entrar('90000020') \g /dev/null
SELECT is((SELECT count(*) FROM consulta), 0::bigint, 'nor does another gestor');
SELECT pg_temp.entrar('90000004') \g /dev/null
SELECT is((SELECT abiertas FROM consultas_por_responder()), 1::bigint, 'its gestor answers it');
SELECT is((SELECT resultado FROM consulta_mover(:q, 1, 'DERIVAR', 'Nota interna', :jefe_a, NULL, NULL)), 'gestor_invalido', 'not to an ORH');
SELECT is((SELECT resultado FROM consulta_mover(:q, 1, 'DERIVAR', 'Nota interna', :otro, 'Derivada', 'Cuerpo')), 'ok', 'to a colleague');
SELECT is((SELECT abiertas FROM consultas_por_responder()), 0::bigint, 'no longer theirs to answer');
SELECT is((SELECT count(*) FROM consulta), 1::bigint, 'but theirs to see');
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is((SELECT string_agg(tipo, ' ') FROM consulta_mensaje), 'PREGUNTA', 'the ORH reads no internal note');
SELECT pg_temp.entrar('90000020') \g /dev/null
SELECT is((SELECT string_agg(tipo, ' ' ORDER BY id) FROM consulta_mensaje), 'PREGUNTA DERIVACION', 'the colleague does');
SELECT is((SELECT count(*) FROM vinculo WHERE id = :va), 0::bigint, 'and sees no person of the entity');
SELECT is((SELECT resultado FROM consulta_mover(:q, 2, 'RESPONDER', 'Respuesta', NULL, 'Respondida', 'Cuerpo')), 'ok', 'answers');
SELECT is((SELECT resultado FROM consulta_mover(:q, 2, 'RESPONDER', 'Respuesta', NULL, NULL, NULL)), 'conflicto', 'once');
SELECT pg_temp.entrar('90000003') \g /dev/null
SELECT is((SELECT resultado FROM consulta_mover(:q, 3, 'CERRAR', NULL, NULL, NULL, NULL)), 'no_encontrado', 'the auditor takes no step');
SELECT pg_temp.salir() \g /dev/null
SELECT results_eq(format('SELECT usuario_id, secreto FROM portal.correo WHERE clave LIKE ''consulta-%%'' ORDER BY id'),
    format('VALUES (%s::bigint, false), (%s::bigint, false), (%s::bigint, false)', :gestor, :otro, :analista_a), 'each step told whom it concerns');
SELECT * FROM finish();
ROLLBACK;
