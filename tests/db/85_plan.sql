-- The plan: dates over weekends and holidays, who gets which task, versions that are kept, what follows a correction, an
-- undo, a transfer; what was published never changes.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

-- 2026-11-20 is a Friday; 8 and 9 December are holidays.
SELECT is(plan_fecha(d::date, n, u), e::date, format('%s, %s %s', d, n, u))
FROM (VALUES ('2026-11-20', 1, 'HABIL', '2026-11-23'), ('2026-11-20', 0, 'HABIL', '2026-11-20'),
             ('2026-11-22', 0, 'HABIL', '2026-11-23'), ('2026-12-08', 0, 'HABIL', '2026-12-10'),
             ('2026-11-20', 5, 'HABIL', '2026-11-27'), ('2026-12-07', 1, 'HABIL', '2026-12-10'),
             ('2026-12-04', 3, 'HABIL', '2026-12-11'), ('2026-11-23', -1, 'HABIL', '2026-11-20'),
             ('2026-12-10', -1, 'HABIL', '2026-12-07'), ('2026-12-10', -5, 'HABIL', '2026-12-01'),
             ('2026-11-20', 2, 'CALENDARIO', '2026-11-22'), ('2026-11-20', -3, 'CALENDARIO', '2026-11-17'),
             ('2026-11-20', 0, 'CALENDARIO', '2026-11-20'), ('2028-02-28', 1, 'CALENDARIO', '2028-02-29'),
             ('2026-11-20', 250, 'CALENDARIO', '2027-07-28')) AS v (d, n, u, e);
SELECT is((SELECT count(*) FROM generate_series('2026-11-01'::date, '2027-02-01', '1 day') d, generate_series(0, 40) n
           WHERE NOT dia_habil(plan_fecha(d::date, n, 'HABIL')) OR plan_fecha(d::date, n, 'HABIL') < d::date), 0::bigint,
          'a working day is never a weekend nor a holiday');

-- Two versions of A's plan; nobody has tasks before there is one.
SELECT is((SELECT count(*) FROM actividad WHERE vinculo_id IN (:va, :vs, :vb)), 0::bigint, 'without a plan no tasks');
INSERT INTO regimen (codigo, nombre, nombre_corto) VALUES ('02', 'DL 276', '276') ON CONFLICT DO NOTHING;
INSERT INTO organo (entidad_id, nombre, tipo, nivel) VALUES (:a, 'Otra Oficina', 'LINEA', 2);
INSERT INTO plan_plantilla (version, nombre, estado, publicada_en) VALUES (901, 'Plantilla de prueba', 'RETIRADA', now());
INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
SELECT :a, id, v, CASE v WHEN 1 THEN 'PUBLICADO' ELSE 'BORRADOR' END, 'Resolución ' || v, '2026-11-01',
       CASE v WHEN 1 THEN '2026-11-01' ELSE '2026-12-15' END::date, CASE v WHEN 1 THEN now() END
FROM plan_plantilla, generate_series(1, 2) v WHERE plan_plantilla.version = 901;
SELECT id AS p1 FROM plan WHERE entidad_id = :a AND version = 1 \gset
SELECT id AS p2 FROM plan WHERE entidad_id = :a AND version = 2 \gset
INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad, regimenes, unidad_id, solo_primer_ingreso)
SELECT :p1, :a, o, e, row_number() OVER (), t, q, d, u, r,
       (SELECT id FROM organo WHERE entidad_id = :a AND nombre = un), pi
FROM (VALUES ('SERVIR', 'ESTADO', 'Curso', 'SERVIDOR', 30, 'CALENDARIO', NULL::text[], NULL, false),
             ('ENTIDAD', 'ENTIDAD', 'Antes', 'ORH', -2, 'HABIL', NULL, NULL, false),
             ('ENTIDAD', 'ENTIDAD', 'Solo CAS', 'ORH', 1, 'HABIL', '{15}', NULL, false),
             ('ENTIDAD', 'ENTIDAD', 'Solo 276', 'ORH', 1, 'HABIL', '{02}', NULL, false),
             ('ENTIDAD', 'ENTIDAD', 'Solo otra oficina', 'ORH', 1, 'HABIL', NULL, 'Otra Oficina', false),
             ('ENTIDAD', 'ENTIDAD', 'Solo su oficina', 'ORH', 1, 'HABIL', NULL, 'Oficina de Prueba', false),
             ('ENTIDAD', 'ESPECIFICA', 'Primer ingreso', 'JEFE', 5, 'HABIL', NULL, NULL, true))
    AS v (o, e, t, q, d, u, r, un, pi);
INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad)
VALUES (:p2, :a, 'ENTIDAD', 'ENTIDAD', 1, 'De la segunda', 'ORH', 1, 'HABIL');
SELECT throws_ok(format($$ INSERT INTO portal.plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad)
    VALUES (%s, %s, 'ENTIDAD', 'ESTADO', 9, 'Propia', 'ORH', 1, 'HABIL') $$, :p2, :a), '23514', NULL, 'an entity adds nothing to stage a');

SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT pg_temp.registrar('80000011', pg_temp.token('c'), '2026-11-19') AS vc \gset
SELECT pg_temp.salir() \g /dev/null
SELECT results_eq(format('SELECT titulo, tipo, quien, fecha_prevista, estado, plan_id FROM portal.actividad WHERE vinculo_id = %s ORDER BY id', :vc),
    format($$ VALUES ('Curso', 'ESTADO', 'SERVIDOR', '2026-12-19'::date, 'PENDIENTE', %1$s::bigint),
        ('Antes', 'ENTIDAD', 'ORH', '2026-11-17', 'PENDIENTE', %1$s), ('Solo CAS', 'ENTIDAD', 'ORH', '2026-11-20', 'PENDIENTE', %1$s),
        ('Solo su oficina', 'ENTIDAD', 'ORH', '2026-11-20', 'PENDIENTE', %1$s),
        ('Primer ingreso', 'ESPECIFICA', 'JEFE', '2026-11-26', 'PENDIENTE', %1$s) $$, :p1),
    'who is registered gets the tasks that are for them, dated');
SELECT is((SELECT count(*) FROM actividad WHERE vinculo_id = :va), 0::bigint, 'who was registered before keeps having none');
SELECT is((SELECT count(*) FROM auditoria WHERE tabla = 'actividad' AND entidad_id = :a), 0::bigint, 'and what follows from the plan is not audited');

-- A corrected entry moves what is to be done, not what was done.
UPDATE actividad SET estado = 'HECHA', hecha_el = '2026-11-20' WHERE vinculo_id = :vc AND titulo = 'Antes';
SELECT pg_temp.entrar('90000006') \g /dev/null
UPDATE portal.vinculo SET fecha_ingreso = '2026-11-16', fecha_inicio_puesto = '2026-11-19' WHERE id = :vc;
SELECT pg_temp.salir() \g /dev/null
SELECT results_eq(format('SELECT titulo, fecha_prevista FROM portal.actividad WHERE vinculo_id = %s AND tipo = ''ENTIDAD'' ORDER BY id', :vc),
    $$ VALUES ('Antes', '2026-11-17'::date), ('Solo CAS', '2026-11-17'), ('Solo su oficina', '2026-11-17') $$, 'dates follow the entry');
SELECT is((SELECT count(*) FROM auditoria WHERE tabla = 'actividad' AND accion = 'UPDATE' AND entidad_id = :a), 5::bigint, 'what is done with a task is audited');

-- The second version: for who enters from its day on; the others keep theirs.
UPDATE plan SET estado = 'REEMPLAZADO' WHERE id = :p1;
UPDATE plan SET estado = 'PUBLICADO', publicado_en = now() WHERE id = :p2;
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT pg_temp.registrar('80000012', pg_temp.token('d'), '2026-12-01') AS vd \gset
SELECT pg_temp.registrar('80000013', pg_temp.token('e'), '2026-12-15') AS ve \gset
SELECT pg_temp.salir() \g /dev/null
SELECT is((SELECT array_agg(DISTINCT plan_id) FROM actividad WHERE vinculo_id = :vd), ARRAY[:p1]::bigint[], 'before its day the old version counts');
SELECT is((SELECT array_agg(titulo) FROM actividad WHERE vinculo_id = :ve), ARRAY['De la segunda'], 'from its day the new one');
SELECT is((SELECT count(*) FROM actividad WHERE vinculo_id = :vc), 5::bigint, 'and who had the old one keeps it');

-- What was published never changes.
SELECT throws_ok(format('UPDATE portal.plan SET %s WHERE id = %s', c, :p2), '42501', NULL, 'a published plan keeps its ' || c)
FROM unnest(ARRAY['documento_aprobacion = ''Otra''', 'vigente_desde = ''2026-01-01''', 'estado = ''BORRADOR'', publicado_en = NULL']) c;
SELECT throws_ok(format('UPDATE portal.plan SET estado = ''PUBLICADO'' WHERE id = %s', :p1), '42501', NULL, 'a replaced one does not come back');
SELECT throws_ok(format('INSERT INTO portal.plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
    SELECT entidad_id, plantilla_id, 9, ''PUBLICADO'', ''Otra'', aprobado_el, vigente_desde, now() FROM portal.plan WHERE id = %s', :p2),
    '23505', NULL, 'one published plan an entity');
CREATE FUNCTION pg_temp.filas(p_doc text, p_sql text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    n bigint;
BEGIN
    PERFORM pg_temp.entrar(p_doc);
    EXECUTE p_sql;
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM pg_temp.salir();
    RETURN n;
END $$;
SELECT is(pg_temp.filas(doc, format(q, :p2)), 0::bigint, format('%s does not: %s', doc, q))
FROM unnest(ARRAY['90000005', '90000006', '90000001', '90000010', '90000004']) doc,
     unnest(ARRAY['UPDATE portal.plan_actividad SET dias = 9 WHERE plan_id = %s', 'DELETE FROM portal.plan_actividad WHERE plan_id = %s',
                  'DELETE FROM portal.plan WHERE id = %s']) q;
SELECT is(pg_temp.filas('90000008', format('UPDATE portal.plan SET estado = ''REEMPLAZADO'' WHERE id = %s', :p2)), 0::bigint,
          'another entity changes no plan');

-- Each marks what is theirs.
INSERT INTO vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
SELECT id, :a, 'Jefatura', '15', '2020-01-01', '2020-01-01' FROM persona WHERE numero_documento = '90000009';
UPDATE vinculo SET jefe_vinculo_id = (SELECT id FROM vinculo WHERE documento = '90000009') WHERE id = :vd;
SELECT is(pg_temp.filas(doc, format('UPDATE portal.actividad SET estado = ''HECHA'', hecha_el = ''2026-12-01'' WHERE vinculo_id = %s AND quien = %L', :vd, q)), n::bigint,
          format('%s marks %s of what %s does', doc, n, q))
FROM (VALUES ('90000009', 'JEFE', 1), ('90000009', 'ORH', 0), ('90000009', 'SERVIDOR', 0), ('90000010', 'SERVIDOR', 0),
             ('90000008', 'ORH', 0), ('90000002', 'ORH', 0), ('90000004', 'ORH', 0), ('90000006', 'ORH', 3), ('90000006', 'SERVIDOR', 1)) AS v (doc, q, n);
SELECT is(pg_temp.filas('90000009', format('SELECT FROM portal.actividad WHERE vinculo_id = %s', :vd)), 5::bigint, 'a jefe sees the tasks of their people');
SELECT is(pg_temp.filas('90000009', format('SELECT FROM portal.actividad WHERE vinculo_id = %s', :vc)), 0::bigint, 'and no others');

-- A move: the destination's plan, of which it has none.
SELECT is((SELECT count(*) FROM actividad_crear(ARRAY(SELECT id FROM etapa WHERE vinculo_id = :vb), NULL) n WHERE n = 0), 1::bigint, 'an entity without a plan gives nothing');
SELECT is(actividad_crear(ARRAY(SELECT id FROM etapa WHERE vinculo_id = :vb), :p1), 0::bigint, 'nor by another entity''s plan');
SELECT is(actividad_crear(ARRAY(SELECT id FROM etapa WHERE vinculo_id = :va), :p1), 5::bigint, 'who had none may be given a plan');
SELECT is(actividad_crear(ARRAY(SELECT id FROM etapa WHERE vinculo_id = :va), :p1), 0::bigint, 'once');

-- Tasks go with their stage; what was worked on keeps an upload from being undone.
SELECT ok(planilla_trabajada(:vd), 'a task that was marked is work');
SELECT ok(NOT planilla_trabajada(:ve), 'tasks that nobody touched are not');
SELECT set_config('portal.deshace', 'si', true) \g /dev/null
DELETE FROM etapa WHERE vinculo_id = :ve;
SELECT is((SELECT count(*) FROM actividad WHERE vinculo_id = :ve), 0::bigint, 'tasks go with their stage');
SELECT * FROM finish();
ROLLBACK;
