-- Results of courses: what cells mean, append-only, the best attempt, idempotence, who may.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

SELECT is(mooc_fecha(c), e::date, c) FROM (VALUES ('Thursday, 3 March 2022, 10:15 AM', '2022-03-03'), ('jueves, 3 de marzo de 2022, 10:15', '2022-03-03'),
    ('miércoles, 31 de agosto de 2022, 23:05', '2022-08-31'), ('Thursday, March 3, 2022, 10:15 AM', '2022-03-03'), ('3/03/22, 10:15', '2022-03-03'),
    ('31 December 2025', '2025-12-31'), ('1 de setiembre de 2025', '2025-09-01'), ('2022-03-03', '2022-03-03'), ('1646320500', '2022-03-03'),
    ('3 mar 2022, 10:15 a. m.', '2022-03-03'), ('31/02/2022', NULL), ('Completed', NULL), ('', NULL), ('99999999999999', NULL)) AS v (c, e);
SELECT is(mooc_documento(c), e, coalesce(c, 'null')) FROM (VALUES ('40000001', '40000001'), ('DNI 40000001', '40000001'), ('40000001-2', '40000001'),
    ('4000001', '04000001'), ('4.0000001E7', '40000001'), ('40000001.0', '40000001'), ('CE000123456', '000123456'), ('jperez', NULL), ('u40000001x', 'U40000001X'), ('1234', NULL),
    ('', NULL), (NULL, NULL)) AS v (c, e);
SELECT is((mooc_nota(c, 20, o, p)).nota, n, c) FROM (VALUES ('16', 20, false, 16.00), ('16,5', 20, false, 16.50), ('85.00 %', 100, true, 17.00), ('70', 100, false, 14.00),
    ('-', 20, false, NULL), ('', 20, false, NULL)) AS v (c, o, p, n);
SELECT ok((mooc_nota(c, 20, 20, false)).mala, c || ' is no mark') FROM unnest(ARRAY['21', 'Error', '-1', '1e1', '16 17x']) AS c;
SELECT is(mooc_finalizo(c), e, c) FROM (VALUES ('', false), ('-', false), ('No', false), ('Not completed', false), ('No finalizado', false), ('3/03/22, 10:15', true),
    ('Completed', true), ('Finalizado', true), ('Sí', true), ('Completed (did not achieve pass grade)', false), ('quizás', NULL)) AS v (c, e);

-- A course of the edition of A and B, and their people.
INSERT INTO curso (codigo) VALUES ('CURSO-DE-PRUEBA');
INSERT INTO curso_version (curso_id, version, nombre, acreditacion, nota_minima, usuario_id)
SELECT id, 1, 'Curso de prueba', 'EVALUACION', 14, :admin FROM curso WHERE codigo = 'CURSO-DE-PRUEBA';
SELECT id AS curso FROM curso WHERE codigo = 'CURSO-DE-PRUEBA' \gset
SELECT documento AS da FROM vinculo WHERE id = :va \gset
SELECT documento AS db FROM vinculo WHERE id = :vb \gset
CREATE FUNCTION pg_temp.cargar(p_sha text, p_nota text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    k bigint;
BEGIN
    SELECT carga_id INTO k FROM portal.mooc_abrir(current_setting('prueba.curso')::bigint, 'prueba.csv', repeat(p_sha, 64), 'UTF-8', NULL, '2026-11-18');
    PERFORM portal.mooc_cargar(k, jsonb_build_array(jsonb_build_array(2, jsonb_build_object('documento', current_setting('prueba.da'), 'nota', p_nota)))::text);
    PERFORM portal.mooc_revisar(k);
    RETURN k;
END $$;
SELECT set_config('prueba.curso', :'curso', true), set_config('prueba.da', :'da', true) \g /dev/null
SELECT pg_temp.entrar('90000001') \g /dev/null
SELECT pg_temp.cargar('a', '16') AS k \gset
SELECT is((SELECT estado || resultado || aprueba FROM mooc_fila WHERE carga_id = :k), 'ENTRAAPROBADOtrue', 'it would enter');
SELECT is((SELECT count(*) FROM curso_resultado), 0::bigint, 'nothing before it is accepted');
SELECT is((SELECT registrados || ' ' || movidas || ' ' || quedan FROM mooc_aceptar(:k, true, 10)), '1 1 0', 'accepted');
SELECT is((SELECT registrados || ' ' || movidas FROM mooc_aceptar(:k, true, 10)), '0 0', 'a second time nothing');
SELECT is((SELECT estado FROM etapa WHERE vinculo_id = :va AND tipo = 'ESTADO'), 'CULMINADA', 'stage A has ended');
SELECT is((SELECT resultado FROM mooc_abrir(:curso, 'otra.csv', repeat('a', 64), 'UTF-8', NULL, NULL)), 'repetida', 'the same bytes are the same load');
SELECT pg_temp.cargar('b', '16') AS k2 \gset
SELECT is((SELECT estado FROM mooc_fila WHERE carga_id = :k2), 'YA_ESTABA', 'the same mark again is known');
SELECT pg_temp.cargar('c', '5') AS k3 \gset
SELECT is((SELECT estado FROM mooc_fila WHERE carga_id = :k3), 'OTRA_NOTA', 'another mark is another attempt');
SELECT mooc_aceptar(:k3, true, 10) \g /dev/null
SELECT is((SELECT string_agg(intento || estado, ' ' ORDER BY intento) FROM curso_resultado), '1APROBADO 2DESAPROBADO', 'both stay');
SELECT is((SELECT estado FROM etapa WHERE vinculo_id = :va AND tipo = 'ESTADO'), 'CULMINADA', 'a failed attempt takes nothing away');
SELECT throws_ok('UPDATE portal.curso_resultado SET nota = 20', '42501', NULL, 'results are not changed');
SELECT throws_ok('DELETE FROM portal.curso_resultado', '42501', NULL, 'nor deleted');
SELECT throws_ok('INSERT INTO portal.curso_anulacion (resultado_id, entidad_id) SELECT id, entidad_id FROM portal.curso_resultado', '42501', NULL, 'nor annulled by hand');
SELECT is((SELECT anulados || ' ' || devueltas || ' ' || se_quedan FROM mooc_deshacer(:k3)), '1 0 0', 'undoing the failed attempt moves nothing');
SELECT is((SELECT anulados || ' ' || devueltas FROM mooc_deshacer(:k)), '1 1', 'undoing the pass moves the stage');
SELECT is((SELECT estado FROM etapa WHERE vinculo_id = :va AND tipo = 'ESTADO'), 'PENDIENTE', 'back to what it was');
SELECT is((SELECT resultado FROM mooc_deshacer(:k)), 'no_encontrado', 'once');
SELECT is((SELECT estado FROM portal.mooc_fila f, LATERAL portal.mooc_revisar(:k2) WHERE f.carga_id = :k2), 'YA_ESTABA', 'judged before');
SELECT mooc_revisar(:k2) \g /dev/null
SELECT is((SELECT estado FROM mooc_fila WHERE carga_id = :k2), 'ENTRA', 'what was undone may enter again');
SELECT pg_temp.salir() \g /dev/null
SELECT throws_ok('UPDATE portal.curso_resultado SET nota = 20', '42501', NULL, 'not by the superuser either');
SELECT throws_ok('UPDATE portal.curso_version SET nota_minima = 1', '42501', NULL, 'settings are not changed');

-- Who may.
SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT is((SELECT resultado FROM mooc_aceptar(:k2, true, 10)), 'no_encontrado', 'an analyst accepts no load');
SELECT is((SELECT resultado FROM mooc_deshacer(:k2)), 'no_encontrado', 'nor takes one back');
SELECT is((SELECT resultado FROM mooc_abrir(:curso, 'x', repeat('f', 64), 'x', NULL, NULL)), 'no_encontrado', 'nor opens one');
SELECT is((SELECT resultado FROM mooc_a_mano(:vb, :curso, 'APROBADO', '16', '2026-11-18', 'Prueba', repeat('b', 64), 'image/png', 1, 'x')), 'no_encontrado',
    'nor writes about people of B');
SELECT is((SELECT resultado FROM mooc_a_mano(:va, :curso, 'APROBADO', '16', '2026-11-18', 'Prueba', repeat('b', 64), 'image/png', 1, 'x')), 'ok',
    'but about their own');
SELECT is((SELECT resultado FROM mooc_a_mano(:va, :curso, 'APROBADO', '16.0', '2026-11-18', 'Prueba', repeat('b', 64), 'image/png', 1, 'x')), 'ya_estaba', 'once');
SELECT is((SELECT estado FROM etapa WHERE vinculo_id = :va AND tipo = 'ESTADO'), 'CULMINADA', 'and stage A has ended');
SELECT throws_ok('INSERT INTO portal.curso (codigo) VALUES (''OTRO'')', '42501', NULL, 'and makes no course');
SELECT is((SELECT count(*) FROM mooc_fila), 0::bigint, 'and sees no load');
SELECT pg_temp.salir() \g /dev/null
SELECT * FROM finish();
ROLLBACK;
