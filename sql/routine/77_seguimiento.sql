-- Follow-up: whose entity it is, how it stands and why, contacts and commitments.

-- Now, on the day that portal.hoy() says.
CREATE OR REPLACE FUNCTION portal.ahora() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT (portal.hoy() + (now() AT TIME ZONE 'America/Lima')::time) AT TIME ZONE 'America/Lima' $$;

-- The gestor of each entity: whom it was entrusted to, else whose scope names it, else whose region
-- it lies in. Of two, who has been there longer. Internal: it asks nobody who they are.
CREATE OR REPLACE FUNCTION portal.gestor_de_entidades()
RETURNS TABLE (entidad_id bigint, usuario_id bigint, desde date, por text)
LANGUAGE sql STABLE ROWS 2000 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH g AS (
        SELECT a.id, a.usuario_id, a.desde
        FROM portal.asignacion_vigente a JOIN portal.usuario u ON u.id = a.usuario_id AND u.estado <> 'SUSPENDIDO'
        WHERE a.rol = 'GESTOR'),
    toda AS (
        SELECT c.entidad_id, c.usuario_id, (c.desde AT TIME ZONE 'America/Lima')::date AS desde, 'CARTERA' AS por, 1 AS orden
        FROM portal.cartera c WHERE c.hasta IS NULL AND c.usuario_id IN (SELECT g.usuario_id FROM g)
        UNION ALL
        SELECT m.entidad_id, g.usuario_id, g.desde, 'ALCANCE', 2
        FROM g JOIN portal.asignacion_ambito m ON m.asignacion_id = g.id WHERE m.entidad_id IS NOT NULL
        UNION ALL
        SELECT e.id, g.usuario_id, g.desde, 'ALCANCE', 3
        FROM g JOIN portal.asignacion_ambito m ON m.asignacion_id = g.id
            JOIN portal.entidad e ON e.ubigeo >= m.region AND e.ubigeo < m.region || ':')
    SELECT DISTINCT ON (t.entidad_id) t.entidad_id, t.usuario_id, t.desde, t.por
    FROM toda t ORDER BY t.entidad_id, t.orden, t.desde, t.usuario_id;
$$;

-- The name of the gestor of one entity, for whoever may see the entity.
CREATE OR REPLACE FUNCTION portal.entidad_gestor(p_entidad_id bigint)
RETURNS TABLE (usuario_id bigint, nombre text, desde date, por text)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF portal.entidad_visible(p_entidad_id) THEN
        RETURN QUERY
            SELECT g.usuario_id, concat_ws(' ', p.nombres, p.apellido_paterno), g.desde, g.por
            FROM portal.gestor_de_entidades() g JOIN portal.usuario u ON u.id = g.usuario_id
                JOIN portal.persona p ON p.id = u.persona_id
            WHERE g.entidad_id = p_entidad_id;
    END IF;
END $$;

-- How many entities of today nobody accompanies, for SERVIR.
CREATE OR REPLACE FUNCTION portal.entidades_sin_gestor() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    RETURN (SELECT count(*) FROM portal.entidad e
            WHERE e.vigente_hasta IS NULL AND portal.ve_todo()
              AND NOT EXISTS (SELECT FROM portal.gestor_de_entidades() g WHERE g.entidad_id = e.id));
END $$;

-- Whom to call at an entity's ORH, head first.
CREATE OR REPLACE FUNCTION portal.entidad_orh_equipo(p_entidad_id bigint)
RETURNS TABLE (nombre text, rol_nombre text, correo text, celular text, hasta date)
LANGUAGE plpgsql STABLE ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF portal.entidad_visible(p_entidad_id) THEN
        RETURN QUERY
            SELECT concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno), a.rol_nombre,
                   coalesce(u.correo, p.correo), p.celular, a.hasta
            FROM portal.asignacion_vigente a
                JOIN portal.usuario u ON u.id = a.usuario_id AND u.estado <> 'SUSPENDIDO'
                JOIN portal.persona p ON p.id = u.persona_id
            WHERE a.entidad_id = p_entidad_id AND a.rol IN ('ORH_JEFE', 'ORH_ANALISTA')
            ORDER BY a.orden, a.sustituye_a IS NOT NULL, a.id LIMIT 10;
    END IF;
END $$;

-- The gestores with a role in force, for those who assign or refer.
CREATE OR REPLACE FUNCTION portal.gestores() RETURNS TABLE (usuario_id bigint, nombre text)
LANGUAGE sql STABLE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT DISTINCT u.id, concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno)
    FROM portal.asignacion_vigente a JOIN portal.usuario u ON u.id = a.usuario_id AND u.estado <> 'SUSPENDIDO'
        JOIN portal.persona p ON p.id = u.persona_id
    WHERE a.rol = 'GESTOR' AND (portal.ve_todo() OR portal.actual_rol() = 'GESTOR');
$$;

-- Entities in sight that have people and no approved plan of induction: one set, so that a list asks once.
CREATE OR REPLACE FUNCTION portal.entidades_sin_plan() RETURNS TABLE (entidad_id bigint)
LANGUAGE plpgsql STABLE ROWS 200 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    RETURN QUERY
        SELECT a.entidad_id FROM portal.entidades_con_actividad() a
        WHERE NOT EXISTS (SELECT FROM portal.plan p WHERE p.entidad_id = a.entidad_id AND p.estado = 'PUBLICADO');
END $$;

-- How the entities in sight stand, with the reasons in words; `luz` 3 is red, 2 amber, 1 green.
-- `clave` puts who needs most first and is the cursor of the list. Definer: the counts walk indexes
-- alone; who is asking is settled first.
CREATE OR REPLACE FUNCTION portal.seguimiento_semaforo(p_entidad_id bigint DEFAULT NULL)
RETURNS TABLE (entidad_id bigint, gestor_id bigint, gestor_desde date, abiertas bigint, vencidas bigint,
               ultimo_contacto date, dias_sin_contacto integer, compromisos bigint, compromisos_vencidos bigint,
               consultas bigint, consultas_vencidas bigint, con_orh boolean, luz integer, razones text, clave bigint)
LANGUAGE plpgsql STABLE ROWS 2000 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
-- To compile it takes seven times as long as to run it.
SET jit = off AS $$
#variable_conflict use_column
DECLARE
    v_hoy constant date := portal.hoy();
    v_ahora constant timestamptz := portal.ahora();
    v_pct constant integer := portal.parametro_int('semaforo_vencidas_rojo', 25);
    v_ambar constant integer := portal.parametro_int('semaforo_contacto_ambar', 30);
    v_rojo constant integer := portal.parametro_int('semaforo_contacto_rojo', 60);
    v_compromiso constant integer := portal.parametro_int('semaforo_compromiso_rojo', 7);
    v_todo constant boolean := portal.ve_todo();
    v_alcance constant bigint[] := portal.ambito_gestor();
BEGIN
    RETURN QUERY
    WITH e AS MATERIALIZED (
        SELECT x.id FROM portal.entidad x
        WHERE v_todo AND (CASE WHEN p_entidad_id IS NULL THEN x.vigente_hasta IS NULL ELSE x.id = p_entidad_id END)
        UNION ALL
        SELECT a.id FROM unnest(v_alcance) AS a (id)
        WHERE NOT v_todo AND (p_entidad_id IS NULL OR a.id = p_entidad_id)),
    tratos AS (
        SELECT c.entidad_id, count(*) AS abiertos, count(*) FILTER (WHERE c.fecha_limite < v_hoy) AS vencidos,
               min(c.fecha_limite) AS primero
        FROM portal.compromiso c WHERE c.estado = 'ABIERTO'
        GROUP BY c.entidad_id),
    preguntas AS (
        SELECT q.entidad_id, count(*) AS abiertas, count(*) FILTER (WHERE q.vence_en < v_ahora) AS vencidas
        FROM portal.consulta q WHERE q.estado = 'POR_RESPONDER'
        GROUP BY q.entidad_id),
    dato AS (
        SELECT e.id, g.usuario_id, g.desde, s.abiertas, s.vencidas,
               c.ultimo, v_hoy - coalesce(c.ultimo, g.desde) AS dias, coalesce(t.abiertos, 0) AS tratos,
               coalesce(t.vencidos, 0) AS tratos_vencidos, v_hoy - t.primero AS trato_dias,
               coalesce(q.abiertas, 0) AS preguntas, coalesce(q.vencidas, 0) AS preguntas_vencidas,
               o.entidad_id IS NOT NULL AS con_orh, p.entidad_id IS NOT NULL AS sin_plan
        FROM e
            LEFT JOIN portal.gestor_de_entidades() g ON g.entidad_id = e.id
            -- One walk of an index an entity: the fewer there are, the sooner it ends.
            CROSS JOIN LATERAL (
                SELECT count(*) AS abiertas, count(*) FILTER (WHERE x.fecha_limite < v_hoy) AS vencidas
                FROM portal.etapa x
                WHERE x.entidad_id = e.id AND x.estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')) s
            LEFT JOIN LATERAL (
                SELECT x.fecha AS ultimo FROM portal.contacto x
                WHERE x.entidad_id = e.id AND x.canal <> 'NOTA'
                  AND NOT EXISTS (SELECT FROM portal.contacto k WHERE k.corrige_id = x.id)
                ORDER BY x.fecha DESC, x.id DESC LIMIT 1) c ON true
            LEFT JOIN tratos t ON t.entidad_id = e.id
            LEFT JOIN preguntas q ON q.entidad_id = e.id
            LEFT JOIN portal.entidades_con_orh() o ON o.entidad_id = e.id
            LEFT JOIN portal.entidades_sin_plan() p ON p.entidad_id = e.id),
    juicio AS (
        SELECT d.*,
               CASE WHEN d.vencidas = 0 THEN 1 WHEN d.vencidas * 100 >= v_pct * d.abiertas THEN 3 ELSE 2 END AS l_etapas,
               CASE WHEN d.preguntas_vencidas > 0 THEN 3 ELSE 1 END AS l_preguntas,
               CASE WHEN d.tratos_vencidos = 0 THEN 1 WHEN d.trato_dias > v_compromiso THEN 3 ELSE 2 END AS l_tratos,
               CASE WHEN d.dias >= v_rojo THEN 3 WHEN d.dias >= v_ambar OR d.ultimo IS NULL THEN 2 ELSE 1 END AS l_contacto,
               CASE WHEN d.con_orh THEN 1 ELSE 2 END AS l_orh,
               CASE WHEN d.sin_plan THEN 2 ELSE 1 END AS l_plan
        FROM dato d)
    SELECT j.id, j.usuario_id, j.desde, j.abiertas, j.vencidas, j.ultimo, j.dias, j.tratos, j.tratos_vencidos,
           j.preguntas, j.preguntas_vencidas, j.con_orh, x.luz,
           coalesce(nullif(concat_ws('; ',
               CASE WHEN j.l_etapas > 1 THEN portal.cuenta_en_palabras(j.vencidas, 'etapa vencida', 'etapas vencidas')
                   || ' de ' || ltrim(to_char(j.abiertas, 'FM999,999,999')) || ' por terminar' END,
               CASE WHEN j.l_preguntas > 1 THEN portal.cuenta_en_palabras(j.preguntas_vencidas,
                   'consulta sin responder a tiempo', 'consultas sin responder a tiempo') END,
               CASE WHEN j.l_tratos > 1
                   THEN portal.cuenta_en_palabras(j.tratos_vencidos, 'compromiso vencido', 'compromisos vencidos') END,
               CASE WHEN j.l_contacto > 1 THEN CASE
                   WHEN j.ultimo IS NULL AND j.dias > 0 THEN 'sin contacto desde que la acompañamos ('
                       || portal.cuenta_en_palabras(j.dias, 'día', 'días') || ')'
                   WHEN j.ultimo IS NULL THEN 'todavía sin contacto'
                   ELSE 'sin contacto hace ' || portal.cuenta_en_palabras(j.dias, 'día', 'días') END END,
               CASE WHEN j.l_orh > 1 THEN 'sin jefatura de ORH en el portal' END,
               CASE WHEN j.l_plan > 1 THEN 'plan de inducción sin aprobar' END), ''), 'al día'),
           (x.luz * 1000000 + least(999999, least(j.vencidas, 9999) * 10 + least(j.preguntas_vencidas, 99) * 300
               + least(j.tratos_vencidos, 99) * 100 + least(coalesce(j.dias, 0), 999) * 2 + (j.l_orh + j.l_plan) * 5))
               * 1000000000 + (999999999 - j.id)
    FROM juicio j
    CROSS JOIN LATERAL (SELECT greatest(j.l_etapas, j.l_preguntas, j.l_tratos, j.l_contacto, j.l_orh, j.l_plan) AS luz) x;
END $$;

-- The entities of the list that these filters find: the list, its file and an assignment of all read the same.
-- p_gestor: an account's id, or SIN for those without.
CREATE OR REPLACE FUNCTION portal.seguimiento_lista(p_entidad_id bigint, p_palabra1 text, p_palabra2 text,
    p_palabra3 text, p_nivel text, p_region text, p_luz text, p_gestor text)
RETURNS TABLE (entidad_id bigint, gestor_id bigint, ultimo_contacto date, abiertas bigint, vencidas bigint,
               compromisos bigint, compromisos_vencidos bigint, consultas bigint, consultas_vencidas bigint,
               con_orh boolean, razones text, luz integer, coincide boolean, clave bigint)
LANGUAGE sql STABLE ROWS 2000 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT s.entidad_id, s.gestor_id, s.ultimo_contacto, s.abiertas, s.vencidas, s.compromisos, s.compromisos_vencidos,
           s.consultas, s.consultas_vencidas, s.con_orh, s.razones, s.luz,
           p_luz IS NULL OR s.luz = CASE p_luz WHEN 'ROJO' THEN 3 WHEN 'AMBAR' THEN 2 WHEN 'VERDE' THEN 1 END, s.clave
    FROM portal.seguimiento_semaforo(p_entidad_id) s JOIN portal.entidad e ON e.id = s.entidad_id
    WHERE (p_palabra1 IS NULL OR ' ' || e.busqueda LIKE '% ' || p_palabra1 || '%')
      AND (p_palabra2 IS NULL OR ' ' || e.busqueda LIKE '% ' || p_palabra2 || '%')
      AND (p_palabra3 IS NULL OR ' ' || e.busqueda LIKE '% ' || p_palabra3 || '%')
      AND (p_nivel IS NULL OR e.nivel_gobierno = p_nivel)
      AND (p_region IS NULL OR left(e.ubigeo, 2) = p_region)
      AND (p_gestor IS NULL OR CASE WHEN p_gestor = 'SIN' THEN s.gestor_id IS NULL
                                    ELSE coalesce(s.gestor_id::text = p_gestor, false) END);
$$;

-- "1 etapa vencida", "1,234 etapas vencidas".
CREATE OR REPLACE FUNCTION portal.cuenta_en_palabras(p_n bigint, p_una text, p_varias text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT to_char(p_n, 'FM999,999,990') || ' ' || CASE WHEN p_n = 1 THEN p_una ELSE p_varias END $$;

-- Entrusts entities to a gestor: those ticked ("id.version,…"), or all that the filters find (which the
-- caller has turned into ids). Who has it already is left alone; who had it keeps the history.
-- resultado: ok, sin_cambio, no_autorizado, gestor_invalido, entidad_invalida.
CREATE OR REPLACE FUNCTION portal.cartera_asignar(p_entidades bigint[], p_usuario_id bigint, p_motivo text)
RETURNS TABLE (resultado text, movidas bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    movidas := 0;
    IF NOT portal.es_admin() THEN
        resultado := 'no_autorizado';
    ELSIF NOT EXISTS (SELECT FROM portal.gestores() g WHERE g.usuario_id = p_usuario_id) THEN
        resultado := 'gestor_invalido';
    ELSIF EXISTS (SELECT FROM unnest(p_entidades) AS x (id) WHERE NOT EXISTS
                     (SELECT FROM portal.entidad e WHERE e.id = x.id AND e.vigente_hasta IS NULL)) THEN
        resultado := 'entidad_invalida';
    ELSE
        -- One assignment at a time: two that cross would each leave an entity with two.
        PERFORM pg_advisory_xact_lock(hashtextextended('cartera', 4));
        UPDATE portal.cartera c SET hasta = greatest(now(), c.desde)
        WHERE c.hasta IS NULL AND c.entidad_id = ANY (p_entidades) AND c.usuario_id <> p_usuario_id;
        INSERT INTO portal.cartera (entidad_id, usuario_id, motivo)
        SELECT x.id, p_usuario_id, nullif(btrim(p_motivo), '')
        FROM (SELECT DISTINCT id FROM unnest(p_entidades) AS u (id)) x
        WHERE NOT EXISTS (SELECT FROM portal.cartera c WHERE c.entidad_id = x.id AND c.hasta IS NULL);
        GET DIAGNOSTICS movidas = ROW_COUNT;
        resultado := CASE WHEN movidas > 0 THEN 'ok' ELSE 'sin_cambio' END;
    END IF;
    RETURN NEXT;
END $$;

-- A contact and, when something was agreed, its commitment, in one step. The same submit twice within
-- a minute is one. resultado: ok, repetido, no_encontrado, fecha_futura.
CREATE OR REPLACE FUNCTION portal.contacto_anotar(p_entidad_id bigint, p_fecha date, p_canal text, p_con_quien text,
    p_tema text, p_nota text, p_acuerdo text, p_responsable text, p_fecha_limite date)
RETURNS TABLE (resultado text, contacto_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_id bigint;
    v_compromiso bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('contacto-' || p_entidad_id, 4));
    IF NOT portal.entidad_visible(p_entidad_id) OR NOT EXISTS (SELECT FROM portal.entidad WHERE id = p_entidad_id) THEN
        RETURN QUERY SELECT 'no_encontrado', NULL::bigint;
    ELSIF p_fecha > portal.hoy() THEN
        RETURN QUERY SELECT 'fecha_futura', NULL::bigint;
    ELSE
        SELECT c.id INTO v_id FROM portal.contacto c
        WHERE c.entidad_id = p_entidad_id AND c.usuario_id = portal.actual_usuario()
          AND c.creado_en > now() - interval '1 minute'
          AND (c.fecha, c.canal, c.con_quien, c.tema, c.nota)
              IS NOT DISTINCT FROM (p_fecha, p_canal, p_con_quien, p_tema, p_nota);
        IF FOUND THEN
            RETURN QUERY SELECT 'repetido', v_id;
            RETURN;
        END IF;
        INSERT INTO portal.contacto (entidad_id, fecha, canal, con_quien, tema, nota)
        VALUES (p_entidad_id, p_fecha, p_canal, p_con_quien, p_tema, p_nota) RETURNING id INTO v_id;
        IF p_acuerdo IS NOT NULL THEN
            INSERT INTO portal.compromiso (entidad_id, contacto_id, texto, responsable, fecha_limite)
            VALUES (p_entidad_id, v_id, p_acuerdo, p_responsable, p_fecha_limite) RETURNING id INTO v_compromiso;
            INSERT INTO portal.compromiso_evento (compromiso_id, entidad_id, estado)
            VALUES (v_compromiso, p_entidad_id, 'ABIERTO');
        END IF;
        RETURN QUERY SELECT 'ok', v_id;
    END IF;
END $$;

-- What was noted wrongly is said again; the first stays, marked. resultado: ok, no_encontrado,
-- ya_corregido, ajeno, fecha_futura.
CREATE OR REPLACE FUNCTION portal.contacto_corregir(p_contacto_id bigint, p_fecha date, p_canal text,
    p_con_quien text, p_tema text, p_nota text)
RETURNS TABLE (resultado text, entidad_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    c portal.contacto;
BEGIN
    SELECT * INTO c FROM portal.contacto k WHERE k.id = p_contacto_id;
    entidad_id := c.entidad_id;
    PERFORM pg_advisory_xact_lock(hashtextextended('contacto-' || c.entidad_id, 4));
    IF c.id IS NULL THEN
        resultado := 'no_encontrado';
    ELSIF c.usuario_id <> portal.actual_usuario() THEN
        resultado := 'ajeno';
    ELSIF EXISTS (SELECT FROM portal.contacto k WHERE k.corrige_id = c.id) THEN
        resultado := 'ya_corregido';
    ELSIF p_fecha > portal.hoy() THEN
        resultado := 'fecha_futura';
    ELSE
        INSERT INTO portal.contacto (entidad_id, fecha, canal, con_quien, tema, nota, corrige_id)
        VALUES (c.entidad_id, p_fecha, p_canal, p_con_quien, p_tema, p_nota, c.id);
        resultado := 'ok';
    END IF;
    RETURN NEXT;
END $$;

-- Done, cancelled with a reason, or open again. resultado: ok, sin_cambio, no_encontrado, conflicto,
-- falta_motivo.
CREATE OR REPLACE FUNCTION portal.compromiso_mover(p_id bigint, p_version integer, p_estado text, p_motivo text)
RETURNS TABLE (resultado text, entidad_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    c portal.compromiso;
    v_motivo constant text := nullif(btrim(p_motivo), '');
BEGIN
    SELECT * INTO c FROM portal.compromiso k WHERE k.id = p_id FOR UPDATE;
    entidad_id := c.entidad_id;
    IF c.id IS NULL THEN
        resultado := 'no_encontrado';
    ELSIF c.estado = p_estado THEN
        resultado := 'sin_cambio';
    ELSIF c.version <> p_version THEN
        resultado := 'conflicto';
    ELSIF p_estado = 'ANULADO' AND v_motivo IS NULL THEN
        resultado := 'falta_motivo';
    ELSE
        UPDATE portal.compromiso k
        SET estado = p_estado, motivo = v_motivo, version = k.version + 1,
            cerrado_en = CASE WHEN p_estado <> 'ABIERTO' THEN now() END,
            cerrado_por = CASE WHEN p_estado <> 'ABIERTO' THEN portal.actual_usuario() END
        WHERE k.id = p_id;
        INSERT INTO portal.compromiso_evento (compromiso_id, entidad_id, estado, motivo)
        VALUES (p_id, c.entidad_id, p_estado, v_motivo);
        resultado := 'ok';
    END IF;
    RETURN NEXT;
END $$;

-- For the demonstration: what its gestor noted and agreed, and what its ORH asked; once.
CREATE OR REPLACE FUNCTION portal.demo_seguimiento() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_entidad constant bigint := (SELECT e.id FROM portal.entidad e WHERE e.clave = 'MIDIS');
    v_gestor constant bigint := (SELECT a.usuario_id FROM portal.asignacion_vigente a
        JOIN portal.asignacion_ambito m ON m.asignacion_id = a.id
        WHERE a.rol = 'GESTOR' AND m.entidad_id = v_entidad ORDER BY a.id LIMIT 1);
    v_orh constant bigint := (SELECT a.usuario_id FROM portal.asignacion_vigente a
        WHERE a.rol = 'ORH_JEFE' AND a.entidad_id = v_entidad ORDER BY a.id LIMIT 1);
    v_contacto bigint;
    v_id bigint;
BEGIN
    IF v_gestor IS NULL OR v_orh IS NULL OR EXISTS (SELECT FROM portal.contacto) OR EXISTS (SELECT FROM portal.consulta) THEN
        RETURN;
    END IF;
    INSERT INTO portal.contacto (entidad_id, fecha, canal, con_quien, tema, nota, usuario_id)
    VALUES (v_entidad, portal.hoy() - 10, 'VISITA', 'Jefatura de la ORH', 'Plan de inducción',
            'Visita de demostración.', v_gestor) RETURNING id INTO v_contacto;
    INSERT INTO portal.compromiso (entidad_id, contacto_id, texto, responsable, fecha_limite, usuario_id)
    VALUES (v_entidad, v_contacto, 'Enviar el plan de inducción aprobado', 'ORH', portal.hoy(), v_gestor) RETURNING id INTO v_id;
    INSERT INTO portal.compromiso_evento (compromiso_id, entidad_id, estado, usuario_id)
    VALUES (v_id, v_entidad, 'ABIERTO', v_gestor);
    INSERT INTO portal.consulta (entidad_id, asunto, vence_en, creado_por)
    VALUES (v_entidad, 'Curso de una persona que vuelve al Estado', portal.consulta_plazo(portal.ahora()), v_orh) RETURNING id INTO v_id;
    INSERT INTO portal.consulta_mensaje (consulta_id, entidad_id, lado, tipo, texto, usuario_id)
    VALUES (v_id, v_entidad, 'ORH', 'PREGUNTA', 'Consulta de demostración: ¿debe llevar el curso otra vez?', v_orh);
END $$;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['contacto', 'compromiso_evento', 'consulta_mensaje'] LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER t10_solo_agregar BEFORE UPDATE OR DELETE OR TRUNCATE
            ON portal.%I FOR EACH STATEMENT EXECUTE FUNCTION portal.solo_agregar()', t);
    END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION portal.ahora, portal.entidad_gestor, portal.gestores, portal.seguimiento_semaforo,
    portal.seguimiento_lista, portal.entidad_orh_equipo,
    portal.entidades_sin_gestor, portal.cuenta_en_palabras, portal.cartera_asignar, portal.contacto_anotar, portal.contacto_corregir,
    portal.compromiso_mover TO portal_app;
