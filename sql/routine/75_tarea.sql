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

-- --- tasks ---

CREATE OR REPLACE FUNCTION portal.le_toca(p_quien text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p_quien WHEN 'ORH' THEN 'le toca a la ORH' WHEN 'JEFE' THEN 'le toca al jefe inmediato'
        WHEN 'SERVIDOR' THEN 'le toca al servidor' ELSE 'le toca al tutor' END $$;

-- May whoever is signed in mark this task? The ORH all of its entity; a jefe theirs and the tutor's, a servidor
-- their own. In the scope of a jefe's link the caller has checked whose people they are.
CREATE OR REPLACE FUNCTION portal.actividad_puede(a portal.actividad, v portal.vinculo) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT coalesce(CASE portal.actual_rol()
        WHEN 'JEFE' THEN a.quien IN ('JEFE', 'TUTOR')
            AND (v.jefe_persona_id = portal.ambito_jefe() OR nullif(current_setting('portal.via', true), '') IS NOT NULL)
        WHEN 'SERVIDOR' THEN a.quien = 'SERVIDOR' AND v.persona_id = portal.ambito_propio()
        ELSE a.entidad_id = portal.ambito_orh() END, false) $$;

-- Why a task may not be marked so; 'ok' when it may. A date before the entry counts when the plan asks for it.
CREATE OR REPLACE FUNCTION portal.actividad_juzgar(a portal.actividad, e portal.etapa, v portal.vinculo, p_estado text,
    p_fecha date, p_motivo text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE
        WHEN NOT portal.actividad_puede(a, v) OR a.estado = p_estado OR p_estado NOT IN ('HECHA', 'NO_APLICA', 'PENDIENTE')
            OR (p_estado = 'NO_APLICA' AND portal.actual_rol() = 'SERVIDOR') THEN 'no_permitido'
        WHEN NOT portal.etapa_abierta(e.estado) THEN 'etapa_cerrada'
        WHEN v.fecha_cese < portal.hoy() THEN 'cesado'
        WHEN p_estado = 'NO_APLICA' AND coalesce(btrim(p_motivo), '') = '' THEN 'falta_motivo'
        WHEN p_estado = 'HECHA' AND p_fecha IS NULL THEN 'falta_fecha'
        WHEN p_estado = 'HECHA' AND p_fecha > portal.hoy() THEN 'fecha_futura'
        WHEN p_estado = 'HECHA' AND p_fecha < least(v.fecha_ingreso, a.fecha_prevista) THEN 'fecha_antes_de_ingreso'
        WHEN p_estado = 'HECHA' AND p_fecha > v.fecha_cese THEN 'fecha_despues_de_cese'
        ELSE 'ok' END $$;

-- resultado: ok, sin_cambio, no_encontrado, conflicto, and those of actividad_juzgar().
CREATE OR REPLACE FUNCTION portal.actividad_marcar(p_id bigint, p_version integer, p_estado text, p_fecha date,
    p_motivo text) RETURNS TABLE (resultado text, vinculo_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    a portal.actividad;
    e portal.etapa;
    v portal.vinculo;
BEGIN
    -- The stage first, as whoever closes it does. FOR UPDATE applies the policy of UPDATE: whoever may only look finds
    -- nothing.
    PERFORM portal.etapa_tomar(p_id);
    SELECT x.* INTO a FROM portal.actividad x WHERE x.id = p_id FOR UPDATE;
    SELECT x.* INTO e FROM portal.etapa x WHERE x.id = a.etapa_id;
    SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = a.vinculo_id;
    vinculo_id := v.id;
    resultado := CASE
        WHEN v.id IS NULL THEN 'no_encontrado'
        WHEN a.estado = p_estado AND a.version = p_version + 1 AND (p_estado <> 'HECHA' OR a.hecha_el = p_fecha)
             AND a.motivo IS NOT DISTINCT FROM nullif(btrim(p_motivo), '') THEN 'sin_cambio'
        WHEN a.version <> p_version THEN 'conflicto'
        ELSE portal.actividad_juzgar(a, e, v, p_estado, p_fecha, p_motivo) END;
    IF resultado = 'ok' THEN
        UPDATE portal.actividad x SET estado = p_estado,
            hecha_el = CASE WHEN p_estado = 'HECHA' THEN p_fecha END,
            hecha_por = CASE WHEN p_estado <> 'PENDIENTE' THEN portal.actual_usuario() END,
            hecha_por_texto = CASE WHEN p_estado <> 'PENDIENTE' THEN left(nullif(current_setting('portal.via', true), ''), 100) END,
            motivo = nullif(btrim(p_motivo), '')
        WHERE x.id = p_id;
        PERFORM portal.tarea_evento(v, CASE p_estado WHEN 'HECHA' THEN 'TAREA_HECHA' WHEN 'NO_APLICA' THEN 'TAREA_NO_APLICA'
                                            ELSE 'TAREA_DESHECHA' END, CASE WHEN p_estado = 'HECHA' THEN p_fecha END,
            jsonb_strip_nulls(jsonb_build_object('etapa_id', a.etapa_id, 'tarea', a.titulo,
                'motivo', nullif(btrim(p_motivo), ''))));
    END IF;
    RETURN NEXT;
END $$;

-- Takes the stage of a task until the end of the transaction, so that it is not closed meanwhile. Definer: a servidor
-- may not touch a stage. It tells nothing.
CREATE OR REPLACE FUNCTION portal.etapa_tomar(p_actividad_id bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM FROM portal.etapa e WHERE e.id = (SELECT a.etapa_id FROM portal.actividad a WHERE a.id = p_actividad_id) FOR UPDATE;
END $$;

-- The event of a tick. Definer: a servidor writes no other events. Internal, checked by actividad_marcar().
CREATE OR REPLACE FUNCTION portal.tarea_evento(v portal.vinculo, p_tipo text, p_fecha date, p_datos jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF p_tipo NOT LIKE 'TAREA\_%' OR NOT (v.entidad_id IS NOT DISTINCT FROM portal.actual_entidad())
        OR NOT EXISTS (SELECT FROM portal.vinculo x WHERE x.id = v.id AND x.entidad_id = v.entidad_id
                          AND x.persona_id = v.persona_id
                          AND (x.entidad_id = portal.ambito_orh() OR x.persona_id = portal.ambito_propio()
                               OR portal.actual_rol() = 'JEFE')) THEN
        RAISE EXCEPTION 'no scope' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM portal.evento_anotar(v, p_tipo, p_fecha, p_datos);
END $$;

-- The first task that is done begins its stage: a consequence, no role's move.
CREATE OR REPLACE FUNCTION portal.etapa_empezar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_rol text := coalesce(current_setting('portal.rol', true), '');
BEGIN
    PERFORM set_config('portal.rol', '', true);
    UPDATE portal.etapa e SET estado = 'EN_CURSO', fecha_inicio = least(e.fecha_inicio, greatest(NEW.hecha_el, v.fecha_ingreso))
    FROM portal.vinculo v
    WHERE e.id = NEW.etapa_id AND v.id = e.vinculo_id
      AND (e.estado = 'PENDIENTE' OR (e.estado = 'EN_CURSO' AND e.fecha_inicio > greatest(NEW.hecha_el, v.fecha_ingreso)));
    PERFORM set_config('portal.rol', v_rol, true);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t20_empezar AFTER UPDATE ON portal.actividad
    FOR EACH ROW WHEN (NEW.estado = 'HECHA' AND OLD.estado <> 'HECHA') EXECUTE FUNCTION portal.etapa_empezar();

-- Done without the file that its plan asks for, or about to be.
CREATE OR REPLACE FUNCTION portal.actividad_sin_evidencia(a portal.actividad) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT a.pide_evidencia AND a.estado <> 'NO_APLICA'
       AND NOT EXISTS (SELECT FROM portal.evidencia x WHERE x.actividad_id = a.id) $$;

-- What keeps a stage from being finished, in words; NULL when nothing does. p_del_jefe: also what the jefe does, who ticks
-- it and hands in its file with the end of the stage. Internal: it asks nobody who they are.
CREATE OR REPLACE FUNCTION portal.etapa_falta_de(p_etapa_id bigint, p_del_jefe boolean) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT string_agg(CASE a.estado WHEN 'PENDIENTE' THEN '' ELSE 'la evidencia de ' END
                      || '«' || a.titulo || '» (' || portal.le_toca(a.quien) || ')', '; ' ORDER BY a.fecha_prevista, a.id)
    FROM portal.actividad a
    WHERE a.etapa_id = p_etapa_id AND a.obligatoria AND (p_del_jefe OR a.quien NOT IN ('JEFE', 'TUTOR'))
      AND (a.estado = 'PENDIENTE' OR portal.actividad_sin_evidencia(a)) $$;

-- The same for whoever is signed in, of their entity or of all.
CREATE OR REPLACE FUNCTION portal.etapa_falta(p_etapa_id bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT portal.etapa_falta_de(e.id, true) FROM portal.etapa e
    WHERE e.id = p_etapa_id AND portal.actual_rol() IS NOT NULL
      AND (portal.ve_todo() OR e.entidad_id = portal.actual_entidad() OR e.entidad_id = ANY (portal.ambito_gestor())) $$;

-- The tasks that a page of many marks: "t" done, "v" undone. All or nothing by the caller. detalle: the first five.
CREATE OR REPLACE FUNCTION portal.actividad_marcar_varias(p_pedido text)
    RETURNS TABLE (hechas integer, fallidas integer, detalle text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    r record;
    v_que text;
BEGIN
    hechas := 0;
    fallidas := 0;
    FOR r IN SELECT p.id, m.resultado
             FROM (SELECT DISTINCT ON (x.id) x.* FROM portal.tareas_pedidas(p_pedido) x
                   WHERE x.clase IN ('t', 'v') ORDER BY x.id LIMIT 200) p,
                  LATERAL portal.actividad_marcar(p.id, p.version, CASE p.clase WHEN 't' THEN 'HECHA' ELSE 'PENDIENTE' END,
                                                  p.fecha, NULL) m
    LOOP
        IF r.resultado IN ('ok', 'sin_cambio') THEN
            hechas := hechas + 1;
        ELSE
            fallidas := fallidas + 1;
            IF fallidas <= 5 THEN
                SELECT v.nombre_completo || ', «' || a.titulo || '»' INTO v_que
                FROM portal.actividad a JOIN portal.vinculo v ON v.id = a.vinculo_id WHERE a.id = r.id;
                detalle := concat_ws('; ', detalle, coalesce(v_que, 'Una tarea que ya no puede ver') || ': '
                    || portal.etapa_rechazo(r.resultado));
            END IF;
        END IF;
    END LOOP;
    IF fallidas > 5 THEN
        detalle := detalle || format('; y %s más', fallidas - 5);
    END IF;
    RETURN NEXT;
END $$;

-- A file of a task, by whoever may mark it, as long as its stage is open or waits for review; with a date it is done.
-- resultado: ok, ya_estaba, no_encontrado, cerrada, demasiadas, and those of actividad_marcar().
CREATE OR REPLACE FUNCTION portal.actividad_evidencia(p_id bigint, p_version integer, p_sha256 text, p_tipo text,
    p_bytes integer, p_nombre text, p_fecha date) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    a portal.actividad;
    v portal.vinculo;
BEGIN
    SELECT x.* INTO a FROM portal.actividad x WHERE x.id = p_id;
    SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = a.vinculo_id;
    resultado := CASE WHEN a.id IS NULL THEN 'no_encontrado'
        WHEN NOT portal.actividad_admite(a, v) THEN 'cerrada'
        WHEN (SELECT count(*) FROM portal.evidencia x WHERE x.actividad_id = p_id) >= 10 THEN 'demasiadas' ELSE 'ok' END;
    IF resultado = 'ok' AND a.estado = 'PENDIENTE' AND p_fecha IS NOT NULL THEN
        SELECT m.resultado INTO resultado FROM portal.actividad_marcar(p_id, p_version, 'HECHA', p_fecha, NULL) m;
    END IF;
    IF resultado IN ('ok', 'sin_cambio') THEN
        INSERT INTO portal.evidencia (etapa_id, actividad_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre)
        VALUES (a.etapa_id, a.id, a.vinculo_id, a.entidad_id, p_sha256, p_tipo, p_bytes, p_nombre)
        ON CONFLICT ON CONSTRAINT evidencia_etapa_id_key DO NOTHING;
        resultado := CASE WHEN FOUND THEN 'ok' ELSE 'ya_estaba' END;
    END IF;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.actividad_admite(a portal.actividad, v portal.vinculo) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT portal.actividad_puede(a, v) AND a.estado <> 'NO_APLICA'
       AND EXISTS (SELECT FROM portal.etapa e WHERE e.id = a.etapa_id AND e.heredada_de IS NULL
                      AND e.estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA', 'CULMINADA')) $$;

-- One's own mail and phone, corrected by oneself; the ORH reads it in the history. resultado: ok, sin_cambio, no_encontrado.
CREATE OR REPLACE FUNCTION portal.contacto_propio(p_correo text, p_celular text) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    p portal.persona;
BEGIN
    SELECT x.* INTO p FROM portal.persona x WHERE x.id = portal.ambito_propio() FOR UPDATE;
    resultado := CASE WHEN p.id IS NULL THEN 'no_encontrado'
        WHEN (p.correo, p.celular) IS NOT DISTINCT FROM (p_correo, p_celular) THEN 'sin_cambio' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        UPDATE portal.persona x SET correo = p_correo, celular = p_celular WHERE x.id = p.id;
        PERFORM portal.evento_anotar(v, 'CORRECCION', NULL, jsonb_build_object('cambios', portal.jsonb_cambios(
            jsonb_build_object('correo', p.correo, 'celular', p.celular),
            jsonb_build_object('correo', p_correo, 'celular', p_celular))))
        FROM portal.vinculo v
        WHERE v.persona_id = p.id AND v.entidad_id = portal.actual_entidad()
          AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy());
    END IF;
    RETURN NEXT;
END $$;

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

-- The stages in which something waits for that jefe there: their word on stage C, a task of theirs, or the file that an
-- obligatory one still owes. Internal.
CREATE OR REPLACE FUNCTION portal.jefe_etapas(p_entidad_id bigint, p_clave text) RETURNS SETOF portal.etapa
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT e.* FROM portal.jefe_personas(p_entidad_id, p_clave) v JOIN portal.etapa e ON e.vinculo_id = v.id
    WHERE (e.tipo = 'ESPECIFICA' AND e.heredada_de IS NULL
           AND (portal.etapa_abierta(e.estado) OR (e.estado = 'CULMINADA' AND e.conforme_jefe IS NULL)))
       OR (portal.etapa_abierta(e.estado) AND EXISTS (
           SELECT FROM portal.actividad a WHERE a.etapa_id = e.id AND a.quien IN ('JEFE', 'TUTOR')
              AND (a.estado = 'PENDIENTE' OR (a.obligatoria AND portal.actividad_sin_evidencia(a))))) $$;

CREATE OR REPLACE FUNCTION portal.jefe_espera(p_entidad_id bigint, p_clave text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT EXISTS (SELECT FROM portal.jefe_etapas(p_entidad_id, p_clave)) $$;

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
    SELECT count(DISTINCT e.vinculo_id)::integer,
           greatest(max(e.fecha_limite), portal.hoy()) + portal.parametro_int('enlace_jefe_dias', 15)
    INTO personas, vence_el
    FROM portal.jefe_etapas(v.entidad_id, v_clave) e;
    SELECT k.id, k.creado_en, k.vence_el INTO vivo_id, vivo_desde, vivo_hasta
    FROM portal.jefe_enlace k
    WHERE k.entidad_id = v.entidad_id AND k.clave = v_clave AND k.anulado_en IS NULL AND k.vence_el >= portal.hoy();
    jefe := v.jefe_nombre;
    -- What this entity wrote: the address of its last link to them, or of a person that no other entity knows.
    correo := coalesce(
        (SELECT k.correo FROM portal.jefe_enlace k
         WHERE k.entidad_id = v.entidad_id AND k.clave = v_clave AND k.correo IS NOT NULL ORDER BY k.id DESC LIMIT 1),
        (SELECT p.correo FROM portal.persona p WHERE p.id = v.jefe_persona_id
         AND NOT EXISTS (SELECT FROM portal.vinculo x WHERE x.persona_id = p.id AND x.entidad_id <> v.entidad_id)));
    RETURN NEXT;
END $$;

-- A new link for the jefe of a vinculo; the one before ends. resultado: ok, no_encontrado, sin_jefe, nada, limite (no
-- more mails today from this account).
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
    IF resultado = 'ok' AND p_correo IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('correo-jefe-' || portal.actual_usuario(), 75));
        IF (SELECT count(*) FROM portal.jefe_enlace k
            WHERE k.creado_por = portal.actual_usuario() AND k.correo IS NOT NULL AND k.creado_en >= portal.hoy()::timestamp AT TIME ZONE 'America/Lima')
                >= portal.parametro_int('enlace_jefe_correos_dia', 40) THEN
            resultado := 'limite';
        END IF;
    END IF;
    IF resultado = 'ok' THEN
        -- Two that are made at once: the second ends the first.
        PERFORM pg_advisory_xact_lock(hashtextextended(v.entidad_id || portal.jefe_clave(v), 75));
        UPDATE portal.jefe_enlace SET anulado_en = now(), anulado_por = 'OTRO'
        WHERE entidad_id = v.entidad_id AND clave = portal.jefe_clave(v) AND anulado_en IS NULL;
        INSERT INTO portal.jefe_enlace (token_hash, entidad_id, persona_id, clave, nombre, vence_el, correo)
        VALUES (decode(p_token_hash, 'hex'), v.entidad_id, v.jefe_persona_id, portal.jefe_clave(v), v.jefe_nombre, r.vence_el, p_correo)
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
DROP FUNCTION IF EXISTS portal.jefe_enlace_ver(text);
CREATE FUNCTION portal.jefe_enlace_ver(p_token_hash text)
RETURNS TABLE (resultado text, id bigint, nombre text, entidad text, vence_el date)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    k portal.jefe_enlace;
BEGIN
    SELECT * INTO k FROM portal.jefe_enlace_de(p_token_hash);
    resultado := portal.jefe_enlace_estado(k);
    IF resultado IN ('ok', 'nada') THEN
        SELECT k.id, n.nombre, k.nombre, k.vence_el INTO id, entidad, nombre, vence_el FROM portal.entidad n WHERE n.id = k.entidad_id;
    END IF;
    RETURN NEXT;
END $$;

-- A look through a link is a look at each person whom it shows.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_mirar(p_enlace_id bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    INSERT INTO portal.acceso (usuario_id, rol, tabla, registro_id, persona_id, entidad_id)
    SELECT portal.actual_usuario(), coalesce(portal.actual_rol(), 'JEFE'), 'jefe_enlace', k.id::text, v.persona_id, k.entidad_id
    FROM portal.jefe_enlace k, portal.jefe_personas(k.entidad_id, k.clave) v WHERE k.id = p_enlace_id
$$;

-- What that jefe has to do, person by person: what the task needs and nothing else of them. The
-- day they finish a stage they may still undo it. A hundred lines at once, what waits for them first; siguen: more wait.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_tareas(p_token_hash text)
RETURNS TABLE (vinculo_id bigint, nombre text, puesto text, ingreso date, clase text, id bigint, version integer,
               titulo text, limite date, fecha date, abierta boolean, deshacible boolean, pregunta boolean, archivo boolean,
               nota text, siguen boolean)
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
    SELECT x.vinculo_id, x.nombre, x.puesto, x.ingreso, x.clase, x.id, x.version, x.titulo, x.limite, x.fecha, x.abierta,
           x.deshacible, x.pregunta, x.archivo, x.nota, x.esperan > 100
    FROM (SELECT y.*, count(*) FILTER (WHERE y.abierta OR y.pregunta OR y.archivo) OVER () AS esperan,
                 row_number() OVER (ORDER BY NOT (y.abierta OR y.pregunta OR y.archivo), y.orden_nombre, y.vinculo_id, y.clase DESC,
                                    y.limite, y.id) AS lugar
    FROM (
    SELECT v.orden_nombre, v.id AS vinculo_id, v.nombre_completo AS nombre, v.puesto, v.fecha_ingreso AS ingreso,
           't' AS clase, a.id, a.version, a.titulo, a.fecha_prevista AS limite, a.hecha_el AS fecha, a.estado = 'PENDIENTE' AS abierta,
           a.estado = 'HECHA' AS deshacible, false AS pregunta, portal.actividad_sin_evidencia(a) AS archivo,
           CASE WHEN a.pide_evidencia AND NOT portal.actividad_sin_evidencia(a) THEN 'Su evidencia ya está.' END AS nota
    FROM portal.jefe_personas(k.entidad_id, k.clave) v JOIN portal.actividad a ON a.vinculo_id = v.id
    JOIN portal.etapa e ON e.id = a.etapa_id
    WHERE a.quien IN ('JEFE', 'TUTOR') AND a.estado <> 'NO_APLICA' AND portal.etapa_abierta(e.estado)
    UNION ALL
    SELECT v.orden_nombre, v.id, v.nombre_completo, v.puesto, v.fecha_ingreso, 'e', e.id, e.version,
           'Terminó su inducción específica al puesto', e.fecha_limite, e.fecha_fin, portal.etapa_abierta(e.estado) AND portal.etapa_falta_de(e.id, false) IS NULL,
           e.estado = 'CULMINADA' AND coalesce(e.conforme_jefe, false)
               AND (e.conforme_jefe_en AT TIME ZONE 'America/Lima')::date = portal.hoy(),
           e.estado = 'CULMINADA' AND e.conforme_jefe IS NULL, false,
           nullif(concat_ws(' ', CASE WHEN e.estado = 'OBSERVADA' THEN 'SERVIR observó: ' || e.motivo || '.' END,
               CASE WHEN portal.etapa_abierta(e.estado)
                    THEN 'Podrá marcar que terminó cuando esté también: ' || portal.etapa_falta_de(e.id, false) || '.' END), '')
    FROM portal.jefe_personas(k.entidad_id, k.clave) v JOIN portal.etapa e ON e.vinculo_id = v.id
    WHERE e.tipo = 'ESPECIFICA' AND e.heredada_de IS NULL
      AND (portal.etapa_abierta(e.estado) OR (e.estado = 'CULMINADA' AND (e.conforme_jefe IS NULL
           OR (e.conforme_jefe_en AT TIME ZONE 'America/Lima')::date = portal.hoy())))) y) x
    WHERE x.lugar <= 100
    ORDER BY x.orden_nombre, x.vinculo_id, x.clase DESC, x.limite, x.id;
END $$;

-- What a page of tasks sends: a line each, "class|id|version|date|text". What is not so is left out.
CREATE OR REPLACE FUNCTION portal.tareas_pedidas(p_pedido text)
    RETURNS TABLE (clase text, id bigint, version integer, fecha date, dicho text)
LANGUAGE sql IMMUTABLE ROWS 50 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT m[1], m[2]::bigint, m[3]::integer, nullif(m[4], '')::date, nullif(m[5], '')
    FROM (SELECT regexp_match(x, '^([a-z])\|([0-9]{1,18})\|([0-9]{1,9})\|([0-9]{4}-[0-9]{2}-[0-9]{2}|)\|(.*)$') AS m
          FROM string_to_table(p_pedido, E'\n') AS x) y
    WHERE m IS NOT NULL LIMIT 400 $$;

-- The jefe has finished with one person: what they only had to tick is ticked with the same date. p_antes is the version
-- of the stage before this form, whose other lines may have begun it. Internal.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_terminar(e portal.etapa, p_antes integer, p_version integer, p_fecha date)
    RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    r record;
    v_fue text;
BEGIN
    IF e.estado = 'CULMINADA' AND e.fecha_fin = p_fecha THEN
        RETURN 'sin_cambio';
    ELSIF p_antes IS DISTINCT FROM p_version THEN
        RETURN 'conflicto';
    END IF;
    FOR r IN SELECT a.id, a.version FROM portal.actividad a
             WHERE a.etapa_id = e.id AND a.quien IN ('JEFE', 'TUTOR') AND a.estado = 'PENDIENTE'
               AND (a.obligatoria OR NOT portal.actividad_sin_evidencia(a)) ORDER BY a.id
    LOOP
        v_fue := (SELECT m.resultado FROM portal.actividad_marcar(r.id, r.version, 'HECHA', p_fecha, NULL) m);
        IF v_fue <> 'ok' THEN
            RETURN v_fue;
        END IF;
    END LOOP;
    IF EXISTS (SELECT FROM portal.actividad a WHERE a.etapa_id = e.id AND a.obligatoria AND a.quien IN ('JEFE', 'TUTOR')
                  AND portal.actividad_sin_evidencia(a)) THEN
        RETURN 'falta_evidencia';
    END IF;
    RETURN (SELECT m.resultado FROM portal.etapa x, portal.etapa_marcar(x.id, x.version, 'CULMINADA', p_fecha, NULL) m
            WHERE x.id = e.id);
END $$;

-- One line of the jefe's page, in the scope of their link: a finished stage is undone the same day, by who finished
-- it. 'f' is a file of a task, said as "sha256 type bytes name". Internal.
CREATE OR REPLACE FUNCTION portal.jefe_enlace_hacer(k portal.jefe_enlace, p_clase text, p_id bigint, p_version integer,
    p_fecha date, p_dicho text, p_antes integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    e portal.etapa;
    v portal.vinculo;
    v_tarea boolean := p_clase IN ('t', 'v', 'f');
    v_archivo text[] := regexp_match(p_dicho, '^([0-9a-f]{64}) ([a-z]+/[a-z]+) ([0-9]{1,7}) (.+)$');
BEGIN
    SELECT x.* INTO e FROM portal.etapa x
    WHERE x.id = CASE WHEN v_tarea THEN (SELECT a.etapa_id FROM portal.actividad a WHERE a.id = p_id) ELSE p_id END
      AND (v_tarea OR x.tipo = 'ESPECIFICA') AND x.entidad_id = k.entidad_id FOR UPDATE;
    SELECT x.* INTO v FROM portal.jefe_personas(k.entidad_id, k.clave) x WHERE x.id = e.vinculo_id;
    RETURN CASE
        WHEN v.id IS NULL THEN 'no_encontrado'
        WHEN p_clase = 'e' THEN portal.jefe_enlace_terminar(e, p_antes, p_version, p_fecha)
        WHEN p_clase = 'u' AND e.estado = 'CULMINADA' AND NOT (coalesce(e.conforme_jefe, false)
             AND (e.conforme_jefe_en AT TIME ZONE 'America/Lima')::date = portal.hoy()) THEN 'no_permitido'
        WHEN p_clase = 'u' THEN (SELECT m.resultado FROM portal.etapa_marcar(p_id, p_version, 'PENDIENTE', NULL, NULL) m)
        WHEN p_clase = 'f' THEN (SELECT m.resultado FROM portal.actividad_evidencia(p_id, p_version, v_archivo[1], v_archivo[2],
            v_archivo[3]::integer, v_archivo[4], p_fecha) m)
        WHEN v_tarea THEN (SELECT m.resultado FROM portal.actividad_marcar(p_id, p_version,
            CASE p_clase WHEN 't' THEN 'HECHA' ELSE 'PENDIENTE' END, p_fecha, NULL) m)
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
    v_antes_e jsonb := (SELECT jsonb_object_agg(e.id, e.version) FROM portal.tareas_pedidas(p_pedido) p
                        JOIN portal.etapa e ON e.id = p.id WHERE p.clase = 'e');
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
        FOR r IN SELECT p.* FROM portal.tareas_pedidas(p_pedido) p ORDER BY p.clase DESC, p.id LOOP
            v_fue := portal.jefe_enlace_hacer(k, r.clase, r.id, r.version, r.fecha, r.dicho, (v_antes_e ->> r.id::text)::integer);
            IF v_fue IN ('ok', 'sin_cambio', 'ya_estaba') THEN
                hechas := hechas + 1;
            ELSE
                fallidas := fallidas + 1;
                detalle := CASE WHEN fallidas <= 5 THEN concat_ws('; ', detalle, coalesce((
                    SELECT x.nombre_completo FROM portal.jefe_personas(k.entidad_id, k.clave) x
                    WHERE x.id = CASE WHEN r.clase IN ('t', 'v', 'f') THEN (SELECT a.vinculo_id FROM portal.actividad a WHERE a.id = r.id)
                                      ELSE (SELECT e.vinculo_id FROM portal.etapa e WHERE e.id = r.id) END),
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

INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('enlace_jefe_correos_dia', '40', 'Enlaces de jefe que una cuenta de la ORH puede enviar por correo en un día')
ON CONFLICT (clave) DO NOTHING;

GRANT EXECUTE ON FUNCTION portal.conformidad_dar, portal.conformidad_parte, portal.conformidad_en_palabras,
    portal.conformidad_rareza, portal.jefe_clave, portal.jefe_enlace_previo, portal.jefe_enlace_crear,
    portal.jefe_enlace_anular, portal.jefe_enlace_ver, portal.jefe_enlace_mirar, portal.jefe_enlace_tareas, portal.jefe_enlace_marcar,
    portal.tareas_pedidas, portal.actividad_puede, portal.actividad_sin_evidencia, portal.actividad_juzgar, portal.actividad_marcar, portal.etapa_tomar,
    portal.tarea_evento, portal.etapa_falta, portal.le_toca, portal.actividad_marcar_varias, portal.actividad_evidencia,
    portal.actividad_admite, portal.contacto_propio TO portal_app;
