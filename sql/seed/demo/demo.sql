-- Plainly synthetic people for demonstrations and trials of size; never run by sql/apply.
--   psql -v people=3000 -f demo.sql         default 300; needs a superuser
-- Besides those, MIDIS gets 400 whatever the number. Documents run from 99000001, a range without
-- real holders; surnames are words such as Prueba or Ficticio. Everything derives from the person's
-- number, so a second run adds nothing and a larger number only adds the rest.

\set ON_ERROR_STOP on
\if :{?people} \else \set people 300 \endif

BEGIN;
SET LOCAL search_path = portal, public;
SET LOCAL client_min_messages = warning;
-- Triggers would write an audit line for each of a million rows; what they keep besides is filled
-- here, set by set. Foreign keys are not checked either: every key below is read from its table.
SET LOCAL session_replication_role = replica;
SET LOCAL work_mem = '256MB';

-- A share of [0, 1) for person i, evenly spread whatever their number, and an arbitrary percentage.
CREATE FUNCTION pg_temp.parte(i int, paso float8) RETURNS float8 LANGUAGE sql IMMUTABLE
    AS $$ SELECT i * paso - floor(i * paso) $$;
CREATE FUNCTION pg_temp.ciento(i int, sal int) RETURNS int LANGUAGE sql IMMUTABLE
    AS $$ SELECT (hashint4(i + sal * 1000003) & 2147483647) % 100 $$;

-- Plain indexes are built again at the end: quicker than keeping them row by row.
CREATE TEMP TABLE indice ON COMMIT DROP AS
SELECT i.indexrelid::regclass::text AS nombre, pg_get_indexdef(i.indexrelid) AS definicion
FROM pg_index i
WHERE i.indrelid = ANY ('{vinculo,vinculo_cambio,vinculo_palabra,persona,inscripcion,etapa,evento}'::regclass[])
  AND NOT i.indisunique AND NOT i.indisexclusion AND :people > 5000;
SELECT format('DROP INDEX %s', nombre) FROM indice \gexec

-- 1. Organs, for whoever is big enough to have them.
CREATE TEMP TABLE plantilla_organo (ambito text, orden int, nombre text, tipo text, nivel int, padre int)
    ON COMMIT DROP;
INSERT INTO plantilla_organo VALUES
    ('NACIONAL', 1, 'Secretaría General', 'ALTA_DIRECCION', 1, NULL),
    ('NACIONAL', 2, 'Oficina General de Administración', 'APOYO', 2, 1),
    ('NACIONAL', 3, 'Oficina General de Recursos Humanos', 'APOYO', 2, 1),
    ('NACIONAL', 4, 'Oficina General de Planeamiento y Presupuesto', 'ASESORAMIENTO', 2, 1),
    ('NACIONAL', 5, 'Oficina General de Asesoría Jurídica', 'ASESORAMIENTO', 2, 1),
    ('NACIONAL', 6, 'Dirección General de Políticas', 'LINEA', 2, 1),
    ('NACIONAL', 7, 'Dirección General de Programas', 'LINEA', 2, 1),
    ('NACIONAL', 8, 'Oficina de Abastecimiento', 'APOYO', 3, 2),
    ('NACIONAL', 9, 'Oficina de Contabilidad', 'APOYO', 3, 2),
    ('NACIONAL', 10, 'Dirección de Diseño', 'LINEA', 3, 6),
    ('NACIONAL', 11, 'Dirección de Seguimiento y Evaluación', 'LINEA', 3, 7),
    ('REGIONAL', 1, 'Gerencia General Regional', 'ALTA_DIRECCION', 1, NULL),
    ('REGIONAL', 2, 'Oficina Regional de Administración', 'APOYO', 2, 1),
    ('REGIONAL', 3, 'Gerencia Regional de Planeamiento y Presupuesto', 'ASESORAMIENTO', 2, 1),
    ('REGIONAL', 4, 'Gerencia Regional de Desarrollo Social', 'LINEA', 2, 1),
    ('REGIONAL', 5, 'Gerencia Regional de Infraestructura', 'LINEA', 2, 1),
    ('REGIONAL', 6, 'Oficina de Recursos Humanos', 'APOYO', 3, 2),
    ('REGIONAL', 7, 'Subgerencia de Obras', 'LINEA', 3, 5),
    ('LOCAL', 1, 'Gerencia Municipal', 'ALTA_DIRECCION', 1, NULL),
    ('LOCAL', 2, 'Gerencia de Administración', 'APOYO', 2, 1),
    ('LOCAL', 3, 'Gerencia de Desarrollo Urbano', 'LINEA', 2, 1),
    ('LOCAL', 4, 'Gerencia de Servicios a la Ciudad', 'LINEA', 2, 1),
    ('LOCAL', 5, 'Subgerencia de Recursos Humanos', 'APOYO', 3, 2);

INSERT INTO organo (entidad_id, nombre, tipo, nivel)
SELECT e.id, p.nombre, p.tipo, p.nivel
FROM entidad e JOIN plantilla_organo p ON p.ambito = e.nivel_gobierno
WHERE (e.nivel_gobierno <> 'LOCAL' OR e.tipo = 'MUNICIPALIDAD_PROVINCIAL')
  AND NOT EXISTS (SELECT FROM organo o WHERE o.entidad_id = e.id)
ORDER BY e.id, p.orden;

UPDATE organo o SET padre_id = m.id
FROM entidad e, plantilla_organo p, plantilla_organo q, organo m
WHERE e.id = o.entidad_id AND p.ambito = e.nivel_gobierno AND p.nombre = o.nombre
  AND q.ambito = p.ambito AND q.orden = p.padre
  AND m.entidad_id = o.entidad_id AND m.nombre = q.nombre AND o.padre_id IS NULL;

-- 2. Which entities have people, and how many in ten thousand: six parts for the Executive and the
-- regions, four for 200 municipalities; a region or province weighs by its districts.
CREATE TEMP TABLE destino ON COMMIT DROP AS
WITH ambito AS (
    SELECT left(codigo, n) AS ubigeo, sqrt(count(*)) AS peso
    FROM ubigeo, (VALUES (2), (4), (6)) AS v (n) WHERE nivel = 'DISTRITO' GROUP BY 1),
peso AS (
    SELECT e.id, e.tipo = 'MUNICIPALIDAD_DISTRITAL' AS distrital, e.nivel_gobierno = 'LOCAL' AS local,
           row_number() OVER (PARTITION BY e.tipo ORDER BY e.clave <> 'MUNI-150101', md5(e.clave)) AS lugar,
           CASE e.nivel_gobierno WHEN 'NACIONAL' THEN 6 + (hashtext(e.clave) & 15) ELSE a.peso END AS peso
    FROM entidad e
    LEFT JOIN ambito a ON a.ubigeo = e.ubigeo
    WHERE e.clave <> 'MIDIS' AND e.fuente IS NOT NULL),
parte AS (
    SELECT id, distrital,
           CASE WHEN local THEN 0.4 ELSE 0.6 END * peso / sum(peso) OVER (PARTITION BY local) AS parte
    FROM peso WHERE NOT local OR lugar <= CASE WHEN distrital THEN 80 ELSE 120 END),
tramo AS (
    SELECT id, distrital, sum(parte) OVER (ORDER BY id) - parte AS desde,
           sum(parte) OVER (ORDER BY id) AS hasta
    FROM parte)
SELECT c.casilla, t.id AS entidad_id, t.distrital
FROM generate_series(0, 9999) AS c (casilla)
JOIN tramo t ON (c.casilla + 0.5) / 10000 >= t.desde AND (c.casilla + 0.5) / 10000 < t.hasta;

-- 3. The people who are missing, each with the keys they will have.
CREATE TEMP TABLE nueva ON COMMIT DROP AS
WITH numero AS (
    SELECT i, d.entidad_id, d.distrital
    FROM generate_series(1, least(:people, 899999)) AS i
    JOIN destino d ON d.casilla = floor(pg_temp.parte(i, 0.6180339887498949) * 10000)
    UNION ALL
    SELECT 900000 + k, e.id, false FROM generate_series(1, 400) AS k JOIN entidad e ON e.clave = 'MIDIS'),
palabra AS (
    SELECT '{Demo,Prueba,Ejemplo,Muestra,Ensayo,Ficticio,Simulado,Sintético,Modelo,Piloto,Señuelo,Inventado}'::text[] AS raiz,
           '{Uno,Dos,Tres,Cuatro,Cinco,Seis,Siete,Ocho,Nueve,Diez,Once,Doce,Trece,Catorce,Quince,Dieciséis,Diecisiete,Dieciocho,Diecinueve,Veinte,Veintiuno,Veintidós,Veintitrés,Veinticuatro,Veinticinco,Veintiséis,Veintisiete,Veintiocho,Veintinueve,Treinta,Cuarenta,Cincuenta,Sesenta,Setenta,Ochenta,Noventa,Cien,Doscientos,Trescientos,Cuatrocientos,Quinientos,Seiscientos,Setecientos,Ochocientos,Novecientos,Mil,Millón}'::text[] AS cifra)
SELECT n.i, n.entidad_id, n.distrital, (99000000 + n.i)::text AS documento,
       nextval(pg_get_serial_sequence('portal.persona', 'id')) AS persona_id,
       nextval(pg_get_serial_sequence('portal.vinculo', 'id')) AS vinculo_id,
       nextval(pg_get_serial_sequence('portal.inscripcion', 'id')) AS inscripcion_id,
       p.raiz[1 + n.i % 12] AS paterno, p.cifra[1 + n.i % 47] AS materno,
       concat_ws(' ', 'Persona', p.cifra[1 + n.i / 47 % 47], p.cifra[1 + n.i / 2209 % 47]) AS nombres,
       portal.hoy() - CASE
           WHEN pg_temp.parte(n.i, 0.7548776662466927) < 0.4
           THEN floor(pg_temp.parte(n.i, 0.7548776662466927) / 0.4 * 120)::int
           ELSE 120 + floor((pg_temp.parte(n.i, 0.7548776662466927) - 0.4) / 0.6
                            * greatest(portal.hoy() - date '2022-08-01' - 120, 1))::int END AS ingreso
FROM numero n, palabra p
WHERE NOT EXISTS (SELECT FROM persona x
                  WHERE x.tipo_documento = '01' AND x.numero_documento = (99000000 + n.i)::text)
ORDER BY n.i;
CREATE INDEX ON nueva (vinculo_id);
ANALYZE nueva;

INSERT INTO persona (id, tipo_documento, numero_documento, nombres, apellido_paterno, apellido_materno,
                     sexo, correo)
OVERRIDING SYSTEM VALUE
SELECT persona_id, '01', documento, nombres, paterno, materno,
       CASE WHEN pg_temp.ciento(i, 1) < 51 THEN 'MUJER' ELSE 'HOMBRE' END,
       -- A small municipality has one mailbox for all; some people have none.
       CASE WHEN distrital THEN 'muni' || entidad_id || '@demo.example'
            WHEN pg_temp.ciento(i, 2) < 85 THEN 'persona' || i || '@demo.example' END
FROM nueva ORDER BY i;

-- 4. Their vinculos: organ, post and regime; the first of each organ is the jefe of the rest, and
-- one in ten still has none.
CREATE TEMP TABLE puesto ON COMMIT DROP AS
WITH organos AS (
    SELECT entidad_id, array_agg(id ORDER BY id) AS ids FROM organo GROUP BY entidad_id),
elegido AS (
    SELECT n.*, o.ids[1 + pg_temp.ciento(n.i, 3) % cardinality(o.ids)] AS organo_id,
           CASE WHEN pg_temp.ciento(n.i, 4) < 60 THEN '15' WHEN pg_temp.ciento(n.i, 4) < 75 THEN '02'
                WHEN pg_temp.ciento(n.i, 4) < 90 THEN '01' ELSE '22' END AS regimen
    FROM nueva n LEFT JOIN organos o ON o.entidad_id = n.entidad_id)
SELECT e.*, first_value(vinculo_id) OVER w AS jefe_vinculo_id,
       CASE WHEN ingreso < portal.hoy() - 400 AND pg_temp.ciento(i, 5) < 8
            THEN ingreso + 90 + pg_temp.ciento(i, 6) * 3 END AS cese
FROM elegido e
WINDOW w AS (PARTITION BY entidad_id, organo_id ORDER BY ingreso, vinculo_id);

INSERT INTO vinculo (id, persona_id, entidad_id, organo_id, puesto, regimen, grupo, tipo_contrato,
    condicion, modalidad, primer_ingreso_estado, documento_sustento, jefe_vinculo_id, jefe_nombre,
    jefe_persona_id, fecha_ingreso, fecha_inicio_puesto, fecha_cese, motivo_cese, orden_nombre,
    nombre_completo, documento)
OVERRIDING SYSTEM VALUE
SELECT v.vinculo_id, v.persona_id, v.entidad_id, v.organo_id,
       ('{Analista,Especialista,Asistente administrativo,Auxiliar,Técnico,Coordinador,Asesor,Conductor,Secretario,Inspector}'::text[])[1 + pg_temp.ciento(v.i, 7) % 10],
       v.regimen,
       CASE v.regimen WHEN '15' THEN '67' WHEN '22' THEN '94' WHEN '02' THEN '87' ELSE '86' END,
       CASE v.regimen WHEN '15' THEN '14' WHEN '22' THEN '22' WHEN '02' THEN '15' END,
       CASE v.regimen WHEN '15' THEN 'CONTRATADO' WHEN '02' THEN 'NOMBRADO' ELSE 'INDETERMINADO' END,
       CASE WHEN pg_temp.ciento(v.i, 8) < 80 THEN 'PRESENCIAL' WHEN pg_temp.ciento(v.i, 8) < 95 THEN 'MIXTA'
            ELSE 'TELETRABAJO' END,
       pg_temp.ciento(v.i, 9) < 70, 'Documento demo ' || v.i, j.vinculo_id,
       CASE WHEN q.id IS NOT NULL THEN portal.persona_nombre(q) END, j.persona_id,
       v.ingreso, v.ingreso, v.cese, CASE WHEN v.cese IS NOT NULL THEN 'Fin del contrato (demo)' END,
       p.busqueda, portal.persona_nombre(p), p.numero_documento
FROM puesto v
JOIN persona p ON p.id = v.persona_id
LEFT JOIN puesto j ON j.vinculo_id = v.jefe_vinculo_id AND j.vinculo_id <> v.vinculo_id
    AND j.cese IS NULL AND pg_temp.ciento(v.i, 10) >= 10
LEFT JOIN persona q ON q.id = j.persona_id
ORDER BY v.i;

INSERT INTO vinculo_palabra (vinculo_id, entidad_id, palabra)
SELECT DISTINCT v.id, v.entidad_id, w.palabra
FROM nueva n JOIN vinculo v ON v.id = n.vinculo_id,
     string_to_table(v.orden_nombre || ' ' || v.documento, ' ') AS w (palabra)
WHERE w.palabra <> '';

INSERT INTO vinculo_cambio (vinculo_id, entidad_id, desde, hasta, organo_id, puesto, regimen, grupo,
    tipo_contrato, condicion, modalidad, es_confianza, jefe_vinculo_id, jefe_nombre,
    documento_sustento, motivo)
SELECT v.id, v.entidad_id, v.fecha_ingreso, v.fecha_cese, v.organo_id, v.puesto, v.regimen, v.grupo,
       v.tipo_contrato, v.condicion, v.modalidad, v.es_confianza, v.jefe_vinculo_id, v.jefe_nombre,
       v.documento_sustento, 'Ingreso'
FROM nueva n JOIN vinculo v ON v.id = n.vinculo_id;

-- 5. The stages, by how long ago they entered. A stage that is open when the person leaves is RETIRADO.
CREATE TEMP TABLE paso ON COMMIT DROP AS
WITH dado AS (
    SELECT v.i, v.inscripcion_id, v.vinculo_id, v.entidad_id, v.ingreso, v.cese, t.tipo, t.dias,
           portal.hoy() - v.ingreso AS edad,
           pg_temp.ciento(v.i, 20 + char_length(t.tipo)) AS suerte,
           pg_temp.ciento(v.i, 40 + char_length(t.tipo)) AS avance
    FROM puesto v
    CROSS JOIN (SELECT t.tipo, t.dias FROM regla_etapa t JOIN regla r ON r.id = t.regla_id
                WHERE r.codigo = 'SERVIDORES-1') t),
estado AS (
    SELECT *, CASE
        WHEN edad > 365 THEN CASE WHEN suerte < 80 THEN 'VALIDADA' WHEN suerte < 95 THEN 'CULMINADA'
            WHEN suerte < 98 AND tipo = 'ESTADO' THEN 'NO_APLICA' WHEN suerte < 99 THEN 'OBSERVADA'
            ELSE 'PENDIENTE' END
        WHEN edad > 60 THEN CASE WHEN suerte < 55 THEN 'VALIDADA' WHEN suerte < 88 THEN 'CULMINADA'
            WHEN suerte < 91 THEN 'OBSERVADA' WHEN suerte < 95 THEN 'EN_CURSO' ELSE 'PENDIENTE' END
        WHEN edad > 5 THEN CASE WHEN suerte < 5 THEN 'VALIDADA' WHEN suerte < 25 THEN 'CULMINADA'
            WHEN suerte < 50 THEN 'EN_CURSO' ELSE 'PENDIENTE' END
        ELSE 'PENDIENTE' END AS antes
    FROM dado)
SELECT *, CASE WHEN cese IS NOT NULL AND antes IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')
               THEN 'RETIRADO' ELSE antes END AS estado
FROM estado;

INSERT INTO inscripcion (id, edicion_id, persona_id, vinculo_id, entidad_id, regla_id, estado, es_tardia)
OVERRIDING SYSTEM VALUE
SELECT v.inscripcion_id, e.id, v.persona_id, v.vinculo_id, v.entidad_id, r.id,
       CASE WHEN p.retirados > 0 THEN 'RETIRADO' WHEN p.cerrados = 3 THEN 'CULMINADO'
            WHEN p.iniciados > 0 THEN 'INICIADO' ELSE 'INSCRITO' END,
       pg_temp.ciento(v.i, 11) < 5
FROM puesto v
JOIN (SELECT vinculo_id, count(*) FILTER (WHERE estado = 'RETIRADO') AS retirados,
             count(*) FILTER (WHERE estado IN ('CULMINADA', 'VALIDADA', 'NO_APLICA')) AS cerrados,
             count(*) FILTER (WHERE estado <> 'PENDIENTE') AS iniciados
      FROM paso GROUP BY vinculo_id) p ON p.vinculo_id = v.vinculo_id
JOIN edicion e ON e.programa = 'SERVIDORES' AND daterange(e.desde, e.hasta, '[]') @> v.ingreso
JOIN regla r ON r.codigo = 'SERVIDORES-1'
ORDER BY v.i;

INSERT INTO etapa (inscripcion_id, vinculo_id, entidad_id, tipo, estado, estado_previo, fecha_limite,
                   fecha_inicio, fecha_fin, motivo)
SELECT inscripcion_id, vinculo_id, entidad_id, tipo, estado,
       CASE WHEN estado = 'RETIRADO' THEN antes END, ingreso + dias,
       CASE WHEN antes NOT IN ('PENDIENTE', 'NO_APLICA') THEN least(ingreso + 1 + avance % 4, portal.hoy()) END,
       CASE WHEN estado IN ('CULMINADA', 'VALIDADA')
            THEN least(ingreso + 5 + dias * avance / 90, coalesce(cese, portal.hoy()), portal.hoy()) END,
       CASE estado WHEN 'OBSERVADA' THEN 'Falta la constancia (demo)'
                   WHEN 'NO_APLICA' THEN 'Ya pasó por esta etapa en otra entidad (demo)' END
FROM paso
ORDER BY i, tipo;

INSERT INTO evento (persona_id, vinculo_id, entidad_id, tipo, datos, ocurrido_en, conocido_en)
SELECT persona_id, vinculo_id, entidad_id, 'INGRESO', '{"demo": true}',
       ingreso::timestamp AT TIME ZONE 'America/Lima',
       least((ingreso + pg_temp.ciento(i, 12) % 6)::timestamp AT TIME ZONE 'America/Lima', now())
FROM nueva ORDER BY i;

SELECT definicion FROM indice \gexec
SELECT portal.cifras_recontar() \g /dev/null
SELECT portal.revision_reconstruir() \g /dev/null

SELECT 'demo: ' || count(*) || ' people added, ' || (SELECT count(*) FROM persona
       WHERE tipo_documento = '01' AND numero_documento BETWEEN '99000001' AND '99900400') || ' in all'
FROM nueva;
COMMIT;
ANALYZE portal.persona, portal.vinculo, portal.vinculo_cambio, portal.vinculo_palabra, portal.organo,
    portal.inscripcion, portal.etapa, portal.evento, portal.avance;
