-- The tasks of an induction: the personal link of a jefe, and what each side says of a finished stage.

-- --- conformity ---

-- What is odd about the answers to a finished stage; NULL when nothing is. An answer is missing only
-- when there is somebody who could have given it. Definer: accounts do not show to every role.
CREATE OR REPLACE FUNCTION portal.conformidad_rareza(p portal.etapa) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v portal.vinculo;
BEGIN
    IF p.heredada_de IS NOT NULL OR p.tipo = 'ESTADO' THEN
        RETURN NULL;
    END IF;
    SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = p.vinculo_id;
    RETURN nullif(concat_ws(' ',
        CASE WHEN NOT p.conforme_servidor THEN 'SERVIDOR_NO_CONFORME'
             WHEN p.conforme_servidor IS NULL AND portal.tiene_cuenta(v.persona_id, v.entidad_id, 'SERVIDOR')
                 THEN 'SIN_CONFORMIDAD' END,
        CASE WHEN NOT p.conforme_jefe THEN 'JEFE_NO_CONFORME'
             WHEN p.conforme_jefe IS NULL AND p.tipo = 'ESPECIFICA'
                  AND portal.tiene_cuenta(v.jefe_persona_id, v.entidad_id, 'JEFE') THEN 'SIN_CONFORMIDAD_JEFE' END), '');
END $$;

-- Somebody who can sign in with that role there.
CREATE OR REPLACE FUNCTION portal.tiene_cuenta(p_persona_id bigint, p_entidad_id bigint, p_rol text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT EXISTS (SELECT FROM portal.usuario u JOIN portal.asignacion_vigente a ON a.usuario_id = u.id
                   WHERE u.persona_id = p_persona_id AND u.estado = 'ACTIVO' AND a.rol = p_rol
                     AND a.entidad_id = p_entidad_id) $$;

-- An answer is about the stage as it was finished: when it opens again, the answers are asked anew. A
-- jefe who finishes it has answered by that.
CREATE OR REPLACE FUNCTION portal.conformidad_guardar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF NEW.estado NOT IN ('CULMINADA', 'VALIDADA', 'RETIRADO') THEN
        NEW.conforme_servidor := NULL;
        NEW.conforme_servidor_en := NULL;
        NEW.comentario_servidor := NULL;
        NEW.conforme_jefe := NULL;
        NEW.conforme_jefe_en := NULL;
        NEW.comentario_jefe := NULL;
    ELSIF NEW.estado = 'CULMINADA' AND portal.actual_rol() = 'JEFE' THEN
        NEW.conforme_jefe := true;
        NEW.conforme_jefe_en := now();
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER t05_conformidad BEFORE UPDATE ON portal.etapa
    FOR EACH ROW WHEN (OLD.estado <> NEW.estado) EXECUTE FUNCTION portal.conformidad_guardar();

-- Writes one answer. Internal: the caller has checked whose it is.
-- resultado: ok, sin_cambio, no_permitido (not finished), falta_comentario.
CREATE OR REPLACE FUNCTION portal.conformidad_anotar(e portal.etapa, v portal.vinculo, p_parte text, p_conforme boolean,
    p_comentario text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_dicho text := nullif(btrim(p_comentario), '');
BEGIN
    IF e.estado NOT IN ('CULMINADA', 'VALIDADA') OR e.heredada_de IS NOT NULL OR e.tipo = 'ESTADO' THEN
        RETURN 'no_permitido';
    ELSIF NOT p_conforme AND v_dicho IS NULL THEN
        RETURN 'falta_comentario';
    ELSIF (CASE p_parte WHEN 'JEFE' THEN e.conforme_jefe ELSE e.conforme_servidor END) IS NOT DISTINCT FROM p_conforme
        AND (CASE p_parte WHEN 'JEFE' THEN e.comentario_jefe ELSE e.comentario_servidor END) IS NOT DISTINCT FROM v_dicho THEN
        RETURN 'sin_cambio';
    END IF;
    IF p_parte = 'JEFE' THEN
        UPDATE portal.etapa SET conforme_jefe = p_conforme, conforme_jefe_en = now(), comentario_jefe = v_dicho
        WHERE id = e.id;
    ELSE
        UPDATE portal.etapa SET conforme_servidor = p_conforme, conforme_servidor_en = now(), comentario_servidor = v_dicho
        WHERE id = e.id;
    END IF;
    PERFORM portal.evento_anotar(v, CASE WHEN p_conforme THEN 'CONFORMIDAD' ELSE 'DISCONFORMIDAD' END, NULL,
        jsonb_strip_nulls(jsonb_build_object('etapa_id', e.id, 'etapa', portal.etapa_en_palabras(e.tipo),
            'parte', CASE p_parte WHEN 'JEFE' THEN 'Jefe inmediato' ELSE 'Servidor' END, 'comentario', v_dicho)));
    RETURN 'ok';
END $$;

-- Of whoever is signed in: a servidor of their own stages, a jefe of stage C of their people.
CREATE OR REPLACE FUNCTION portal.conformidad_dar(p_etapa_id bigint, p_conforme boolean, p_comentario text)
    RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    e portal.etapa;
    v portal.vinculo;
    v_parte text := portal.conformidad_parte(p_etapa_id);
BEGIN
    IF v_parte IS NULL THEN
        resultado := 'no_encontrado';
    ELSE
        SELECT x.* INTO e FROM portal.etapa x WHERE x.id = p_etapa_id FOR UPDATE;
        SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = e.vinculo_id;
        resultado := portal.conformidad_anotar(e, v, v_parte, p_conforme, p_comentario);
    END IF;
    RETURN NEXT;
END $$;

-- As whom whoever is signed in answers for a stage; NULL when not at all.
CREATE OR REPLACE FUNCTION portal.conformidad_parte(p_etapa_id bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN e.tipo = 'ESTADO' THEN NULL
                WHEN v.persona_id = portal.ambito_propio() AND portal.actual_rol() = 'SERVIDOR' THEN 'SERVIDOR'
                WHEN v.jefe_persona_id = portal.ambito_jefe() AND e.tipo = 'ESPECIFICA' THEN 'JEFE' END
    FROM portal.etapa e JOIN portal.vinculo v ON v.id = e.vinculo_id
    WHERE e.id = p_etapa_id AND e.entidad_id = portal.actual_entidad() $$;

-- What was answered, as a sentence; NULL when nothing was.
CREATE OR REPLACE FUNCTION portal.conformidad_en_palabras(e portal.etapa) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT nullif(concat_ws(' ',
        CASE WHEN e.conforme_servidor THEN 'La persona confirmó que la recibió'
             WHEN NOT e.conforme_servidor THEN 'La persona dice que no la recibió' END
        || to_char(e.conforme_servidor_en AT TIME ZONE 'America/Lima', ' (DD/MM/YYYY)')
        || coalesce(': «' || e.comentario_servidor || '».', '.'),
        CASE WHEN e.conforme_jefe THEN 'Su jefe está conforme' WHEN NOT e.conforme_jefe THEN 'Su jefe no está conforme' END
        || to_char(e.conforme_jefe_en AT TIME ZONE 'America/Lima', ' (DD/MM/YYYY)')
        || coalesce(': «' || e.comentario_jefe || '».', '.')), '') $$;

-- --- the link of a jefe ---

-- Who the jefe of a vinculo is: the person, or the name when they have no vinculo here.
CREATE OR REPLACE FUNCTION portal.jefe_clave(v portal.vinculo) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT coalesce('P' || v.jefe_persona_id, 'N' || nullif(portal.portal_buscable(v.jefe_nombre), '')) $$;

-- Whom a jefe leads in an entity today. Internal.
CREATE OR REPLACE FUNCTION portal.jefe_personas(p_entidad_id bigint, p_clave text) RETURNS SETOF portal.vinculo
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF p_clave LIKE 'P%' THEN
        RETURN QUERY SELECT v.* FROM portal.vinculo v
            WHERE v.jefe_persona_id = substr(p_clave, 2)::bigint AND v.entidad_id = p_entidad_id
              AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy());
    ELSE
        RETURN QUERY SELECT v.* FROM portal.vinculo v
            WHERE v.entidad_id = p_entidad_id AND v.jefe_persona_id IS NULL AND v.jefe_nombre IS NOT NULL
              AND portal.portal_buscable(v.jefe_nombre) = substr(p_clave, 2)
              AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy());
    END IF;
END $$;

-- Does something wait for that jefe there? Internal.
CREATE OR REPLACE FUNCTION portal.jefe_espera(p_entidad_id bigint, p_clave text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT EXISTS (SELECT FROM portal.jefe_personas(p_entidad_id, p_clave) v JOIN portal.etapa e ON e.vinculo_id = v.id
                   WHERE e.tipo = 'ESPECIFICA' AND e.heredada_de IS NULL
                     AND (portal.etapa_abierta(e.estado) OR (e.estado = 'CULMINADA' AND e.conforme_jefe IS NULL))) $$;

-- ok, nada (the task is done), vencido, anulado, no_encontrado. A jefe who left the entity has no link.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_estado(k portal.jefe_enlace) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    RETURN CASE
        WHEN k.id IS NULL THEN 'no_encontrado'
        WHEN k.anulado_en IS NOT NULL OR (k.persona_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM portal.vinculo v WHERE v.persona_id = k.persona_id AND v.entidad_id = k.entidad_id
               AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy()))) THEN 'anulado'
        WHEN NOT portal.jefe_espera(k.entidad_id, k.clave) THEN 'nada'
        WHEN k.vence_el < portal.hoy() THEN 'vencido'
        ELSE 'ok' END;
END $$;

CREATE OR REPLACE FUNCTION portal.jefe_enlace_de(p_token_hash text) RETURNS SETOF portal.jefe_enlace
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT k.* FROM portal.jefe_enlace k
    WHERE p_token_hash ~ '^[0-9a-f]{64}$' AND k.token_hash = decode(p_token_hash, 'hex') $$;

-- What the ORH sees before it hands a link over: for whom, for how many, until when, and the one that
-- is in force.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_previo(p_vinculo_id bigint)
RETURNS TABLE (jefe text, correo text, personas integer, vence_el date, vivo_id bigint, vivo_desde timestamptz, vivo_hasta date)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v portal.vinculo;
    v_clave text;
BEGIN
    SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = p_vinculo_id AND x.entidad_id = portal.ambito_orh();
    IF NOT FOUND THEN
        RETURN;
    END IF;
    v_clave := portal.jefe_clave(v);
    SELECT count(DISTINCT w.id)::integer,
           greatest(max(e.fecha_limite), portal.hoy()) + portal.parametro_int('enlace_jefe_dias', 15)
    INTO personas, vence_el
    FROM portal.jefe_personas(v.entidad_id, v_clave) w JOIN portal.etapa e ON e.vinculo_id = w.id
    WHERE e.tipo = 'ESPECIFICA' AND e.heredada_de IS NULL
      AND (portal.etapa_abierta(e.estado) OR (e.estado = 'CULMINADA' AND e.conforme_jefe IS NULL));
    SELECT k.id, k.creado_en, k.vence_el INTO vivo_id, vivo_desde, vivo_hasta
    FROM portal.jefe_enlace k
    WHERE k.entidad_id = v.entidad_id AND k.clave = v_clave AND k.anulado_en IS NULL AND k.vence_el >= portal.hoy();
    jefe := v.jefe_nombre;
    correo := (SELECT p.correo FROM portal.persona p WHERE p.id = v.jefe_persona_id);
    RETURN NEXT;
END $$;

-- A new link for the jefe of a vinculo; the one before ends. resultado: ok, no_encontrado, sin_jefe, nada.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_crear(p_vinculo_id bigint, p_token_hash text, p_correo text, p_asunto text,
    p_cuerpo text) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v portal.vinculo;
    r record;
    v_id bigint;
BEGIN
    SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = p_vinculo_id AND x.entidad_id = portal.ambito_orh();
    SELECT * INTO r FROM portal.jefe_enlace_previo(p_vinculo_id);
    resultado := CASE WHEN v.id IS NULL THEN 'no_encontrado' WHEN portal.jefe_clave(v) IS NULL THEN 'sin_jefe'
                      WHEN r.personas = 0 THEN 'nada' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        -- Two that are made at once: the second ends the first.
        PERFORM pg_advisory_xact_lock(hashtextextended(v.entidad_id || portal.jefe_clave(v), 75));
        UPDATE portal.jefe_enlace SET anulado_en = now(), anulado_por = 'OTRO'
        WHERE entidad_id = v.entidad_id AND clave = portal.jefe_clave(v) AND anulado_en IS NULL;
        INSERT INTO portal.jefe_enlace (token_hash, entidad_id, persona_id, clave, nombre, vence_el)
        VALUES (decode(p_token_hash, 'hex'), v.entidad_id, v.jefe_persona_id, portal.jefe_clave(v), v.jefe_nombre, r.vence_el)
        RETURNING id INTO v_id;
        IF p_correo IS NOT NULL THEN
            PERFORM portal.correo_encolar('jefe-enlace-' || v_id, p_correo, p_asunto, p_cuerpo,
                                          'Enlace personal del jefe', true, NULL);
        END IF;
    END IF;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.jefe_enlace_anular(p_vinculo_id bigint) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.jefe_enlace k SET anulado_en = now(), anulado_por = 'ORH'
    FROM portal.vinculo v
    WHERE v.id = p_vinculo_id AND v.entidad_id = portal.ambito_orh() AND k.entidad_id = v.entidad_id
      AND k.clave = portal.jefe_clave(v) AND k.anulado_en IS NULL;
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'sin_cambio' END;
    RETURN NEXT;
END $$;

-- Another jefe, or somebody who left: a link without people left ends, and does not come back with them.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_seguir() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.jefe_enlace k SET anulado_en = now(), anulado_por = 'CAMBIO'
    WHERE k.entidad_id = OLD.entidad_id AND k.anulado_en IS NULL
      AND ((k.clave = portal.jefe_clave(OLD) AND NOT EXISTS (SELECT FROM portal.jefe_personas(OLD.entidad_id, k.clave)))
           OR (k.persona_id = OLD.persona_id AND NEW.fecha_cese < portal.hoy()));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t40_jefe_enlace AFTER UPDATE ON portal.vinculo
    FOR EACH ROW WHEN ((OLD.jefe_persona_id, OLD.jefe_nombre, OLD.fecha_cese)
        IS DISTINCT FROM (NEW.jefe_persona_id, NEW.jefe_nombre, NEW.fecha_cese))
    EXECUTE FUNCTION portal.jefe_enlace_seguir();

-- For whoever holds the token; it writes nothing. Names show while there is something to do or undo.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_ver(p_token_hash text)
RETURNS TABLE (resultado text, nombre text, entidad text, vence_el date)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    k portal.jefe_enlace;
BEGIN
    SELECT * INTO k FROM portal.jefe_enlace_de(p_token_hash);
    resultado := portal.jefe_enlace_estado(k);
    IF resultado IN ('ok', 'nada') THEN
        SELECT n.nombre, k.nombre, k.vence_el INTO entidad, nombre, vence_el FROM portal.entidad n WHERE n.id = k.entidad_id;
    END IF;
    RETURN NEXT;
END $$;

-- What that jefe has to do, person by person: what the task needs and nothing else of them. The
-- day they finish a stage they may still undo it.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_tareas(p_token_hash text)
RETURNS TABLE (vinculo_id bigint, nombre text, puesto text, ingreso date, clase text, id bigint, version integer,
               titulo text, limite date, fecha date, abierta boolean, deshacible boolean, pregunta boolean, nota text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    k portal.jefe_enlace;
BEGIN
    SELECT * INTO k FROM portal.jefe_enlace_de(p_token_hash);
    IF k.vence_el < portal.hoy() OR portal.jefe_enlace_estado(k) NOT IN ('ok', 'nada') THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT v.id, v.nombre_completo, v.puesto, v.fecha_ingreso, 'e', e.id, e.version,
           'Terminó su inducción específica al puesto', e.fecha_limite, e.fecha_fin, portal.etapa_abierta(e.estado),
           e.estado = 'CULMINADA' AND coalesce(e.conforme_jefe, false)
               AND (e.conforme_jefe_en AT TIME ZONE 'America/Lima')::date = portal.hoy(),
           e.estado = 'CULMINADA' AND e.conforme_jefe IS NULL,
           CASE WHEN e.estado = 'OBSERVADA' THEN e.motivo END
    FROM portal.jefe_personas(k.entidad_id, k.clave) v JOIN portal.etapa e ON e.vinculo_id = v.id
    WHERE e.tipo = 'ESPECIFICA' AND e.heredada_de IS NULL
      AND (portal.etapa_abierta(e.estado) OR (e.estado = 'CULMINADA' AND (e.conforme_jefe IS NULL
           OR (e.conforme_jefe_en AT TIME ZONE 'America/Lima')::date = portal.hoy())))
    ORDER BY v.orden_nombre, v.id, e.id
    LIMIT 200;
END $$;

-- What a page of tasks sends: a line each, "class|id|version|date|text". What is not so is left out.
CREATE OR REPLACE FUNCTION portal.tareas_pedidas(p_pedido text)
    RETURNS TABLE (clase text, id bigint, version integer, fecha date, dicho text)
LANGUAGE sql IMMUTABLE ROWS 50 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT m[1], m[2]::bigint, m[3]::integer, nullif(m[4], '')::date, nullif(m[5], '')
    FROM (SELECT regexp_match(x, '^([a-z])\|([0-9]{1,18})\|([0-9]{1,9})\|([0-9]{4}-[0-9]{2}-[0-9]{2}|)\|(.*)$') AS m
          FROM string_to_table(p_pedido, E'\n') AS x) y
    WHERE m IS NOT NULL LIMIT 400 $$;

-- One line of the jefe's page, in the scope of their link. Internal.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_hacer(k portal.jefe_enlace, p_clase text, p_id bigint, p_version integer,
    p_fecha date, p_dicho text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    e portal.etapa;
    v portal.vinculo;
BEGIN
    SELECT x.* INTO e FROM portal.etapa x WHERE x.id = p_id AND x.tipo = 'ESPECIFICA' AND x.entidad_id = k.entidad_id FOR UPDATE;
    SELECT x.* INTO v FROM portal.jefe_personas(k.entidad_id, k.clave) x WHERE x.id = e.vinculo_id;
    RETURN CASE
        WHEN v.id IS NULL THEN 'no_encontrado'
        WHEN p_clase = 'e' THEN (SELECT m.resultado FROM portal.etapa_marcar(p_id, p_version, 'CULMINADA', p_fecha, NULL) m)
        WHEN p_clase = 'u' THEN (SELECT m.resultado FROM portal.etapa_marcar(p_id, p_version, 'PENDIENTE', NULL, NULL) m)
        WHEN p_clase IN ('s', 'n') THEN portal.conformidad_anotar(e, v, 'JEFE', p_clase = 's', p_dicho)
        ELSE 'no_permitido' END;
END $$;

-- All or nothing: the caller rolls back when any failed. The scope of the link is that of a jefe, so that the state
-- machine judges it as one; afterwards it is again that of whoever is signed in.
-- resultado: ok, vencido, anulado, no_encontrado.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_marcar(p_token_hash text, p_pedido text)
    RETURNS TABLE (resultado text, hechas integer, fallidas integer, detalle text, quedan boolean)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_ambito constant text[] := '{usuario,persona,asignacion,rol,entidad,entidades,sesion}';
    v_antes text[] := ARRAY(SELECT coalesce(current_setting('portal.' || x, true), '') FROM unnest(c_ambito) x);
    k portal.jefe_enlace;
    r record;
    v_fue text;
BEGIN
    SELECT * INTO k FROM portal.jefe_enlace_de(p_token_hash);
    PERFORM FROM portal.jefe_enlace x WHERE x.id = k.id FOR UPDATE;
    resultado := CASE WHEN portal.jefe_enlace_estado(k) = 'nada' THEN CASE WHEN k.vence_el < portal.hoy() THEN 'vencido' ELSE 'ok' END
                      ELSE portal.jefe_enlace_estado(k) END;
    hechas := 0;
    fallidas := 0;
    IF resultado = 'ok' THEN
        PERFORM portal.ambito_fijar(NULL, k.persona_id, NULL, 'JEFE', k.entidad_id, NULL, NULL),
                set_config('portal.via', 'Enlace del jefe ' || k.nombre, true);
        FOR r IN SELECT p.* FROM portal.tareas_pedidas(p_pedido) p ORDER BY p.clase = 'e', p.id LOOP
            v_fue := portal.jefe_enlace_hacer(k, r.clase, r.id, r.version, r.fecha, r.dicho);
            IF v_fue IN ('ok', 'sin_cambio') THEN
                hechas := hechas + 1;
            ELSE
                fallidas := fallidas + 1;
                detalle := CASE WHEN fallidas <= 5 THEN concat_ws('; ', detalle, coalesce((
                    SELECT x.nombre_completo FROM portal.etapa e
                    JOIN portal.jefe_personas(k.entidad_id, k.clave) x ON x.id = e.vinculo_id WHERE e.id = r.id),
                    'Una persona que ya no está a su cargo') || ': ' || portal.etapa_rechazo(v_fue)) ELSE detalle END;
            END IF;
        END LOOP;
        quedan := portal.jefe_espera(k.entidad_id, k.clave);
        -- The task is over, and with the day the link is.
        IF NOT quedan THEN
            UPDATE portal.jefe_enlace x SET vence_el = least(x.vence_el, portal.hoy()) WHERE x.id = k.id;
        END IF;
        PERFORM set_config('portal.' || c_ambito[i], v_antes[i], true) FROM generate_subscripts(c_ambito, 1) i;
        PERFORM set_config('portal.via', '', true);
    END IF;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.conformidad_dar, portal.conformidad_parte, portal.conformidad_en_palabras,
    portal.conformidad_rareza, portal.jefe_clave, portal.jefe_enlace_previo, portal.jefe_enlace_crear,
    portal.jefe_enlace_anular, portal.jefe_enlace_ver, portal.jefe_enlace_tareas, portal.jefe_enlace_marcar,
    portal.tareas_pedidas TO portal_app;
