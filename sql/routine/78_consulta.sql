-- Queries of an ORH to SERVIR: their clock, whose turn it is, who is told.

-- Until when SERVIR answers what it was asked at this moment: so many working days, each ending at
-- the closing hour; asked after it, or on a day off, the count begins on the next working day.
CREATE OR REPLACE FUNCTION portal.consulta_plazo(p_cuando timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT (portal.dias_sumar(b.base, n.dias, 'HABIL') + make_time(n.cierre, 0, 0)) AT TIME ZONE 'America/Lima'
    FROM (SELECT p_cuando AT TIME ZONE 'America/Lima' AS local) x,
         (SELECT portal.parametro_int('consulta_plazo_dias', 2) AS dias,
                 least(portal.parametro_int('consulta_hora_cierre', 17), 23) AS cierre) n,
         LATERAL (SELECT CASE WHEN x.local::time < make_time(n.cierre, 0, 0)
                               AND portal.dias_sumar(x.local::date - 1, 1, 'HABIL') = x.local::date
                              THEN x.local::date ELSE portal.dias_sumar(x.local::date, 1, 'HABIL') END AS base) b;
$$;

-- Working days from one day to another, without the first; negative when the other lies behind.
CREATE OR REPLACE FUNCTION portal.dias_habiles(p_desde date, p_hasta date) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT (CASE WHEN p_hasta < p_desde THEN -1 ELSE 1 END * count(*))::integer
    FROM generate_series(least(p_desde, p_hasta) + 1, greatest(p_desde, p_hasta), interval '1 day') AS d
    WHERE extract(isodow FROM d) < 6 AND NOT EXISTS (SELECT FROM portal.feriado f WHERE f.fecha = d::date);
$$;

-- The clock in words: "responder antes del 24/11/2026 17:00; vence en 1 día hábil".
CREATE OR REPLACE FUNCTION portal.consulta_reloj(p_vence timestamptz) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT 'responder antes del ' || to_char(p_vence AT TIME ZONE 'America/Lima', 'DD/MM/YYYY HH24:MI') || '; '
        || CASE WHEN p_vence < portal.ahora() THEN CASE d.n WHEN 0 THEN 'venció hoy'
                    ELSE 'venció hace ' || portal.cuenta_en_palabras(-d.n, 'día hábil', 'días hábiles') END
                WHEN d.n = 0 THEN 'vence hoy'
                ELSE 'vence en ' || portal.cuenta_en_palabras(d.n, 'día hábil', 'días hábiles') END
    FROM (SELECT portal.dias_habiles(portal.hoy(), (p_vence AT TIME ZONE 'America/Lima')::date) AS n) d
    WHERE p_vence IS NOT NULL;
$$;

CREATE OR REPLACE FUNCTION portal.consulta_numero(p_id bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 'C-' || lpad(p_id::text, greatest(6, length(p_id::text)), '0') $$;

-- Whose turn it is, in words.
CREATE OR REPLACE FUNCTION portal.consulta_estado(p_estado text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p_estado WHEN 'POR_RESPONDER' THEN 'Por responder: le toca a SERVIR'
        WHEN 'POR_ACLARAR' THEN 'Por aclarar: le toca a la ORH' WHEN 'RESPONDIDA' THEN 'Respondida' ELSE 'Cerrada' END $$;

-- Tells by mail that a message of one's own has come: of an ORH, whoever answers; of SERVIR, who asked.
-- The text is the page's and names nobody.
CREATE OR REPLACE FUNCTION portal.consulta_avisar(p_mensaje_id bigint, p_asunto text, p_cuerpo text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    m portal.consulta_mensaje;
    q portal.consulta;
    v_para bigint;
    v_correo text;
BEGIN
    SELECT * INTO m FROM portal.consulta_mensaje x WHERE x.id = p_mensaje_id AND x.usuario_id = portal.actual_usuario();
    IF NOT FOUND OR p_asunto IS NULL OR p_cuerpo IS NULL THEN
        RETURN;
    END IF;
    SELECT * INTO q FROM portal.consulta x WHERE x.id = m.consulta_id;
    v_para := CASE WHEN m.lado = 'SERVIR' AND m.tipo <> 'DERIVACION' THEN q.creado_por WHEN q.para_admin THEN NULL
        ELSE coalesce(q.atiende_id,
                      (SELECT g.usuario_id FROM portal.gestor_de_entidades() g WHERE g.entidad_id = q.entidad_id)) END;
    SELECT u.correo INTO v_correo FROM portal.usuario u
    WHERE u.id = v_para AND u.estado = 'ACTIVO' AND u.id <> portal.actual_usuario();
    IF v_correo IS NOT NULL THEN
        PERFORM portal.correo_encolar('consulta-' || m.id, v_correo, p_asunto, p_cuerpo, 'Consulta de una ORH', false, v_para);
    END IF;
END $$;

-- An ORH asks. The same text twice within a minute is one. resultado: ok, repetida, persona_desconocida,
-- no_autorizado.
CREATE OR REPLACE FUNCTION portal.consulta_crear(p_asunto text, p_texto text, p_documento text, p_correo_asunto text,
    p_correo_cuerpo text) RETURNS TABLE (resultado text, consulta_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_entidad constant bigint := portal.ambito_orh();
    v_vinculo bigint;
    v_mensaje bigint;
BEGIN
    IF v_entidad IS NULL THEN
        resultado := 'no_autorizado';
        RETURN NEXT;
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('consulta-' || v_entidad, 4));
    IF p_documento IS NOT NULL THEN
        SELECT v.id INTO v_vinculo FROM portal.vinculo v
        WHERE v.entidad_id = v_entidad AND v.documento = upper(p_documento) ORDER BY v.id DESC LIMIT 1;
        IF NOT FOUND THEN
            resultado := 'persona_desconocida';
            RETURN NEXT;
            RETURN;
        END IF;
    END IF;
    SELECT c.id INTO consulta_id FROM portal.consulta c JOIN portal.consulta_mensaje m ON m.consulta_id = c.id
    WHERE c.entidad_id = v_entidad AND c.creado_por = portal.actual_usuario() AND c.asunto = p_asunto
      AND c.creado_en > now() - interval '1 minute' AND m.texto = p_texto LIMIT 1;
    resultado := 'repetida';
    IF consulta_id IS NULL THEN
        INSERT INTO portal.consulta (entidad_id, vinculo_id, asunto, vence_en)
        VALUES (v_entidad, v_vinculo, p_asunto, portal.consulta_plazo(portal.ahora())) RETURNING id INTO consulta_id;
        INSERT INTO portal.consulta_mensaje (consulta_id, entidad_id, lado, tipo, texto)
        VALUES (consulta_id, v_entidad, 'ORH', 'PREGUNTA', p_texto) RETURNING id INTO v_mensaje;
        PERFORM portal.consulta_avisar(v_mensaje, p_correo_asunto, p_correo_cuerpo);
        resultado := 'ok';
    END IF;
    RETURN NEXT;
END $$;

-- May whoever is signed in see this query, and on which side do they stand? Definer's twin of the
-- policy, for consulta_mover().
CREATE OR REPLACE FUNCTION portal.consulta_lado(q portal.consulta) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN q.entidad_id = portal.ambito_orh() THEN 'ORH'
        WHEN portal.es_revisor() OR q.entidad_id = ANY (portal.ambito_gestor())
            OR (portal.actual_rol() = 'GESTOR' AND q.atiende_id = portal.actual_usuario()) THEN 'SERVIR' END;
$$;

-- One step of a query. SERVIR: RESPONDER, ACLARAR (asks back: the clock stops), DERIVAR (to a gestor, or to
-- the administration when p_usuario_id is NULL; the clock goes on), CERRAR. ORH: ACLARAR (answers what was
-- asked back), REABRIR, CERRAR; each turn of SERVIR begins a new clock.
-- resultado: ok, no_encontrado, no_permitido, conflicto, falta_texto, gestor_invalido.
CREATE OR REPLACE FUNCTION portal.consulta_mover(p_id bigint, p_version integer, p_accion text, p_texto text,
    p_usuario_id bigint, p_correo_asunto text, p_correo_cuerpo text)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    q portal.consulta;
    v_lado text;
    v_estado text;
    v_mensaje bigint;
    v_texto constant text := nullif(btrim(p_texto), '');
BEGIN
    SELECT * INTO q FROM portal.consulta x WHERE x.id = p_id FOR UPDATE;
    v_lado := portal.consulta_lado(q);
    v_estado := CASE
        WHEN v_lado = 'SERVIR' AND p_accion = 'RESPONDER' AND q.estado = 'POR_RESPONDER' THEN 'RESPONDIDA'
        WHEN v_lado = 'SERVIR' AND p_accion = 'ACLARAR' AND q.estado = 'POR_RESPONDER' THEN 'POR_ACLARAR'
        WHEN v_lado = 'SERVIR' AND p_accion = 'DERIVAR' AND q.estado = 'POR_RESPONDER' THEN 'POR_RESPONDER'
        WHEN v_lado = 'SERVIR' AND p_accion = 'CERRAR' AND q.estado IN ('RESPONDIDA', 'POR_ACLARAR') THEN 'CERRADA'
        WHEN v_lado = 'ORH' AND p_accion = 'ACLARAR' AND q.estado = 'POR_ACLARAR' THEN 'POR_RESPONDER'
        WHEN v_lado = 'ORH' AND p_accion = 'REABRIR' AND q.estado IN ('RESPONDIDA', 'CERRADA') THEN 'POR_RESPONDER'
        WHEN v_lado = 'ORH' AND p_accion = 'CERRAR' AND q.estado <> 'CERRADA' THEN 'CERRADA' END;
    resultado := CASE
        WHEN v_lado IS NULL THEN 'no_encontrado'
        WHEN q.version IS DISTINCT FROM p_version THEN 'conflicto'
        WHEN v_estado IS NULL THEN 'no_permitido'
        WHEN v_texto IS NULL AND p_accion NOT IN ('CERRAR', 'DERIVAR') THEN 'falta_texto'
        WHEN p_accion = 'DERIVAR' AND p_usuario_id IS NOT NULL
             AND NOT EXISTS (SELECT FROM portal.gestores() g WHERE g.usuario_id = p_usuario_id) THEN 'gestor_invalido'
        ELSE 'ok' END;
    IF resultado = 'ok' THEN
        UPDATE portal.consulta x
        SET estado = v_estado, version = x.version + 1,
            vence_en = CASE WHEN v_estado <> 'POR_RESPONDER' THEN NULL WHEN p_accion = 'DERIVAR' THEN x.vence_en
                            ELSE portal.consulta_plazo(portal.ahora()) END,
            atiende_id = CASE WHEN p_accion = 'DERIVAR' THEN p_usuario_id ELSE x.atiende_id END,
            para_admin = CASE WHEN p_accion = 'DERIVAR' THEN p_usuario_id IS NULL ELSE x.para_admin END
        WHERE x.id = p_id;
        INSERT INTO portal.consulta_mensaje (consulta_id, entidad_id, lado, tipo, interno, texto)
        VALUES (p_id, q.entidad_id, v_lado, CASE p_accion WHEN 'RESPONDER' THEN 'RESPUESTA' WHEN 'DERIVAR' THEN 'DERIVACION'
                WHEN 'CERRAR' THEN 'CIERRE' WHEN 'REABRIR' THEN 'REAPERTURA' ELSE 'ACLARACION' END,
                p_accion = 'DERIVAR', v_texto) RETURNING id INTO v_mensaje;
        PERFORM portal.consulta_avisar(v_mensaje, p_correo_asunto, p_correo_cuerpo);
    END IF;
    RETURN NEXT;
END $$;

-- Queries that wait for SERVIR, for the homes: of a gestor those they answer (their entities' and those
-- referred to them, without those referred away), of SERVIR all.
CREATE OR REPLACE FUNCTION portal.consultas_por_responder() RETURNS TABLE (abiertas bigint, vencidas bigint)
LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT count(*), count(*) FILTER (WHERE q.vence_en < portal.ahora())
    FROM portal.consulta q
    WHERE q.estado = 'POR_RESPONDER'
      AND ((SELECT portal.ve_todo()) OR q.atiende_id = (SELECT portal.actual_usuario())
           OR (q.atiende_id IS NULL AND NOT q.para_admin AND (SELECT portal.ambito_gestor()) IS NOT NULL));
$$;

GRANT EXECUTE ON FUNCTION portal.consulta_plazo, portal.dias_habiles, portal.consulta_reloj, portal.consulta_numero, portal.consulta_estado,
    portal.consulta_avisar, portal.consulta_crear, portal.consulta_lado, portal.consulta_mover,
    portal.consultas_por_responder TO portal_app;
