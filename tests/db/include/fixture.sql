-- Two entities, A and B, with one account of each role and one servidor each. Included by every
-- test file inside its transaction, which is rolled back; needs no catalogue to be loaded.
\set ON_ERROR_STOP 1
\set QUIET 1
\pset format unaligned
\pset tuples_only true
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap WITH SCHEMA public;
SET LOCAL search_path = portal, public;
SET LOCAL timezone = 'America/Lima';
SET LOCAL portal.hoy = '2026-11-20';

INSERT INTO tipo_documento (codigo, nombre, sigla, formato) VALUES
    ('01', 'Documento Nacional de Identidad', 'DNI', '^[0-9]{8}$') ON CONFLICT DO NOTHING;
INSERT INTO regimen (codigo, nombre, nombre_corto) VALUES ('15', 'DL 1057', 'CAS') ON CONFLICT DO NOTHING;
INSERT INTO programa (codigo, nombre) VALUES ('SERVIDORES', 'Servidores') ON CONFLICT DO NOTHING;
INSERT INTO edicion (codigo, programa, anio, nombre, desde, hasta)
SELECT 'PRUEBA-2026', 'SERVIDORES', 2026, 'Edición de prueba', '2026-01-01', '2026-12-31'
WHERE NOT EXISTS (SELECT FROM edicion WHERE programa = 'SERVIDORES' AND daterange(desde, hasta, '[]') @> hoy());
INSERT INTO regla (codigo, programa, edicion_id, version, vigente_desde, texto, fuente)
VALUES ('PRUEBA-1', 'SERVIDORES', edicion_de('SERVIDORES', hoy()), 99, '2026-01-01', 'Regla de prueba', 'Prueba');
INSERT INTO regla_etapa (regla_id, tipo, dias, unidad, responsable, texto, fuente)
SELECT id, t.tipo, t.dias, t.unidad, t.responsable, 'Prueba', 'Prueba'
FROM regla, (VALUES ('ESTADO', 30, 'CALENDARIO', 'SERVIR'), ('ENTIDAD', 10, 'HABIL', 'ORH'),
                    ('ESPECIFICA', 30, 'CALENDARIO', 'JEFE')) AS t (tipo, dias, unidad, responsable)
WHERE codigo = 'PRUEBA-1';
INSERT INTO feriado (fecha, nombre, fuente) VALUES ('2026-12-08', 'Inmaculada Concepción', 'Prueba'),
    ('2026-12-09', 'Batalla de Ayacucho', 'Prueba'), ('2026-12-25', 'Navidad', 'Prueba') ON CONFLICT DO NOTHING;
INSERT INTO ubigeo (codigo, nombre, nivel, fuente) VALUES ('98', 'Región Prueba', 'REGION', 'Prueba');
INSERT INTO entidad (clave, nombre, tipo, nivel_gobierno, ubigeo) VALUES
    ('PRUEBA-A', 'Entidad de Prueba A', 'OTRA', 'NACIONAL', NULL),
    ('PRUEBA-B', 'Entidad de Prueba B', 'OTRA', 'REGIONAL', '98');
SELECT id AS a FROM entidad WHERE clave = 'PRUEBA-A' \gset
SELECT id AS b FROM entidad WHERE clave = 'PRUEBA-B' \gset

-- An account with its session: the token of document 90000001 is sha256('90000001').
CREATE FUNCTION pg_temp.ficha(doc text) RETURNS text LANGUAGE sql
    AS $$ SELECT encode(sha256(convert_to(doc, 'UTF8')), 'hex') $$;
CREATE FUNCTION pg_temp.cuenta(doc text, p_rol text, p_entidad bigint) RETURNS bigint LANGUAGE sql AS $$
    INSERT INTO persona (tipo_documento, numero_documento, nombres, apellido_paterno)
    VALUES ('01', doc, 'Persona ' || doc, 'Prueba') ON CONFLICT DO NOTHING;
    INSERT INTO usuario (persona_id, clave_hash, estado, correo)
    SELECT id, '$argon2id$prueba', 'ACTIVO', 'prueba' || doc || '@example.org' FROM persona WHERE numero_documento = doc;
    INSERT INTO asignacion (usuario_id, rol, entidad_id)
    SELECT u.id, p_rol, p_entidad FROM usuario u JOIN persona p ON p.id = u.persona_id WHERE numero_documento = doc;
    INSERT INTO sesion (token_hash, usuario_id, asignacion_id, expira_en, address, user_agent)
    SELECT decode(pg_temp.ficha(doc), 'hex'), a.usuario_id, a.id, now() + interval '12 hours', '192.0.2.1', 'prueba'
    FROM asignacion a JOIN usuario u ON u.id = a.usuario_id JOIN persona p ON p.id = u.persona_id
    WHERE p.numero_documento = doc
    RETURNING usuario_id;
$$;
-- As the worker does it: its role, then the session's scope.
CREATE FUNCTION pg_temp.entrar(doc text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('role', 'portal_app', true);
    RETURN (SELECT rol_codigo FROM portal.sesion_abrir(pg_temp.ficha(doc), '192.0.2.1', 'req-prueba'));
END $$;
CREATE FUNCTION pg_temp.salir() RETURNS void LANGUAGE sql AS $$ SELECT set_config('role', 'none', true) $$;
-- A whole registration by whoever is signed in.
CREATE FUNCTION pg_temp.registrar(doc text, p_token text, p_ingreso date) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    r text;
BEGIN
    SELECT resultado INTO r FROM portal.registro_iniciar(p_token, '01', doc, NULL);
    SELECT resultado INTO r FROM portal.registro_guardar(p_token, 'José María', 'Ñuñez', 'Prueba', NULL, NULL,
        'compartido@example.org', NULL, NULL, 'Oficina de Prueba', 'Analista', '15', NULL, NULL, NULL, 'PRESENCIAL', false,
        true, NULL, NULL, 'Jefa Prueba', p_ingreso, NULL);
    RETURN (SELECT vinculo_id FROM portal.servidor_registrar(p_token));
END $$;
CREATE FUNCTION pg_temp.token(c text) RETURNS text LANGUAGE sql AS $$ SELECT repeat(c, 43) $$;

SELECT pg_temp.cuenta('90000001', 'SERVIR_ADMIN', NULL) AS admin \gset
SELECT pg_temp.cuenta('90000002', 'SERVIR_REVISOR', NULL) AS revisor \gset
SELECT pg_temp.cuenta('90000003', 'AUDITOR', NULL) AS auditor \gset
SELECT pg_temp.cuenta('90000004', 'GESTOR', NULL) AS gestor \gset
SELECT pg_temp.cuenta('90000005', 'ORH_JEFE', :a) AS jefe_a \gset
SELECT pg_temp.cuenta('90000006', 'ORH_ANALISTA', :a) AS analista_a \gset
SELECT pg_temp.cuenta('90000007', 'ORH_JEFE', :b) AS jefe_b \gset
SELECT pg_temp.cuenta('90000008', 'ORH_ANALISTA', :b) AS analista_b \gset
SELECT pg_temp.cuenta('90000009', 'JEFE', :a) AS inmediato_a \gset
SELECT pg_temp.cuenta('90000010', 'SERVIDOR', :a) AS servidor_a \gset
INSERT INTO asignacion_ambito (asignacion_id, entidad_id) SELECT id, :a FROM asignacion WHERE usuario_id = :gestor;

SELECT pg_temp.entrar('90000006') \g /dev/null
SELECT pg_temp.registrar('80000001', pg_temp.token('a'), '2026-11-16') AS va \gset
SELECT pg_temp.registrar('90000010', pg_temp.token('x'), '2026-11-16') AS vs \gset
SELECT pg_temp.entrar('90000008') \g /dev/null
SELECT pg_temp.registrar('80000002', pg_temp.token('b'), '2026-11-16') AS vb \gset
SELECT pg_temp.salir() \g /dev/null
SELECT persona_id AS pa FROM vinculo WHERE id = :va \gset
SELECT persona_id AS pb FROM vinculo WHERE id = :vb \gset
