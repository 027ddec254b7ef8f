-- The figures: after any write they say what a recount says; they follow the day without one; each
-- role counts its own.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();
CREATE FUNCTION pg_temp.cuadro(doc text, p_por text, p_hoy date) RETURNS TABLE (valor text, registrados bigint, en_curso bigint,
    vencidos bigint, completados bigint, validados bigint, retirados bigint, mediana double precision) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_temp.entrar(doc);
    RETURN QUERY SELECT c.* FROM portal.cifras_cuadro(ROW(portal.edicion_de('SERVIDORES', '2026-11-16'), NULL, NULL, NULL,
        NULL, NULL, NULL, NULL, NULL)::portal.cifra_filtro, p_por, p_hoy) c;
    PERFORM pg_temp.salir();
END $$;
CREATE FUNCTION pg_temp.total(doc text, p_hoy date) RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', registrados, en_curso, vencidos, completados, validados, retirados)
    FROM pg_temp.cuadro(doc, 'sexo', p_hoy) WHERE valor IS NULL $$;

SELECT is_empty('SELECT * FROM cifras_recontar(false)', 'a registration keeps its figures');

-- Who counts what: total, in course, overdue, completed, validated, retired.
SELECT is(pg_temp.total('90000006', '2026-11-20'), '2 2 0 0 0 0', 'an ORH counts its two');
SELECT is(pg_temp.total('90000004', '2026-11-20'), '2 2 0 0 0 0', 'the gestor of A too');
SELECT is(pg_temp.total(doc, '2026-11-20'), '0 0 0 0 0 0', rol || ' counts nobody')
FROM (VALUES ('90000009', 'a jefe'), ('90000010', 'a servidor'), ('no such session', 'nobody')) r (doc, rol);
SELECT is(pg_temp.total(doc, '2026-11-20') ~ '^[3-9]|^[1-9][0-9]', true, rol || ' counts all')
FROM (VALUES ('90000001', 'the administrator'), ('90000002', 'a reviewer'), ('90000003', 'an auditor')) r (doc, rol);

-- The day alone.
SELECT is(pg_temp.total('90000006', d), t, 'on ' || d) FROM (VALUES ('2026-11-30'::date, '2 2 0 0 0 0'),
    ('2026-12-01', '2 2 2 0 0 0'), ('2027-06-01', '2 2 2 0 0 0')) x (d, t);
UPDATE vinculo SET fecha_cese = '2026-11-25', motivo_cese = 'Prueba' WHERE id = :va;
SELECT is(pg_temp.total('90000006', d), t, 'with an end on the 25th, on ' || d) FROM (VALUES ('2026-11-25'::date, '2 2 0 0 0 0'),
    ('2026-11-26', '2 1 0 0 0 1'), ('2026-12-01', '2 1 1 0 0 1')) x (d, t);
UPDATE vinculo SET fecha_cese = NULL, motivo_cese = NULL WHERE id = :va;

SELECT set_config('portal.rol', '', true) \g /dev/null
-- Completed = the three done, validated or not applicable; the days end with the last.
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-11-18' WHERE vinculo_id = :va AND tipo <> 'ESTADO';
UPDATE etapa SET estado = 'NO_APLICA', motivo = 'x' WHERE vinculo_id = :va AND tipo = 'ESTADO';
SELECT is(pg_temp.total('90000006', '2026-11-20'), '2 1 0 1 0 0', 'one completed');
SELECT is((SELECT mediana FROM pg_temp.cuadro('90000006', 'sexo', '2026-11-20') WHERE valor IS NULL), 2.0::float8, 'in two days');
SELECT set_config('portal.rol', '', true) \g /dev/null
UPDATE etapa SET estado = 'VALIDADA' WHERE vinculo_id = :va AND tipo <> 'ESTADO';
SELECT is(pg_temp.total('90000006', '2026-11-20'), '2 1 0 1 1 0', 'and validated');
SELECT set_config('portal.rol', '', true) \g /dev/null
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-11-19' WHERE vinculo_id = :vs;
SELECT is((SELECT mediana FROM pg_temp.cuadro('90000006', 'sexo', '2026-11-20') WHERE valor IS NULL), 2.5::float8,
    'the middle of two lies between them');

-- Random writes: functions of each role, and what only triggers see. After each, a recount finds nothing.
CREATE FUNCTION pg_temp.paso(n int, a bigint, b bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v portal.vinculo;
    r text := 'nada';
    k int := n % 12;
    v_t bigint;
BEGIN
    PERFORM pg_temp.salir();
    SELECT * INTO v FROM portal.vinculo x WHERE x.entidad_id IN (a, b) AND EXISTS (SELECT FROM portal.inscripcion i WHERE i.vinculo_id = x.id)
        ORDER BY md5(x.id::text || n) LIMIT 1;
    PERFORM pg_temp.entrar(CASE WHEN v.entidad_id = a THEN '90000006' ELSE '90000008' END);
    IF k IN (0, 1, 2) THEN
        r := 'alta ' || coalesce(pg_temp.registrar((81000000 + n)::text, repeat(chr(65 + n % 26), 20) || lpad(n::text, 23, '0'),
                                         '2026-11-01'::date + n % 19)::text, '-');
    ELSIF k IN (3, 4, 5, 6) THEN
        SELECT 'marcar ' || string_agg(m.resultado, ',') INTO r FROM (SELECT * FROM portal.etapa e WHERE e.vinculo_id = v.id
            ORDER BY md5(e.id::text || n) LIMIT 2) e, portal.etapa_marcar(e.id, e.version,
                (ARRAY['EN_CURSO', 'CULMINADA', 'NO_APLICA', 'PENDIENTE'])[1 + n % 4], '2026-11-20', 'Motivo') m;
    ELSIF k = 7 THEN
        PERFORM pg_temp.entrar('90000002');
        SELECT 'revisar ' || string_agg(m.resultado, ',') INTO r FROM (SELECT * FROM portal.etapa e WHERE e.estado = 'CULMINADA'
            AND e.entidad_id IN (a, b) ORDER BY md5(e.id::text || n) LIMIT 3) e,
            portal.etapa_marcar(e.id, e.version, CASE WHEN n % 2 = 0 THEN 'VALIDADA' ELSE 'OBSERVADA' END, NULL, 'Motivo') m;
    ELSIF k = 8 THEN
        SELECT 'cese ' || c.resultado INTO r FROM portal.servidor_cesar(v.id, v.version, greatest(v.fecha_ingreso, '2026-11-19'::date + n % 4), 'Prueba') c;
    ELSIF k = 9 THEN
        SELECT * INTO v FROM portal.vinculo x WHERE x.entidad_id = v.entidad_id AND x.fecha_cese IS NOT NULL ORDER BY md5(x.id::text || n) LIMIT 1;
        SELECT 'anular ' || c.resultado INTO r FROM portal.servidor_cese_anular(v.id, v.version, 'Prueba') c;
    ELSIF k = 10 THEN
        SELECT t.transferencia_id INTO v_t FROM portal.transferencia_proponer(v.id, CASE WHEN v.entidad_id = a THEN b ELSE a END,
            v.fecha_ingreso + 1 + n % 5, 'Prueba') t;
        PERFORM pg_temp.entrar(CASE WHEN v.entidad_id = a THEN '90000008' ELSE '90000006' END);
        SELECT 'traslado ' || c.resultado INTO r FROM portal.transferencia_aceptar(v_t, 'Puesto nuevo', NULL) c;
    ELSE
        PERFORM pg_temp.salir();
        UPDATE portal.persona SET sexo = (ARRAY['MUJER', 'HOMBRE', NULL])[1 + n % 3] WHERE id = v.persona_id;
        BEGIN -- two periods of a person in an entity never overlap
            UPDATE portal.vinculo SET fecha_ingreso = fecha_ingreso - n % 3 WHERE id = v.id;
        EXCEPTION WHEN exclusion_violation THEN NULL;
        END;
        UPDATE portal.entidad SET ubigeo = CASE WHEN n % 2 = 0 THEN '98' END, nivel_gobierno = (ARRAY['LOCAL', 'REGIONAL'])[1 + n % 2] WHERE id = b;
        r := 'origen ok';
    END IF;
    PERFORM pg_temp.salir();
    RETURN r;
END $$;
CREATE TEMP TABLE hecho (n int, que text, diferencias bigint);
DO $$
DECLARE
    a bigint := (SELECT id FROM portal.entidad WHERE clave = 'PRUEBA-A');
    b bigint := (SELECT id FROM portal.entidad WHERE clave = 'PRUEBA-B');
    r text;
BEGIN
    FOR n IN 1..240 LOOP
        r := pg_temp.paso(n, a, b);
        INSERT INTO hecho SELECT n, r, coalesce((SELECT sum(filas) FROM portal.cifras_recontar(false)), 0);
    END LOOP;
END $$;
SELECT is_empty('SELECT * FROM hecho WHERE diferencias > 0', 'after each of 240 random writes a recount finds nothing');
SELECT cmp_ok((SELECT count(*)::int FROM hecho WHERE que LIKE x || ' %ok%' OR que ~ (x || ' [0-9]')), '>=', 3, 'among them some of: ' || x)
FROM unnest(ARRAY['alta', 'marcar', 'revisar', 'cese', 'anular', 'traslado', 'origen']) x;
SELECT is((SELECT sum(registrados)::bigint FROM pg_temp.cuadro('90000001', p, '2026-11-20') WHERE valor IS NOT NULL),
          (SELECT registrados FROM pg_temp.cuadro('90000001', p, '2026-11-20') WHERE valor IS NULL), 'the lines add up by ' || p)
FROM unnest(ARRAY['region', 'nivel', 'regimen', 'sexo', 'mes', 'entidad']) p;
SELECT is_empty($$ SELECT FROM pg_temp.cuadro('90000001', 'region', '2026-11-20')
    WHERE registrados <> en_curso + completados + retirados OR vencidos > en_curso OR validados > completados $$, 'the figures fit each other');
-- Every cell is the length of its list, counted another way.
SELECT is_empty(format($$ SELECT c.valor, s.f FROM pg_temp.cuadro('90000001', 'mes', '2026-11-20') c,
    LATERAL (VALUES ('EN_CURSO', c.en_curso), ('VENCIDO', c.vencidos), ('COMPLETADO', c.completados), ('VALIDADO', c.validados),
                    ('RETIRADO', c.retirados), ('REGISTRADO', c.registrados)) s (f, n)
    WHERE c.valor IS NOT NULL AND s.n <> (SELECT count(*) FROM portal.avance a WHERE a.edicion_id = portal.edicion_de('SERVIDORES', '2026-11-16')
        AND a.mes = c.valor::date AND a.situacion <> 'TRASLADADO' AND portal.cifra_cuenta(a, s.f, '2026-11-20')) $$), 'cells and rows agree');
-- So are the days in the middle, of each entity and of all.
SELECT results_eq($$ SELECT valor::bigint, mediana FROM pg_temp.cuadro('90000001', 'entidad', '2026-11-20')
                     WHERE mediana IS NOT NULL ORDER BY 1 $$,
    $$ SELECT a.entidad_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY a.dias) FROM portal.avance a
       WHERE a.edicion_id = portal.edicion_de('SERVIDORES', '2026-11-16') AND a.situacion <> 'TRASLADADO' AND a.dias IS NOT NULL
       GROUP BY ROLLUP (a.entidad_id) ORDER BY 1 $$, 'the median of each entity and of all');

-- A transferred person counts once, where they are.
SELECT is((SELECT count(*)::int FROM avance WHERE situacion = 'TRASLADADO'),
          (SELECT count(*)::int FROM transferencia t JOIN inscripcion x ON x.vinculo_id = t.vinculo_id
               JOIN inscripcion y ON y.vinculo_id = t.vinculo_nuevo_id AND y.edicion_id = x.edicion_id WHERE t.estado = 'ACEPTADA'),
          'who moved on is not counted twice');

-- The repair says what it found and leaves nothing.
UPDATE avance SET situacion = 'VALIDADO', dias = 1 WHERE vinculo_id = :vb;
DELETE FROM avance WHERE vinculo_id = :va;
SELECT results_eq('SELECT problema, filas FROM cifras_recontar(false)', $$ VALUES ('difiere', 1::bigint), ('falta', 1) $$, 'a damage is reported');
SELECT results_eq('SELECT problema, filas FROM cifras_recontar()', $$ VALUES ('difiere', 1::bigint), ('falta', 1) $$, 'and repaired');
SELECT is_empty('SELECT * FROM cifras_recontar(false)', 'so that nothing differs');
SELECT throws_ok(format('SELECT set_config(''role'', ''portal_app'', true); UPDATE portal.avance SET dias = 1'), '42501', NULL, 'no page writes figures');
-- Sealed reports: who seals, once, never changed; SERVIR alone reads them.
CREATE FUNCTION pg_temp.sellar(doc text, p_mes date) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r text;
BEGIN
    PERFORM pg_temp.entrar(doc);
    SELECT resultado INTO r FROM portal.informe_sellar(portal.edicion_de('SERVIDORES', '2026-11-16'), p_mes);
    PERFORM pg_temp.salir();
    RETURN r;
END $$;
CREATE FUNCTION pg_temp.ver(doc text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    r boolean;
BEGIN
    PERFORM pg_temp.entrar(doc);
    r := EXISTS (SELECT FROM portal.informe);
    PERFORM pg_temp.salir();
    RETURN r;
END $$;
SET LOCAL portal.hoy = '2026-12-01';
DELETE FROM pg_temp.hecho;
SELECT is(pg_temp.sellar(doc, '2026-11-01'), 'no_autorizado', rol || ' seals nothing')
FROM (VALUES ('90000002', 'a reviewer'), ('90000004', 'a gestor'), ('90000006', 'an analyst'), ('no such session', 'nobody')) r (doc, rol);
SELECT is(pg_temp.sellar('90000001', '2026-12-01'), 'mes_abierto', 'not a month that goes on');
SELECT is(pg_temp.sellar('90000001', '2026-11-02'), 'no_encontrado', 'a month begins on its first');
SELECT set_config('portal.rol', '', true) \g /dev/null
SELECT alike(pg_temp.sellar('90000001', '2026-11-01'), '%ok', 'the administrator seals');
SELECT is(pg_temp.sellar('90000001', '2026-11-01'), 'ya_sellado', 'once');
SELECT is(sha256, encode(sha256(convert_to(contenido, 'UTF8')), 'hex'), 'the hash is that of the bytes') FROM informe WHERE mes = '2026-11-01';
SELECT throws_ok($$ UPDATE portal.informe SET mes = mes $$, '42501', NULL, 'never changed');
SELECT throws_ok($$ DELETE FROM portal.informe $$, '42501', NULL, 'never deleted');
SELECT is(pg_temp.ver(doc), n, rol || ' sees ' || n) FROM (VALUES ('90000001', 'the administrator', true), ('90000003', 'an auditor', true),
    ('90000004', 'a gestor', false), ('90000006', 'an analyst', false), ('no such session', 'nobody', false)) r (doc, rol, n);
SELECT is(abierto_documento('12345678') || ' ' || abierto_nombre('Ana María  Ñandú'), '******78 A**** M**** Ñ****', 'identities are masked');
SELECT * FROM finish();
ROLLBACK;
