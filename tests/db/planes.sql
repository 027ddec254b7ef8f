-- The queries of the busiest pages read what they show, however many people there are: no table of
-- people is scanned whole, and the rows fetched stay near those shown. PostgreSQL's counters of this
-- transaction tell, since EXPLAIN does not look into functions. No times.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

-- 12,000 people in 30 entities, 400 more in A; one stage in twenty is overdue.
SET LOCAL session_replication_role = replica;
INSERT INTO entidad (clave, nombre, tipo, nivel_gobierno)
SELECT 'PLAN-' || n, 'Entidad Plan ' || n, 'OTRA', 'NACIONAL' FROM generate_series(1, 30) AS n;
INSERT INTO persona (tipo_documento, numero_documento, nombres, apellido_paterno, correo)
SELECT '01', (60000000 + n)::text, 'Persona ' || translate((n % 97)::text, '0123456789', 'ABCDEFGHIJ'),
       'Prueba' || translate((n % 1009)::text, '0123456789', 'ABCDEFGHIJ'), 'plan' || n || '@example.org'
FROM generate_series(1, 12400) AS n;
INSERT INTO vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto, orden_nombre,
                     nombre_completo, documento)
SELECT p.id, coalesce(e.id, :a), 'Analista', '15', '2026-06-01', '2026-06-01', p.busqueda, p.busqueda,
       p.numero_documento
FROM persona p
    LEFT JOIN entidad e ON e.clave = 'PLAN-' || 1 + p.numero_documento::int % 30
        AND p.numero_documento > '60000400'
WHERE p.numero_documento BETWEEN '60000001' AND '60012400';
INSERT INTO vinculo_palabra (vinculo_id, entidad_id, palabra)
SELECT DISTINCT v.id, v.entidad_id, w FROM vinculo v, string_to_table(v.orden_nombre || ' ' || v.documento, ' ') w
WHERE v.documento BETWEEN '60000001' AND '60012400';
INSERT INTO inscripcion (edicion_id, persona_id, vinculo_id, entidad_id, regla_id)
SELECT edicion_de('SERVIDORES', hoy()), v.persona_id, v.id, v.entidad_id, r.id
FROM vinculo v, regla r WHERE r.codigo = 'PRUEBA-1' AND v.documento BETWEEN '60000001' AND '60012400';
INSERT INTO etapa (inscripcion_id, vinculo_id, entidad_id, tipo, estado, fecha_limite, fecha_fin)
SELECT i.id, i.vinculo_id, i.entidad_id, t, CASE WHEN i.id % 20 = 0 THEN 'PENDIENTE' ELSE 'CULMINADA' END,
       '2026-07-01', CASE WHEN i.id % 20 <> 0 THEN date '2026-06-20' END
FROM inscripcion i, unnest('{ESTADO,ENTIDAD,ESPECIFICA}'::text[]) AS t
WHERE i.vinculo_id IN (SELECT id FROM vinculo WHERE documento BETWEEN '60000001' AND '60012400');
SET LOCAL session_replication_role = origin;
SELECT count(*) AS contadas FROM cifras_recontar() \gset
ANALYZE persona, vinculo, vinculo_palabra, inscripcion, etapa, entidad, avance;

-- Since the last call: whole scans of the tables of people, and rows fetched from them by index.
CREATE TEMP TABLE antes (enteras bigint, filas bigint);
INSERT INTO antes VALUES (0, 0);
GRANT ALL ON antes TO portal_app;
CREATE FUNCTION pg_temp.leido(OUT enteras bigint, OUT filas bigint) LANGUAGE plpgsql AS $$
DECLARE
    n record;
BEGIN
    SELECT sum(pg_stat_get_xact_numscans(c)) AS enteras, sum(pg_stat_get_xact_tuples_fetched(c)) AS filas INTO n
    FROM unnest('{portal.vinculo,portal.etapa,portal.vinculo_palabra,portal.persona,portal.avance}'::regclass[]) AS c;
    SELECT n.enteras - a.enteras, n.filas - a.filas INTO enteras, filas FROM antes a;
    UPDATE antes SET enteras = n.enteras, filas = n.filas;
END $$;
CREATE FUNCTION pg_temp.lee(p_tope bigint, p_que text) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT x.t FROM pg_temp.leido() l, LATERAL (
        SELECT is(l.enteras, 0::bigint, p_que || ': no whole scan')
        UNION ALL SELECT cmp_ok(l.filas, '<=', p_tope, p_que || ': rows read')) x (t) $$;

\set lista `sed '/^--/d' sql/query/servidor/lista.sql`
\set cuenta `sed '/^--/d' sql/query/servidor/cuenta.sql`
\set ficha `sed '/^--/d' sql/query/servidor/ficha.sql`
\set cifras `sed '/^--/d' sql/query/orh/inicio_cifras.sql`
\set vencidas `sed '/^--/d' sql/query/orh/inicio_vencidas.sql`
PREPARE lista(int8, text, text, text, int8, text, text, date, date, text, bool, int8, date, int4, int8, text, text, text,
              text, text) AS :lista;
PREPARE cuenta(int8, text, text, text, int8, text, text, date, date, text, bool, date, int4, int8, text, text, text,
               text, text) AS :cuenta;
-- The filters of a figure, unset.
\set nada ', NULL, NULL, NULL, NULL, NULL, NULL'
PREPARE ficha(int8) AS :ficha;
PREPARE cifras(int8, date) AS :cifras;
PREPARE vencidas(int8, date) AS :vencidas;
SELECT v.id AS hasta FROM vinculo v WHERE v.entidad_id = :a ORDER BY v.orden_nombre, v.id OFFSET 300 LIMIT 1 \gset

-- An analyst of A. The plans are those of a worker that has run for a while, and of one that starts.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT set_config('plan_cache_mode', 'force_custom_plan', true), pg_temp.leido() \g /dev/null
EXECUTE lista(:a, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, NULL, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(400, 'list');
EXECUTE lista(:a, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, :hasta, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(400, 'list, a late page');
EXECUTE lista(:a, 'PERSONA', 'PRUEBAB', NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, NULL, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(1500, 'search');
EXECUTE lista(:a, NULL, NULL, NULL, NULL, 'ENTIDAD', 'VENCIDA', NULL, NULL, 'VIGENTES', false, NULL, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(1500, 'overdue');
EXECUTE cuenta(:a, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, '2026-11-20', 1001 :nada) \g /dev/null
SELECT pg_temp.lee(500, 'count');
EXECUTE ficha(:va) \g /dev/null
SELECT pg_temp.lee(30, 'ficha');
SELECT set_config('plan_cache_mode', 'force_generic_plan', true) \g /dev/null
EXECUTE lista(:a, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, NULL, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(400, 'list, generic plan');
EXECUTE ficha(:va) \g /dev/null
SELECT pg_temp.lee(30, 'ficha, generic plan');
EXECUTE cifras(:a, '2026-11-20') \g /dev/null
SELECT pg_temp.lee(3000, 'home, counts');
EXECUTE vencidas(:a, '2026-11-20') \g /dev/null
SELECT pg_temp.lee(200, 'home, overdue');

-- SERVIR: the whole country.
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT pg_temp.leido() \g /dev/null
EXECUTE lista(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, NULL, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(400, 'country');
EXECUTE lista(NULL, '60001234', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, NULL, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(30, 'country, a document');
EXECUTE lista(NULL, 'PRUEBABC', 'PERSONA', NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, NULL, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(1500, 'country, two words');
EXECUTE lista(NULL, NULL, NULL, NULL, NULL, NULL, 'VENCIDA', NULL, NULL, 'VIGENTES', false, NULL, '2026-11-20', 51 :nada) \g /dev/null
SELECT pg_temp.lee(4500, 'country, overdue');
EXECUTE cuenta(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'VIGENTES', false, '2026-11-20', 1001 :nada) \g /dev/null
SELECT pg_temp.lee(1100, 'country, count');
SELECT pg_temp.salir() \g /dev/null

-- The home's lists by EXPLAIN too: which index answers.
CREATE FUNCTION pg_temp.plan(q text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    linea text;
    todo text := '';
BEGIN
    FOR linea IN EXECUTE 'EXPLAIN ' || q LOOP
        todo := todo || linea || E'\n';
    END LOOP;
    RETURN todo;
END $$;
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT matches(pg_temp.plan(format('EXECUTE vencidas(%s, ''2026-11-20'')', :a)), 'etapa_abierta_idx', 'overdue: by its index');
SELECT pg_temp.salir() \g /dev/null
SELECT * FROM finish();
ROLLBACK;
