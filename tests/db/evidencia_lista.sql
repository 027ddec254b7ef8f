-- One file of many people: the list of attendance, in whichever order it comes, and what a migration made of older ones.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();
CREATE FUNCTION pg_temp.repetida(v bigint) RETURNS boolean LANGUAGE sql
    AS $$ SELECT coalesce(rareza ~ 'EVIDENCIA_OTRA_PERSONA', false) FROM portal.etapa WHERE vinculo_id = v AND tipo = 'ENTIDAD' $$;
CREATE FUNCTION pg_temp.dia(c text) RETURNS text LANGUAGE sql
    AS $$ SELECT string_agg(coalesce(lista_el::text, '-'), ' ' ORDER BY vinculo_id, id) FROM portal.evidencia WHERE sha256 = repeat(c, 64) $$;
CREATE FUNCTION pg_temp.sola(v bigint, c text) RETURNS text LANGUAGE sql AS $$
    SELECT m.resultado FROM portal.etapa e, portal.evidencia_agregar(e.id, repeat(c, 64), 'image/png', 1, 'sola.png') m
    WHERE e.vinculo_id = v AND e.tipo = 'ENTIDAD' $$;
CREATE FUNCTION pg_temp.lista(clase text, pedida text, c text) RETURNS integer LANGUAGE sql AS $$
    SELECT fallidas FROM portal.evidencia_lista(clase, pedida, '2026-11-18', repeat(c, 64), 'image/png', 1, 'lista.png') $$;
UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '2026-11-18' WHERE vinculo_id IN (:va, :vs, :vb) AND tipo = 'ENTIDAD';
SELECT string_agg(id || '.1', ',') AS etapas FROM etapa WHERE vinculo_id IN (:va, :vs) AND tipo = 'ENTIDAD' \gset
DELETE FROM actividad;
INSERT INTO plan_plantilla (version, nombre, estado, publicada_en) VALUES (901, 'Plantilla de prueba', 'RETIRADA', now());
INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
SELECT :a, id, 50, 'REEMPLAZADO', 'Resolución 1', '2026-01-01', '2026-01-01', now() FROM plan_plantilla WHERE version = 901;
INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad)
SELECT id, :a, 'ENTIDAD', 'ENTIDAD', n, 'Charla ' || n, 'ORH', 1, 'HABIL' FROM plan, generate_series(1, 2) n WHERE entidad_id = :a AND version = 50;
-- Each of the two had the talks on another day.
INSERT INTO actividad (inscripcion_id, etapa_id, vinculo_id, persona_id, entidad_id, plan_id, plan_actividad_id, tipo, titulo, quien,
                       fecha_prevista, pide_evidencia, obligatoria, estado, hecha_el)
SELECT e.inscripcion_id, e.id, e.vinculo_id, v.persona_id, :a, a.plan_id, a.id, e.tipo, a.titulo, 'ORH', '2026-11-20', false, false, 'HECHA',
       CASE e.vinculo_id WHEN :va THEN '2026-11-18'::date ELSE '2026-11-17' END
FROM etapa e JOIN vinculo v ON v.id = e.vinculo_id, plan_actividad a JOIN plan p ON p.id = a.plan_id AND p.version = 50 AND p.entidad_id = :a
WHERE e.vinculo_id IN (:va, :vs) AND e.tipo = 'ENTIDAD';
SELECT string_agg(id || '.1', ',') AS tareas FROM actividad WHERE titulo = 'Charla 1' \gset

SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is(pg_temp.sola(:va, 'a') || pg_temp.lista('e', :'etapas', 'a'), 'ok0', 'of one person first, then the list');
SELECT is(pg_temp.dia('a'), '2026-11-18 2026-11-18', 'one list');
SELECT is(pg_temp.lista('e', :'etapas', 'b') || pg_temp.sola(:va, 'b'), '0ya_estaba', 'the list first');
SELECT is(pg_temp.dia('b'), '2026-11-18 2026-11-18', 'it stays one');
SELECT is(pg_temp.sola(:va, 'c') || pg_temp.lista('t', :'tareas', 'c'), 'ok0', 'of the stage first, then the list of a task');
SELECT is(pg_temp.dia('c'), '2026-11-18 2026-11-18 2026-11-18', 'that person is on the list with all of it');
SELECT is(pg_temp.lista('t', :'tareas', 'd') || pg_temp.sola(:va, 'd'), '0ok', 'the list of a task, then of the stage');
SELECT is(pg_temp.dia('d'), '2026-11-18 2026-11-18 2026-11-18', 'the same');
SELECT is(pg_temp.repetida(:va) OR pg_temp.repetida(:vs), false, 'nobody is accused');
SELECT throws_ok('UPDATE evidencia SET nombre = ''otra''', '42501', NULL, 'nothing else of it changes');
SELECT is_empty('UPDATE evidencia SET lista_el = ''2026-11-01'' RETURNING id', 'what was declared stays');
SELECT pg_temp.entrar('90000008') \g /dev/null
SELECT is(pg_temp.sola(:vb, 'a'), 'ok', 'another entity has the file');
SELECT pg_temp.salir() \g /dev/null
SELECT is(pg_temp.repetida(:vb), true, 'who was not on the list');
SELECT is((SELECT count(*)::integer FROM auditoria WHERE tabla = 'evidencia' AND accion = 'UPDATE' AND usuario_id = :analista_a
           AND antes = '{"lista_el": null}' AND despues = '{"lista_el": "2026-11-18"}'), 2, 'a line for each that changed');

-- One file of the same task of many was no repetition before there were lists, on whichever days they had it.
ALTER TABLE evidencia DISABLE TRIGGER USER;
DELETE FROM evidencia;
INSERT INTO evidencia (etapa_id, actividad_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id)
SELECT a.etapa_id, a.id, a.vinculo_id, a.entidad_id, repeat(c, 64), 'image/png', 1, 'lista.png', :analista_a
FROM actividad a, unnest(CASE WHEN a.titulo = 'Charla 1' THEN '{a}' WHEN a.vinculo_id = :va THEN '{b}' ELSE '{c}' END::text[]) c;
ALTER TABLE evidencia ENABLE TRIGGER USER;
ALTER TABLE evidencia DROP COLUMN lista_el CASCADE, DROP COLUMN subida_por_texto;
\ir ../../sql/migrate/0143_lista.sql
SELECT is(pg_temp.dia('a'), '2026-11-17 2026-11-17', 'one list, of its first day');
SELECT is(concat(pg_temp.dia('b'), pg_temp.dia('c')), '--', 'a file of one person is none');
UPDATE etapa SET rareza = NULL WHERE vinculo_id IN (:va, :vs) AND tipo = 'ENTIDAD';
SELECT is(pg_temp.repetida(:va) OR pg_temp.repetida(:vs), false, 'no oddity that was not there');
SELECT * FROM finish();
ROLLBACK;
