-- The anonymous survey. What is answered leaves the person at once and is mixed with others before
-- anybody may count it.

-- What an audit line of these would tell is what must not be known.
DROP TRIGGER IF EXISTS t90_auditoria ON portal.encuesta_permiso;
DROP TRIGGER IF EXISTS t90_auditoria ON portal.encuesta_buzon;
DROP TRIGGER IF EXISTS t90_auditoria ON portal.encuesta_respuesta;

-- Whose survey a link or, without one, the session opens. resultado: 'abierta', 'respondida',
-- 'no_toca' (stages are open, or nothing is asked), 'no_encontrado'; of a link also 'con_cuenta' (they answer from
-- theirs) and 'ajena' (whoever hands links over has it open).
CREATE OR REPLACE FUNCTION portal.encuesta_abrir(p_token_hash text)
RETURNS TABLE (resultado text, inscripcion_id bigint, encuesta_id bigint)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_usada boolean;
    v_lista boolean;
    v_impide text;
BEGIN
    SELECT i.id, CASE WHEN p_token_hash IS NULL THEN NULL
                      WHEN portal.tiene_cuenta(i.persona_id, i.entidad_id, 'SERVIDOR') THEN 'con_cuenta'
                      WHEN i.entidad_id = portal.ambito_orh() THEN 'ajena' END,
           (SELECT q.id FROM portal.encuesta q WHERE q.edicion_id = i.edicion_id AND q.publicada_en IS NOT NULL
            ORDER BY q.version DESC LIMIT 1),
           coalesce(z.usada, false), i.estado <> 'RETIRADO'
               AND (SELECT count(*) FILTER (WHERE e.estado IN ('CULMINADA', 'VALIDADA')) > 0
                           AND bool_and(e.estado IN ('CULMINADA', 'VALIDADA', 'NO_APLICA'))
                    FROM portal.etapa e WHERE e.inscripcion_id = i.id)
    INTO inscripcion_id, v_impide, encuesta_id, v_usada, v_lista
    FROM portal.inscripcion i LEFT JOIN portal.encuesta_permiso z ON z.inscripcion_id = i.id
    WHERE CASE WHEN p_token_hash IS NULL THEN i.persona_id = portal.ambito_propio() AND i.entidad_id = portal.actual_entidad()
               ELSE z.token_hash = decode(p_token_hash, 'hex') END
    ORDER BY i.id DESC LIMIT 1;
    resultado := CASE WHEN inscripcion_id IS NULL THEN 'no_encontrado' WHEN v_usada THEN 'respondida'
                      WHEN encuesta_id IS NULL OR NOT v_lista THEN 'no_toca' ELSE coalesce(v_impide, 'abierta') END;
    RETURN NEXT;
END $$;

-- Takes the answers: the permission is used up, the sheet falls into the box. pregunta: which one is
-- missing or wrong. p_encuesta: the version whose questions were seen. resultado: as encuesta_abrir(), 'ok', 'falta', 'cambio'
-- (another version is asked now).
CREATE OR REPLACE FUNCTION portal.encuesta_responder(p_token_hash text, p_encuesta bigint, p1 text, p2 text, p3 text, p4 text, p5 text, p6 text)
RETURNS TABLE (resultado text, pregunta integer)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v record;
    v_dicho text[] := ARRAY[p1, p2, p3, p4, p5, p6];
BEGIN
    SELECT * INTO v FROM portal.encuesta_abrir(p_token_hash);
    resultado := CASE WHEN v.resultado = 'abierta' AND p_encuesta <> v.encuesta_id THEN 'cambio' ELSE v.resultado END;
    IF resultado = 'abierta' THEN
        SELECT q.numero INTO pregunta FROM portal.encuesta_pregunta q
        WHERE q.encuesta_id = v.encuesta_id AND CASE q.tipo
            WHEN 'ESCALA' THEN coalesce(v_dicho[q.numero], '') !~ '^[1-5]$'
            WHEN 'SI_NO' THEN coalesce(v_dicho[q.numero], '') !~ '^[01]$'
            ELSE char_length(v_dicho[q.numero]) > 300 END
        ORDER BY q.numero LIMIT 1;
        resultado := CASE WHEN pregunta IS NULL THEN 'ok' ELSE 'falta' END;
    END IF;
    IF resultado = 'ok' THEN
        INSERT INTO portal.encuesta_permiso (inscripcion_id, usada) VALUES (v.inscripcion_id, true)
        ON CONFLICT (inscripcion_id) DO UPDATE SET usada = true WHERE NOT encuesta_permiso.usada;
        IF NOT FOUND THEN
            resultado := 'respondida';
        ELSE
            INSERT INTO portal.encuesta_buzon (encuesta_id, mes, entidad_id, region, respuestas)
            SELECT v.encuesta_id, date_trunc('month', portal.hoy())::date, i.entidad_id, left(n.ubigeo, 2), v_dicho
            FROM portal.inscripcion i JOIN portal.entidad n ON n.id = i.entidad_id WHERE i.id = v.inscripcion_id;
        END IF;
    END IF;
    RETURN NEXT;
END $$;

-- Each night: sheets leave the box when enough of an entity wait, else, a month later, enough of a
-- region, else of the edition; cut into single answers, in random order. What stays is written anew.
-- Tells how many sheets left.
CREATE OR REPLACE FUNCTION portal.encuesta_barajar() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_min integer := greatest(portal.parametro_int('encuesta_minimo', 5), 3);
    v_n bigint;
    v_hojas jsonb;
BEGIN
    LOCK TABLE portal.encuesta_buzon, portal.encuesta_permiso IN ACCESS EXCLUSIVE MODE;
    WITH hoja AS (
        SELECT b.*, count(*) OVER (PARTITION BY b.encuesta_id, b.entidad_id) >= v_min AS por_entidad,
               b.mes < date_trunc('month', portal.hoy())::date AS vieja
        FROM portal.encuesta_buzon b),
    region AS (
        SELECT h.*, NOT h.por_entidad AND h.vieja AND h.region IS NOT NULL
               AND count(*) FILTER (WHERE NOT h.por_entidad AND h.vieja) OVER (PARTITION BY h.encuesta_id, h.region) >= v_min AS por_region
        FROM hoja h),
    todas AS (
        SELECT r.*, NOT r.por_entidad AND NOT r.por_region AND r.vieja
               AND count(*) FILTER (WHERE NOT r.por_entidad AND NOT r.por_region AND r.vieja) OVER (PARTITION BY r.encuesta_id) >= v_min
                   AS por_edicion
        FROM region r)
    SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') INTO v_hojas FROM todas t;
    TRUNCATE portal.encuesta_buzon;
    INSERT INTO portal.encuesta_buzon (encuesta_id, mes, entidad_id, region, respuestas)
    SELECT h.encuesta_id, h.mes, h.entidad_id, h.region, h.respuestas
    FROM jsonb_to_recordset(v_hojas) AS h (encuesta_id bigint, mes date, entidad_id bigint, region text, respuestas text[],
                                           por_entidad boolean, por_region boolean, por_edicion boolean)
    WHERE NOT (h.por_entidad OR h.por_region OR h.por_edicion) ORDER BY gen_random_uuid();
    INSERT INTO portal.encuesta_respuesta (encuesta_id, numero, mes, entidad_id, region, valor, texto)
    SELECT h.encuesta_id, q.numero, h.mes, CASE WHEN h.por_entidad THEN h.entidad_id END,
           CASE WHEN h.por_entidad OR h.por_region THEN h.region END,
           CASE WHEN q.tipo <> 'TEXTO' THEN h.respuestas[q.numero]::integer END,
           CASE WHEN q.tipo = 'TEXTO' THEN h.respuestas[q.numero] END
    FROM jsonb_to_recordset(v_hojas) AS h (encuesta_id bigint, mes date, entidad_id bigint, region text, respuestas text[],
                                           por_entidad boolean, por_region boolean, por_edicion boolean)
    JOIN portal.encuesta_pregunta q ON q.encuesta_id = h.encuesta_id
    WHERE (h.por_entidad OR h.por_region OR h.por_edicion)
      AND (q.tipo <> 'TEXTO' OR nullif(btrim(h.respuestas[q.numero]), '') IS NOT NULL)
    ORDER BY gen_random_uuid();
    UPDATE portal.encuesta_permiso SET barajada = true WHERE usada AND NOT barajada;
    SELECT count(*) INTO v_n FROM jsonb_array_elements(v_hojas) x
    WHERE (x -> 'por_entidad')::boolean OR (x -> 'por_region')::boolean OR (x -> 'por_edicion')::boolean;
    RETURN v_n;
END $$;

-- A link to answer without an account; a new one replaces that before it, and each stays in the person's history.
-- resultado: 'ok', 'respondida', 'no_toca', 'con_cuenta', 'no_encontrado'.
CREATE OR REPLACE FUNCTION portal.encuesta_entregar(p_vinculo bigint, p_token_hash text)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v portal.vinculo;
    v_inscripcion bigint := (SELECT i.id FROM portal.inscripcion i WHERE i.vinculo_id = p_vinculo
                             AND i.entidad_id = portal.ambito_orh() ORDER BY i.id DESC LIMIT 1);
BEGIN
    IF v_inscripcion IS NULL THEN
        resultado := 'no_encontrado';
    ELSE
        INSERT INTO portal.encuesta_permiso (inscripcion_id, token_hash) VALUES (v_inscripcion, decode(p_token_hash, 'hex'))
        ON CONFLICT (inscripcion_id) DO UPDATE SET token_hash = excluded.token_hash WHERE NOT encuesta_permiso.usada;
        resultado := (SELECT CASE a.resultado WHEN 'ajena' THEN 'ok' WHEN 'no_encontrado' THEN 'respondida'
                                  ELSE a.resultado END FROM portal.encuesta_abrir(p_token_hash) a);
    END IF;
    IF resultado = 'ok' THEN
        SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = p_vinculo;
        PERFORM portal.evento_anotar(v, 'ENCUESTA_ENTREGADA', NULL, '{}');
    END IF;
    RETURN NEXT;
END $$;

-- Answers of an edition by question, each question with enough of them; an ORH sees its own entity. Shares
-- are rounded to five, averages to a tenth.
CREATE OR REPLACE FUNCTION portal.encuesta_resultados(p_edicion bigint, p_region text, p_etapa text)
RETURNS TABLE (version integer, numero integer, texto text, tipo text, etapa text, n bigint, media float8, c1 integer, c2 integer,
               c3 integer, c4 integer, c5 integer)
LANGUAGE sql STABLE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH x AS (
        SELECT s.version, q.numero, q.texto, q.tipo, q.etapa, count(r.clave) AS n, avg(r.valor) AS media,
               array_agg(r.valor) AS v
        FROM portal.encuesta s JOIN portal.encuesta_pregunta q ON q.encuesta_id = s.id
        LEFT JOIN portal.encuesta_respuesta r ON r.encuesta_id = s.id AND r.numero = q.numero
            AND (p_region IS NULL OR r.region = p_region)
            AND (portal.ve_todo() OR r.entidad_id = portal.ambito_orh()
                 OR r.entidad_id = ANY (portal.ambito_gestor()))
        WHERE s.edicion_id = p_edicion AND s.publicada_en IS NOT NULL AND (p_etapa IS NULL OR q.etapa = p_etapa)
        GROUP BY s.version, q.numero, q.texto, q.tipo, q.etapa)
    SELECT x.version, x.numero, x.texto, x.tipo, x.etapa, CASE WHEN s.si THEN x.n END,
           CASE WHEN s.si AND x.tipo = 'ESCALA' THEN round(x.media, 1)::float8 END,
           CASE WHEN s.si AND x.tipo <> 'TEXTO' THEN s.p[1] END, CASE WHEN s.si AND x.tipo = 'ESCALA' THEN s.p[2] END,
           CASE WHEN s.si AND x.tipo = 'ESCALA' THEN s.p[3] END, CASE WHEN s.si AND x.tipo = 'ESCALA' THEN s.p[4] END,
           CASE WHEN s.si AND x.tipo = 'ESCALA' THEN s.p[5] END
    FROM x, LATERAL (
        SELECT x.n >= greatest(portal.parametro_int('encuesta_minimo', 5), 3) AS si,
               ARRAY(SELECT (5 * round(20.0 * cardinality(array_positions(x.v, k)) / nullif(x.n, 0)))::integer
                     FROM generate_series(1, 5) k ORDER BY k) AS p) s
    ORDER BY x.version DESC, x.numero
$$;

-- Free texts, when enough were written, in no order.
CREATE OR REPLACE FUNCTION portal.encuesta_textos(p_edicion bigint, p_region text)
RETURNS TABLE (texto text)
LANGUAGE sql STABLE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT x.texto FROM (
        SELECT r.texto, r.clave, count(*) OVER () AS n FROM portal.encuesta s
        JOIN portal.encuesta_respuesta r ON r.encuesta_id = s.id AND r.texto IS NOT NULL
        WHERE s.edicion_id = p_edicion AND (p_region IS NULL OR r.region = p_region)
          AND (portal.ve_todo() OR r.entidad_id = portal.ambito_orh() OR r.entidad_id = ANY (portal.ambito_gestor()))) x
    WHERE x.n >= greatest(portal.parametro_int('encuesta_minimo', 5), 3) ORDER BY x.clave LIMIT 100
$$;

-- --- versions ---

-- The questions of a version, as they are compared.
CREATE OR REPLACE FUNCTION portal.encuesta_como_texto(p_encuesta bigint) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT coalesce(string_agg(concat_ws(E'\t', q.tipo, coalesce(q.etapa, ''), q.texto), E'\n' ORDER BY q.numero), '')
    FROM portal.encuesta_pregunta q WHERE q.encuesta_id = p_encuesta $$;

-- What an administrator works on: the draft of an edition, else the version that is asked. huella changes with either.
CREATE OR REPLACE FUNCTION portal.encuesta_trabajo(p_edicion bigint)
RETURNS TABLE (id bigint, borrador boolean, publicada bigint, huella text)
LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT x.id, b.id IS NOT NULL, u.id, md5(concat_ws(' ', b.id, u.id, portal.encuesta_como_texto(x.id)))
    FROM (SELECT 1) uno
    LEFT JOIN portal.encuesta b ON b.edicion_id = p_edicion AND b.publicada_en IS NULL
    LEFT JOIN LATERAL (SELECT s.id FROM portal.encuesta s WHERE s.edicion_id = p_edicion AND s.publicada_en IS NOT NULL
                       ORDER BY s.version DESC LIMIT 1) u ON true
    CROSS JOIN LATERAL (SELECT coalesce(b.id, u.id) AS id) x $$;

-- Keeps a draft, publishes it, or drops it. p_lineas: a line a question, as encuesta_como_texto(). resultado: ok, sin_cambio,
-- vacia, conflicto (somebody worked on it meanwhile), no_encontrado.
CREATE OR REPLACE FUNCTION portal.encuesta_guardar(p_edicion bigint, p_huella text, p_lineas text, p_accion text)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    t record;
    v_id bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('encuesta-' || p_edicion, 79));
    SELECT * INTO t FROM portal.encuesta_trabajo(p_edicion);
    resultado := CASE
        WHEN NOT portal.es_admin() OR NOT EXISTS (SELECT FROM portal.edicion e WHERE e.id = p_edicion) THEN 'no_encontrado'
        WHEN p_accion = 'descartar' AND NOT t.borrador THEN 'sin_cambio'
        WHEN p_accion <> 'descartar' AND p_lineas = '' THEN 'vacia'
        WHEN p_accion = 'guardar' AND p_lineas = portal.encuesta_como_texto(t.id) THEN 'sin_cambio'
        WHEN p_accion = 'publicar' AND NOT t.borrador AND p_lineas = portal.encuesta_como_texto(t.publicada) THEN 'sin_cambio'
        WHEN t.huella IS DISTINCT FROM p_huella THEN 'conflicto' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        SELECT s.id INTO v_id FROM portal.encuesta s WHERE s.edicion_id = p_edicion AND s.publicada_en IS NULL;
        DELETE FROM portal.encuesta_pregunta q WHERE q.encuesta_id = v_id;
        IF p_accion = 'descartar' THEN
            DELETE FROM portal.encuesta s WHERE s.id = v_id;
        ELSE
            IF v_id IS NULL THEN
                INSERT INTO portal.encuesta (edicion_id, version)
                SELECT p_edicion, 1 + coalesce(max(s.version), 0) FROM portal.encuesta s WHERE s.edicion_id = p_edicion
                RETURNING id INTO v_id;
            END IF;
            INSERT INTO portal.encuesta_pregunta (encuesta_id, numero, texto, tipo, etapa)
            SELECT v_id, l.n, split_part(l.linea, E'\t', 3), split_part(l.linea, E'\t', 1), nullif(split_part(l.linea, E'\t', 2), '')
            FROM string_to_table(p_lineas, E'\n') WITH ORDINALITY AS l (linea, n);
            IF p_accion = 'publicar' THEN
                UPDATE portal.encuesta s SET publicada_en = now(), publicada_por = portal.actual_usuario() WHERE s.id = v_id;
            END IF;
        END IF;
    END IF;
    RETURN NEXT;
END $$;

INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('encuesta_minimo', '5', 'Respuestas que debe haber para mezclarlas y mostrarlas (3 como mínimo)')
ON CONFLICT (clave) DO NOTHING;

GRANT EXECUTE ON FUNCTION portal.encuesta_abrir, portal.encuesta_responder, portal.encuesta_entregar,
    portal.encuesta_resultados, portal.encuesta_textos, portal.encuesta_como_texto, portal.encuesta_trabajo, portal.encuesta_guardar TO portal_app;
GRANT EXECUTE ON FUNCTION portal.encuesta_barajar TO portal_fondo;
