-- A published version of the survey is changed by nobody; a draft by administrators.
BEGIN;
\ir include/fixture.sql
SELECT plan(8);

SELECT s.id AS publicada, s.edicion_id AS edicion FROM encuesta s WHERE s.publicada_en IS NOT NULL ORDER BY s.id LIMIT 1 \gset
CREATE FUNCTION pg_temp.quita(p_encuesta bigint) RETURNS bigint LANGUAGE sql AS $$
    WITH q AS (DELETE FROM portal.encuesta_pregunta x WHERE x.encuesta_id = p_encuesta RETURNING 1) SELECT count(*) FROM q $$;
CREATE FUNCTION pg_temp.pone(p_encuesta bigint) RETURNS text LANGUAGE sql AS $$
    SELECT format('INSERT INTO portal.encuesta_pregunta (encuesta_id, numero, texto, tipo) VALUES (%s, 1, ''¿Otra pregunta?'', ''SI_NO'')', p_encuesta) $$;
GRANT EXECUTE ON FUNCTION pg_temp.quita, pg_temp.pone TO portal_app;

SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is(pg_temp.quita(:publicada), 0::bigint, 'an administrator takes no question from what is published');
SELECT throws_ok(pg_temp.pone(:publicada), '42501', NULL, 'nor adds one');
SELECT is((SELECT resultado FROM encuesta_guardar(:edicion, (SELECT huella FROM encuesta_trabajo(:edicion)), E'SI_NO\t\t¿Otra pregunta?', 'guardar')), 'ok',
    'a draft of it is another version');
SELECT id AS borrador FROM encuesta WHERE edicion_id = :edicion AND publicada_en IS NULL \gset
SELECT is((SELECT resultado FROM encuesta_guardar(:edicion, 'otra', E'ESCALA\t\t¿Otra pregunta?', 'guardar')), 'conflicto', 'kept only over what was seen');
SELECT pg_temp.entrar('90000002') \g /dev/null
SELECT is(pg_temp.quita(:borrador), 0::bigint, 'a reviewer touches no draft');
SELECT is((SELECT resultado FROM encuesta_guardar(:edicion, (SELECT huella FROM encuesta_trabajo(:edicion)), E'SI_NO\t\t¿De quién?', 'publicar')),
    'no_encontrado', 'and publishes none');
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT is((SELECT resultado FROM encuesta_guardar(:edicion, (SELECT huella FROM encuesta_trabajo(:edicion)), E'SI_NO\t\t¿Otra pregunta?', 'publicar')), 'ok', 'published');
SELECT is(pg_temp.quita(:borrador), 0::bigint, 'and sealed');
SELECT * FROM finish();
ROLLBACK;
