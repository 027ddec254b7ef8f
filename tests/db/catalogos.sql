-- The catalogues as loaded: counts against INEI's directory of May 2026, the elections and the Ayuda
-- Memoria; and that loading them again changes no row. Needs a superuser (the loads do).

BEGIN;
SET LOCAL search_path = portal, public;
CREATE EXTENSION IF NOT EXISTS pgtap WITH SCHEMA public;
SELECT no_plan();

-- Rows of two queries as text, in order: results_eq stumbles over columns of different collations.
CREATE FUNCTION pg_temp.mismas_filas(query text, esperado text, nombre text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    tenemos text[];
    queremos text[];
BEGIN
    EXECUTE format('SELECT array_agg(r::text) FROM (%s) r', query) INTO tenemos;
    EXECUTE format('SELECT array_agg(r::text) FROM (%s) r', esperado) INTO queremos;
    RETURN is(tenemos, queremos, nombre);
END $$;

-- Territory.
SELECT pg_temp.mismas_filas(
    'SELECT nivel, count(*)::int FROM ubigeo GROUP BY nivel ORDER BY nivel',
    $$VALUES ('DISTRITO', 1892), ('PROVINCIA', 196), ('REGION', 25)$$, 'territory of May 2026');
CREATE TEMP TABLE esperado (region text, provincias int, d2022 int, d2026 int) ON COMMIT DROP;
INSERT INTO esperado VALUES
    ('01', 7, 84, 84), ('02', 20, 166, 166), ('03', 7, 85, 85), ('04', 8, 109, 109),
    ('05', 11, 124, 124), ('06', 13, 127, 127), ('07', 1, 7, 7), ('08', 13, 116, 116),
    ('09', 7, 102, 102), ('10', 11, 84, 84), ('11', 5, 43, 43), ('12', 9, 124, 124),
    ('13', 12, 83, 84), ('14', 3, 38, 38), ('15', 10, 171, 171), ('16', 8, 53, 54),
    ('17', 3, 11, 11), ('18', 3, 21, 21), ('19', 3, 29, 29), ('20', 8, 65, 65),
    ('21', 13, 110, 110), ('22', 10, 78, 78), ('23', 4, 28, 28), ('24', 3, 13, 13),
    ('25', 4, 19, 19);
CREATE FUNCTION pg_temp.vigente(u ubigeo, dia date) RETURNS boolean LANGUAGE sql AS
    $$ SELECT coalesce(u.vigente_desde, dia) <= dia AND coalesce(u.vigente_hasta, dia) >= dia $$;
SELECT pg_temp.mismas_filas(
    $$SELECT left(codigo, 2), (count(*) FILTER (WHERE nivel = 'PROVINCIA'))::int,
             (count(*) FILTER (WHERE nivel = 'DISTRITO' AND pg_temp.vigente(u, '2022-10-02')))::int,
             (count(*) FILTER (WHERE nivel = 'DISTRITO' AND pg_temp.vigente(u, '2026-05-31')))::int
      FROM ubigeo u GROUP BY 1 ORDER BY 1$$,
    'SELECT region, provincias, d2022, d2026 FROM esperado ORDER BY region',
    'provinces and districts of each region, 2022 and 2026');
SELECT is((SELECT count(*)::int FROM ubigeo WHERE nivel = 'DISTRITO' AND right(codigo, 2) = '01'), 196,
    'each province has its capital district');
SELECT is((SELECT count(*)::int FROM ubigeo WHERE nombre ~ '[àèìòùÀÈÌÒÙ_]|^\s|\s$|  '), 0,
    'no grave accents, underscores or stray spaces in names');
SELECT is((SELECT nombre FROM ubigeo WHERE codigo = '0701'), 'Callao', 'the province of Callao');

-- Entities.
SELECT pg_temp.mismas_filas(
    'SELECT tipo, count(*)::int FROM entidad WHERE fuente IS NOT NULL GROUP BY tipo ORDER BY tipo',
    $$VALUES ('GOBIERNO_REGIONAL', 25), ('MINISTERIO', 18), ('MUNICIPALIDAD_DISTRITAL', 1696),
             ('MUNICIPALIDAD_PROVINCIAL', 196), ('ORGANISMO_PUBLICO', 1), ('PCM', 1)$$,
    'entities by type');
SELECT pg_temp.mismas_filas(
    'SELECT nivel_gobierno, count(*)::int FROM entidad WHERE fuente IS NOT NULL GROUP BY 1 ORDER BY 1',
    $$VALUES ('LOCAL', 1892), ('NACIONAL', 20), ('REGIONAL', 25)$$, 'entities by level of government');
SELECT is((SELECT count(*)::int FROM entidad e WHERE tipo LIKE 'MUNI%' AND fuente IS NOT NULL
           AND clave <> 'MUNI-' || rpad(ubigeo, 6, '01')), 0, 'the key of a municipality is its district');
SELECT is((SELECT nombre FROM entidad WHERE clave = 'MUNI-150101'), 'Municipalidad Metropolitana de Lima',
    'Lima is governed by its metropolitan municipality');
SELECT is((SELECT count(*)::int FROM (SELECT FROM entidad WHERE fuente IS NOT NULL
           GROUP BY portal_buscable(nombre) HAVING count(*) > 1) r), 0, 'no two entities share a name');
SELECT is((SELECT ruc FROM entidad WHERE clave = 'MIDIS'), '20545565359', 'RUC of MIDIS');

-- Code tables and holidays.
SELECT is((SELECT array_agg(codigo ORDER BY codigo) FROM tipo_documento),
    '{01,04,07,09,22,23,24,26}'::text[], 'documents of a person');
SELECT is((SELECT count(*)::int FROM grupo WHERE codigo IN ('92', '93', '94', '95')), 4, 'groups of Ley 30057');
SELECT is((SELECT count(*)::int FROM regimen WHERE codigo IN ('01', '02', '15', '22')), 4, 'regimes of an ORH');
SELECT ok((SELECT bool_and('12345678' ~ formato) AND NOT bool_or('1234567' ~ formato)
           FROM tipo_documento WHERE codigo = '01'), 'a DNI has eight digits');
SELECT is((SELECT array_agg(fecha ORDER BY fecha) FROM feriado WHERE nombre LIKE 'Viernes Santo%'),
    '{2022-04-15,2023-04-07,2024-03-29,2025-04-18,2026-04-03,2027-03-26,2028-04-14}'::date[],
    'Good Friday of each year');
SELECT is((SELECT count(*)::int FROM feriado
           WHERE to_char(fecha, 'MM-DD') IN ('06-07', '07-23') AND fecha < '2024-01-01'), 0,
    '7 June and 23 July only from 2024');

-- Programmes: what the Ayuda Memoria says.
SELECT pg_temp.mismas_filas(
    $$SELECT e.codigo, m.valor::int FROM meta m JOIN edicion e ON e.id = m.edicion_id
      WHERE e.anio = 2022 AND m.codigo = 'PARTICIPANTES' ORDER BY 1$$,
    $$VALUES ('DIRECTIVOS-2022', 400), ('FUNCIONARIOS-2022', 1899), ('SERVIDORES-2022', 3000)$$,
    'targets of 2022');
SELECT pg_temp.mismas_filas(
    $$SELECT e.programa, count(*)::int, sum(p.monto)::int FROM presupuesto p
      JOIN edicion e ON e.id = p.edicion_id WHERE e.anio = 2022 GROUP BY 1 ORDER BY 1$$,
    $$VALUES ('DIRECTIVOS', 5, 401240), ('FUNCIONARIOS', 4, 924772), ('SERVIDORES', 3, 370000)$$,
    'budget lines and sums of 2022');
SELECT is((SELECT sum(p.monto)::int FROM presupuesto p JOIN edicion e ON e.id = p.edicion_id
           WHERE e.anio = 2022), 1696012, 'total budget of 2022');
SELECT pg_temp.mismas_filas(
    $$SELECT e.codigo, p.orden, p.etiqueta_corregida FROM presupuesto p
      JOIN edicion e ON e.id = p.edicion_id WHERE p.etiqueta_corregida IS NOT NULL$$,
    $$VALUES ('FUNCIONARIOS-2022', 1, 'Diseño del programa de inducción a funcionarios')$$,
    'the one corrected label');
SELECT pg_temp.mismas_filas(
    $$SELECT grupo, count(*)::int, count(DISTINCT entidad_id)::int FROM edicion_entidad x
      JOIN edicion e ON e.id = x.edicion_id WHERE e.codigo = 'DIRECTIVOS-2022' GROUP BY 1 ORDER BY 1$$,
    $$VALUES ('GR', 4, 4), ('MINISTERIO', 10, 9)$$, 'nine of ten ministries named, four GR');
SELECT is((SELECT count(*)::int FROM generate_series('2022-08-01'::date, '2027-12-31', '1 day') AS d (dia)
           WHERE (SELECT count(*) FROM edicion WHERE programa = 'SERVIDORES'
                  AND daterange(desde, hasta, '[]') @> d.dia::date) <> 1), 0,
    'each entry date from August 2022 to 2027 has its edition of servidores');
SELECT pg_temp.mismas_filas(
    $$SELECT t.tipo, t.dias FROM regla_etapa t JOIN regla r ON r.id = t.regla_id
      WHERE r.codigo = 'SERVIDORES-1' ORDER BY 1$$,
    $$VALUES ('ENTIDAD', 10), ('ESPECIFICA', 30), ('ESTADO', 30)$$, 'proposed days of each stage');
SELECT is((SELECT count(*)::int FROM regla_etapa WHERE fuente NOT LIKE 'Propuesta%'), 0,
    'the days of a stage are marked as a proposal');

-- Seats.
SELECT pg_temp.mismas_filas(
    $$SELECT p.codigo, (count(*) FILTER (WHERE c.tipo = 'GOBERNADOR_REGIONAL'))::int,
             (count(*) FILTER (WHERE c.tipo = 'ALCALDE_PROVINCIAL'))::int,
             (count(*) FILTER (WHERE c.tipo = 'ALCALDE_DISTRITAL'))::int, count(*)::int,
             count(DISTINCT c.entidad_id)::int
      FROM cargo_electo c JOIN periodo_gobierno p ON p.id = c.periodo_id GROUP BY 1 ORDER BY 1$$,
    $$VALUES ('2023-2026', 25, 196, 1694, 1915, 1915), ('2027-2030', 25, 196, 1696, 1917, 1917)$$,
    'seats of both terms, each with its entity');
SELECT pg_temp.mismas_filas(
    $$SELECT left(c.ubigeo, 2), count(*)::int FROM cargo_electo c JOIN periodo_gobierno p
      ON p.id = c.periodo_id WHERE p.codigo = '2027-2030' GROUP BY 1 ORDER BY 1$$,
    'SELECT region, 1 + d2026 FROM esperado ORDER BY region', 'authorities of each region, 2027-2030');
SELECT is((SELECT count(*)::int FROM edicion e JOIN cargo_electo c ON c.periodo_id = e.periodo_id
           WHERE e.codigo = 'FUNCIONARIOS-2027'), 1917, 'universe of the edition 2027');

-- A second load changes nothing. The loads stand in sql/seed, above wherever this runs from.
CREATE TEMP TABLE antes (tabla text, huella text) ON COMMIT DROP;
CREATE FUNCTION pg_temp.huella(tabla text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    h text;
BEGIN
    EXECUTE format('SELECT count(*) || '' '' || coalesce(md5(string_agg(t.xmin || t.ctid::text || t::text,
        '','' ORDER BY t.ctid)), '''') FROM %I t', tabla) INTO h;
    RETURN h;
END $$;
INSERT INTO antes SELECT t, pg_temp.huella(t) FROM unnest(ARRAY['tipo_documento', 'regimen', 'grupo',
    'tipo_contrato', 'condicion', 'ubigeo', 'entidad', 'feriado', 'programa', 'periodo_gobierno',
    'proceso_electoral', 'edicion', 'meta', 'edicion_entidad', 'presupuesto', 'regla', 'regla_etapa',
    'cargo_electo']) AS t;
\set raiz `d=$PWD; while [ "$d" != / ] && [ ! -d "$d/sql/seed" ]; do d=$(dirname "$d"); done; echo "$d"`
\cd :raiz/sql/seed
\set QUIET on
\i 10_codigo.sql
\i 20_ubigeo.sql
\i 30_entidad.sql
\i 40_feriado.sql
\i 50_programa.sql
\i 60_regla.sql
\i 70_cargo_electo.sql
SELECT is((SELECT array_agg(tabla) FROM antes WHERE pg_temp.huella(tabla) <> huella), NULL,
    'loading the catalogues again changes no row');

SELECT * FROM finish();
ROLLBACK;
