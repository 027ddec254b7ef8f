-- What SERVIR reads when it reviews, and the samples it draws.

-- The codes of etapa.rareza as reasons.
CREATE OR REPLACE FUNCTION portal.rareza_en_palabras(p_rareza text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(coalesce('{"ANTES_DEL_INGRESO": "terminó antes de su ingreso", "MISMO_DIA": "terminó el mismo día de su ingreso",
        "MUY_RAPIDA": "terminó muy pronto después de su ingreso", "FUERA_DE_PLAZO": "terminó fuera de plazo",
        "ANTES_DE_LA_B": "la C terminó antes que la B",
        "SERVIDOR_NO_CONFORME": "la persona dice que no la recibió", "JEFE_NO_CONFORME": "su jefe no está conforme",
        "SIN_CONFORMIDAD": "la persona aún no confirma que la recibió",
        "SIN_CONFORMIDAD_JEFE": "su jefe aún no da su conformidad",
        "EMPEZO_ANTES": "empezó antes de su ingreso", "DESPUES_DEL_CESE": "terminó después del fin de su vínculo",
        "TAREA_DESPUES": "tiene una tarea con fecha posterior al fin de la etapa",
        "EVIDENCIA_OTRA_PERSONA": "la misma evidencia está en la etapa de otra persona",
        "EVIDENCIA_OTRA_ETAPA": "la misma evidencia está en otra etapa de la persona",
        "TAREAS_PENDIENTES": "quedaron tareas obligatorias sin hacer",
        "HORAS_CORTAS": "las horas hechas (en la A, las del curso) son menos que las del plan",
        "SIN_EVIDENCIA": "falta la evidencia que pide el plan"}'::jsonb ->> x, x), '; ')
    FROM string_to_table(p_rareza, ' ') AS x $$;

-- Whether a stage is odd in the way that a filter asks for.
CREATE OR REPLACE FUNCTION portal.rareza_es(p_rareza text, p_grupo text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(p_rareza ~ CASE p_grupo
        WHEN 'FECHAS' THEN 'ANTES_DE|EMPEZO_ANTES|DESPUES' WHEN 'RAPIDA' THEN 'MISMO_DIA|MUY_RAPIDA'
        WHEN 'PLAZO' THEN 'FUERA_DE_PLAZO' WHEN 'REPETIDA' THEN 'EVIDENCIA_OTRA' WHEN 'HORAS' THEN 'HORAS_CORTAS'
        WHEN 'TAREAS' THEN 'TAREAS_PENDIENTES'
        WHEN 'SIN_EVIDENCIA' THEN 'SIN_EVIDENCIA' WHEN 'CONFORMIDAD' THEN 'CONFORM' END, false) $$;

-- A list of attendance is the evidence of all the people that it was declared for: its entity, its day, its content. The
-- same file as another list, or of somebody it was not declared for, is a repetition there.
CREATE OR REPLACE FUNCTION portal.evidencia_comun(d portal.evidencia, o portal.evidencia) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT d.lista_el IS NOT NULL
       AND (o.lista_el IS NULL OR (o.lista_el, o.entidad_id) = (d.lista_el, d.entidad_id)) $$;

-- Of how many people a file was declared as the list; NULL when it was not. Definer: each of them sees their own row.
CREATE OR REPLACE FUNCTION portal.evidencia_personas(x portal.evidencia) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT nullif(count(DISTINCT o.vinculo_id), 0) FROM portal.evidencia o
    WHERE o.sha256 = x.sha256 AND o.entidad_id = x.entidad_id AND o.lista_el = x.lista_el $$;

-- What is odd beyond the dates of the stage itself: its tasks, its evidence, the vinculo. Definer: the same file may be
-- in another entity, where the one who finishes the stage sees nothing.
CREATE OR REPLACE FUNCTION portal.revision_rareza(p portal.etapa) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    RETURN (SELECT nullif(concat_ws(' ',
        CASE WHEN p.fecha_inicio < v.fecha_ingreso THEN 'EMPEZO_ANTES' END,
        CASE WHEN p.fecha_fin > v.fecha_cese THEN 'DESPUES_DEL_CESE' END,
        CASE WHEN t.ultima > p.fecha_fin THEN 'TAREA_DESPUES' END,
        -- Stage A ends with the result of the course, not with its tasks; a course may tell no hours.
        CASE WHEN p.tipo <> 'ESTADO' AND t.pendientes THEN 'TAREAS_PENDIENTES' END,
        CASE WHEN CASE WHEN p.tipo = 'ESTADO' THEN (
                SELECT CASE WHEN bool_and(c.horas IS NOT NULL) THEN sum(c.horas) END FROM (
                    SELECT max(q.horas) AS horas FROM portal.curso_resultado r JOIN portal.curso_version q ON q.id = r.curso_version_id
                    WHERE r.inscripcion_id = p.inscripcion_id AND r.aprueba
                      AND NOT EXISTS (SELECT FROM portal.curso_anulacion x WHERE x.resultado_id = r.id)
                    GROUP BY r.curso_id) c)
            ELSE t.hechas END < t.pedidas THEN 'HORAS_CORTAS' END,
        CASE WHEN t.sin_evidencia THEN 'SIN_EVIDENCIA' END,
        CASE WHEN x.ajena THEN 'EVIDENCIA_OTRA_PERSONA' END,
        CASE WHEN x.propia THEN 'EVIDENCIA_OTRA_ETAPA' END), '')
    FROM portal.vinculo v,
         (SELECT max(a.hecha_el) AS ultima, bool_or(a.obligatoria AND a.estado = 'PENDIENTE') AS pendientes,
                 bool_or(a.pide_evidencia AND a.estado = 'HECHA'
                         AND NOT EXISTS (SELECT FROM portal.evidencia d WHERE d.actividad_id = a.id)) AS sin_evidencia,
                 coalesce(sum(a.horas) FILTER (WHERE a.obligatoria AND a.estado = 'HECHA'), 0) AS hechas,
                 coalesce(sum(a.horas) FILTER (WHERE a.obligatoria AND a.estado <> 'NO_APLICA'), 0) AS pedidas
          FROM portal.actividad a WHERE a.etapa_id = p.id) t,
         LATERAL (SELECT bool_or(EXISTS (SELECT FROM portal.evidencia o JOIN portal.vinculo w ON w.id = o.vinculo_id
                                 WHERE o.sha256 = d.sha256 AND o.etapa_id <> p.id AND w.persona_id <> v.persona_id
                                   AND NOT portal.evidencia_comun(d, o))) AS ajena,
                 bool_or(EXISTS (SELECT FROM portal.evidencia o JOIN portal.vinculo w ON w.id = o.vinculo_id
                                 WHERE o.sha256 = d.sha256 AND o.etapa_id <> p.id AND w.persona_id = v.persona_id)) AS propia
          FROM portal.evidencia d WHERE d.etapa_id = p.id) x
    WHERE v.id = p.vinculo_id AND p.heredada_de IS NULL);
END $$;

-- Finds anew what is odd about stages that wait. Only those where it changes become a new version: a page that shows
-- them is told. One order of locks, as everything that moves many.
CREATE OR REPLACE FUNCTION portal.rareza_revisar(p_etapas bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.etapa e SET rareza = NULL
    FROM (SELECT x.id FROM portal.etapa x WHERE x.id = ANY (p_etapas) AND x.estado = 'CULMINADA'
          ORDER BY x.id FOR UPDATE) c
    WHERE e.id = c.id AND e.rareza IS DISTINCT FROM portal.etapa_rareza(e);
$$;

CREATE OR REPLACE FUNCTION portal.evidencia_revisar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM portal.rareza_revisar(ARRAY(SELECT x.etapa_id FROM portal.evidencia x
                                        WHERE x.sha256 IN (SELECT n.sha256 FROM nueva n)));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t30_rareza AFTER INSERT ON portal.evidencia
    REFERENCING NEW TABLE AS nueva FOR EACH STATEMENT EXECUTE FUNCTION portal.evidencia_revisar();
CREATE OR REPLACE TRIGGER t30_declarada AFTER UPDATE ON portal.evidencia
    REFERENCING NEW TABLE AS nueva FOR EACH STATEMENT EXECUTE FUNCTION portal.evidencia_revisar();

CREATE OR REPLACE FUNCTION portal.actividad_revisar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM portal.rareza_revisar(ARRAY[NEW.etapa_id]);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t30_rareza AFTER UPDATE ON portal.actividad
    FOR EACH ROW WHEN (OLD.estado <> NEW.estado OR OLD.hecha_el IS DISTINCT FROM NEW.hecha_el)
    EXECUTE FUNCTION portal.actividad_revisar();

-- Whether C came before B changes with B; whether a stage ended after the vinculo, with the vinculo.
CREATE OR REPLACE FUNCTION portal.etapa_revisar_hermanas() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM portal.rareza_revisar(ARRAY(SELECT e.id FROM portal.etapa e
        WHERE e.inscripcion_id = NEW.inscripcion_id AND e.tipo = 'ESPECIFICA'));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t30_hermanas AFTER UPDATE ON portal.etapa
    FOR EACH ROW WHEN (NEW.tipo = 'ENTIDAD' AND (OLD.fecha_fin IS DISTINCT FROM NEW.fecha_fin
        OR (OLD.estado = 'NO_APLICA') <> (NEW.estado = 'NO_APLICA')))
    EXECUTE FUNCTION portal.etapa_revisar_hermanas();

CREATE OR REPLACE FUNCTION portal.etapa_revisar_cese() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM portal.rareza_revisar(ARRAY(SELECT e.id FROM portal.etapa e WHERE e.vinculo_id = NEW.id));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t35_cese AFTER UPDATE ON portal.vinculo
    FOR EACH ROW WHEN (OLD.fecha_cese IS DISTINCT FROM NEW.fecha_cese) EXECUTE FUNCTION portal.etapa_revisar_cese();

-- For loads that switch triggers off, with the tables of a stage already there.
CREATE OR REPLACE FUNCTION portal.revision_reconstruir() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.etapa e
    SET rareza = portal.etapa_rareza(e),
        en_cola_desde = coalesce(e.en_cola_desde, e.fecha_fin::timestamp AT TIME ZONE 'America/Lima')
    WHERE e.estado = 'CULMINADA' AND (e.en_cola_desde IS NULL OR e.rareza IS DISTINCT FROM portal.etapa_rareza(e));
$$;

-- The entities that a search by words, a level or a region means; NULL when nothing was asked, so that the queue is
-- walked in its order.
CREATE OR REPLACE FUNCTION portal.revision_entidades(p_entidad_id bigint, p_palabra1 text, p_palabra2 text, p_palabra3 text,
    p_nivel text, p_region text) RETURNS bigint[]
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN num_nonnulls(p_entidad_id, p_palabra1, p_nivel, p_region) > 0 THEN ARRAY(
        SELECT n.id FROM portal.entidad n
        WHERE (p_entidad_id IS NULL OR n.id = p_entidad_id)
          AND (p_palabra1 IS NULL OR ' ' || n.busqueda LIKE '% ' || p_palabra1 || '%')
          AND (p_palabra2 IS NULL OR ' ' || n.busqueda LIKE '% ' || p_palabra2 || '%')
          AND (p_palabra3 IS NULL OR ' ' || n.busqueda LIKE '% ' || p_palabra3 || '%')
          AND (p_nivel IS NULL OR n.nivel_gobierno = p_nivel)
          AND (p_region IS NULL OR left(n.ubigeo, 2) = p_region)) END $$;

-- The queue: odd ones first, then the oldest. p_raras: '1' odd, '0' not, or a group of rareza_es(). p_llego: of the last N
-- days (7) or longer ago (-15). Few entities are asked one by one, many or none by a walk of the whole.
CREATE OR REPLACE FUNCTION portal.revision_cola(p_entidades bigint[], p_etapa text, p_raras text, p_llego integer, p_hoy date,
    p_despues_de bigint, p_limite integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE ROWS 51 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    -- The stretch of the order that is asked for: the odd ones are its first half.
    v_raras boolean := coalesce(p_raras, '1') = '0';
    v_fin date := '-infinity';
    v_id bigint := 0;
    v_hasta boolean := p_raras IS NULL OR p_raras = '0';
    v_grupo text := nullif(nullif(p_raras, '1'), '0');
    v_desde timestamptz := CASE WHEN p_llego >= 0 THEN (p_hoy - p_llego)::timestamp AT TIME ZONE 'America/Lima' END;
    v_antes timestamptz := CASE WHEN p_llego < 0 THEN (p_hoy + p_llego)::timestamp AT TIME ZONE 'America/Lima' END;
BEGIN
    IF p_despues_de IS NOT NULL THEN
        SELECT e.rareza IS NULL, e.fecha_fin, e.id INTO v_raras, v_fin, v_id FROM portal.etapa e WHERE e.id = p_despues_de;
    END IF;
    IF cardinality(p_entidades) <= 40 THEN
        RETURN QUERY SELECT x.id FROM unnest(p_entidades) AS n (id), LATERAL (
            SELECT e.id, e.rareza IS NULL AS normal, e.fecha_fin FROM portal.etapa e
            WHERE e.estado = 'CULMINADA' AND e.entidad_id = n.id
              AND ((e.rareza IS NULL), e.fecha_fin, e.id) > (v_raras, v_fin, v_id) AND (e.rareza IS NULL) <= v_hasta
              AND (p_etapa IS NULL OR e.tipo = p_etapa) AND (v_grupo IS NULL OR portal.rareza_es(e.rareza, v_grupo))
              AND (v_desde IS NULL OR e.en_cola_desde >= v_desde) AND (v_antes IS NULL OR e.en_cola_desde < v_antes)
            ORDER BY (e.rareza IS NULL), e.fecha_fin, e.id LIMIT p_limite) x
        ORDER BY x.normal, x.fecha_fin, x.id LIMIT p_limite;
    ELSE
        RETURN QUERY SELECT e.id FROM portal.etapa e
        WHERE e.estado = 'CULMINADA' AND (p_entidades IS NULL OR e.entidad_id = ANY (p_entidades))
          AND ((e.rareza IS NULL), e.fecha_fin, e.id) > (v_raras, v_fin, v_id) AND (e.rareza IS NULL) <= v_hasta
          AND (p_etapa IS NULL OR e.tipo = p_etapa) AND (v_grupo IS NULL OR portal.rareza_es(e.rareza, v_grupo))
          AND (v_desde IS NULL OR e.en_cola_desde >= v_desde) AND (v_antes IS NULL OR e.en_cola_desde < v_antes)
        ORDER BY (e.rareza IS NULL), e.fecha_fin, e.id LIMIT p_limite;
    END IF;
END $$;

-- Of stages that are said to be validated: how many somebody else had validated a moment before. VOLATILE: it has to see
-- what was committed while this statement waited.
CREATE OR REPLACE FUNCTION portal.validadas_por_otro(p_lista text) RETURNS integer
LANGUAGE sql VOLATILE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT count(*)::integer FROM portal.etapas_pedidas(p_lista) p
    JOIN portal.etapa e ON e.id = p.id AND e.estado = 'VALIDADA',
    LATERAL (SELECT x.usuario_id FROM portal.evento x
             WHERE x.vinculo_id = e.vinculo_id AND x.tipo = 'ETAPA_VALIDADA' AND x.datos ->> 'etapa_id' = e.id::text
             ORDER BY x.id DESC LIMIT 1) u
    WHERE u.usuario_id <> portal.actual_usuario() $$;

-- --- a decision taken back ---

-- The events of the act that an event is of; one act is one transaction of one person.
CREATE OR REPLACE FUNCTION portal.decision_acto(p_evento_id bigint) RETURNS SETOF portal.evento
LANGUAGE sql STABLE ROWS 20 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT x.* FROM portal.evento a JOIN portal.evento x ON (x.usuario_id, x.conocido_en) = (a.usuario_id, a.conocido_en)
    WHERE a.id = p_evento_id AND a.tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA')
      AND x.tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA')
    ORDER BY (x.datos ->> 'etapa_id')::bigint $$;

-- Until when a decision may be taken back.
CREATE OR REPLACE FUNCTION portal.decision_hasta(x portal.evento) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT x.conocido_en + make_interval(mins => portal.parametro_int('revision_deshacer_min', 10)) $$;

-- Whether it was.
CREATE OR REPLACE FUNCTION portal.decision_deshecha(x portal.evento) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT EXISTS (SELECT FROM portal.evento d WHERE d.vinculo_id = x.vinculo_id AND d.id > x.id
                   AND d.tipo = 'ETAPA_DESHECHA' AND d.datos ->> 'deshace' = x.id::text) $$;

-- Whether whoever is signed in may take it back still, as far as the clock and they themselves tell.
CREATE OR REPLACE FUNCTION portal.decision_deshacible(x portal.evento) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT x.usuario_id = portal.actual_usuario() AND portal.es_revisor() AND x.datos ? 'previo'
        AND now() < portal.decision_hasta(x) AND NOT portal.decision_deshecha(x) $$;

-- Why a decision is no longer to be taken back: what came after it. NULL when nothing did. Definer: a reviewer sees no
-- links and tasks, but what they did counts.
CREATE OR REPLACE FUNCTION portal.decision_freno(x portal.evento) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_etapa constant bigint := x.datos ->> 'etapa_id';
BEGIN
    RETURN (SELECT CASE
        WHEN EXISTS (SELECT FROM portal.evento d WHERE d.vinculo_id = x.vinculo_id AND d.id > x.id
                     AND d.datos ->> 'etapa_id' = v_etapa::text)
             OR e.version <> (x.datos #>> '{previo,version}')::integer + 1 THEN 'la etapa siguió su curso'
        WHEN EXISTS (SELECT FROM portal.evidencia d WHERE d.etapa_id = v_etapa AND d.creado_en > x.conocido_en)
            THEN 'ya se agregó una evidencia'
        WHEN EXISTS (SELECT FROM portal.muestra_etapa m JOIN portal.muestra s ON s.id = m.muestra_id
                     WHERE m.etapa_id = v_etapa AND s.creado_en > x.conocido_en) THEN 'ya está en una muestra'
        -- By its state, not by the clock: a registration that began before the decision may have read what it left.
        WHEN x.tipo = 'ETAPA_VALIDADA'
             AND EXISTS (SELECT FROM portal.etapa h WHERE h.heredada_de = v_etapa AND 'VALIDADA' IN (h.estado, h.estado_previo)
                         AND NOT EXISTS (SELECT FROM portal.evento d WHERE d.vinculo_id = h.vinculo_id
                                         AND d.tipo = 'ETAPA_VALIDADA' AND d.datos ->> 'etapa_id' = h.id::text))
            THEN 'ya se reconoció en otra entidad' END
    FROM portal.etapa e WHERE e.id = v_etapa);
END $$;

-- Takes back one act, all of its stages or none: each is again what it was, and that is an event. Definer: no role moves a
-- stage that way by itself. resultado: ok, sin_cambio (taken back before), tarde, siguio (detalle: whose, and why),
-- no_encontrado (not an act of who asks).
CREATE OR REPLACE FUNCTION portal.decision_deshacer(p_evento_id bigint)
RETURNS TABLE (resultado text, etapas integer, detalle text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    a portal.evento;
    x portal.evento;
    p portal.etapa;
BEGIN
    SELECT d.* INTO a FROM portal.evento d WHERE d.id = p_evento_id AND d.usuario_id = portal.actual_usuario()
        AND d.tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA') AND d.datos ? 'previo' AND portal.es_revisor();
    IF a.id IS NULL THEN
        resultado := 'no_encontrado';
        RETURN NEXT;
        RETURN;
    END IF;
    -- The order of locks of everything that moves many; what is read below is read after the wait.
    PERFORM FROM portal.etapa e WHERE e.id IN (SELECT (d.datos ->> 'etapa_id')::bigint FROM portal.decision_acto(a.id) d)
    ORDER BY e.id FOR UPDATE;
    SELECT string_agg(v.nombre_completo || ': ' || f.freno, '; ' ORDER BY d.id) FILTER (WHERE f.n <= 5)
           || CASE WHEN max(f.n) > 5 THEN format('; y %s más', max(f.n) - 5) ELSE '' END, count(*)
    INTO detalle, etapas
    FROM (SELECT y.id, y.vinculo_id, y.freno, count(y.freno) OVER (ORDER BY y.id) AS n
          FROM (SELECT d.id, d.vinculo_id, portal.decision_freno(d) AS freno FROM portal.decision_acto(a.id) d) y) f
    JOIN portal.evento d ON d.id = f.id JOIN portal.vinculo v ON v.id = f.vinculo_id;
    resultado := CASE WHEN portal.decision_deshecha(a) THEN 'sin_cambio'
        WHEN now() >= portal.decision_hasta(a) THEN 'tarde' WHEN detalle IS NOT NULL THEN 'siguio' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        PERFORM set_config('portal.deshace', 'decision', true);
        FOR x IN SELECT d.* FROM portal.decision_acto(a.id) d LOOP
            p := jsonb_populate_record(NULL::portal.etapa, x.datos -> 'previo');
            UPDATE portal.etapa e SET estado = p.estado, motivo = p.motivo, conforme_servidor = p.conforme_servidor,
                conforme_servidor_en = p.conforme_servidor_en, comentario_servidor = p.comentario_servidor,
                conforme_jefe = p.conforme_jefe, conforme_jefe_en = p.conforme_jefe_en, comentario_jefe = p.comentario_jefe
            WHERE e.id = p.id;
            PERFORM portal.evento_anotar(v, 'ETAPA_DESHECHA', NULL, jsonb_build_object('etapa_id', p.id,
                'etapa', x.datos -> 'etapa', 'deshace', x.id,
                'cambios', jsonb_build_object('estado', jsonb_build_array(x.datos #> '{cambios,estado,1}', p.estado))))
            FROM portal.vinculo v WHERE v.id = x.vinculo_id;
        END LOOP;
        PERFORM set_config('portal.deshace', '', true);
    END IF;
    RETURN NEXT;
END $$;

-- --- samples ---

-- The stages that a sample is drawn from, as its filters find them now.
CREATE OR REPLACE FUNCTION portal.muestra_poblacion(p_estado text, p_desde date, p_hasta date, p_etapa text, p_nivel text,
    p_region text) RETURNS TABLE (id bigint)
LANGUAGE sql STABLE ROWS 10000 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT e.id FROM portal.etapa e JOIN portal.entidad n ON n.id = e.entidad_id
    WHERE e.estado = p_estado AND e.fecha_fin BETWEEN p_desde AND p_hasta
      AND (p_etapa IS NULL OR e.tipo = p_etapa)
      AND (p_nivel IS NULL OR n.nivel_gobierno = p_nivel)
      AND (p_region IS NULL OR left(n.ubigeo, 2) = p_region) $$;

-- The place of a stage in a draw: the same outside of the portal, `printf 'seed:id' | sha256sum`.
CREATE OR REPLACE FUNCTION portal.muestra_sorteo(p_semilla text, p_etapa_id bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT encode(sha256(convert_to(p_semilla || ':' || p_etapa_id, 'UTF8')), 'hex') $$;

CREATE OR REPLACE FUNCTION portal.muestra_huella(p_ids bigint[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT encode(sha256(convert_to(coalesce(string_agg(x::text, ',' ORDER BY x), ''), 'UTF8')), 'hex')
    FROM unnest(p_ids) AS x $$;

-- Draws and stores. p_por_ciento: p_n is a percentage. resultado: ok, ya_estaba (the same draw), vacia, grande (more
-- than 500), no_permitido.
CREATE OR REPLACE FUNCTION portal.muestra_sortear(p_nombre text, p_estado text, p_desde date, p_hasta date, p_etapa text,
    p_nivel text, p_region text, p_semilla text, p_n integer, p_por_ciento boolean)
    RETURNS TABLE (resultado text, id bigint, poblacion integer)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_ids bigint[];
    v_n integer;
    v_huella text;
BEGIN
    SELECT array_agg(x.id) INTO v_ids FROM portal.muestra_poblacion(p_estado, p_desde, p_hasta, p_etapa, p_nivel, p_region) x;
    poblacion := coalesce(cardinality(v_ids), 0);
    v_n := least(poblacion, CASE WHEN p_por_ciento THEN ceil(poblacion * p_n / 100.0)::integer ELSE p_n END);
    v_huella := portal.muestra_huella(v_ids);
    resultado := CASE WHEN NOT portal.es_revisor() THEN 'no_permitido' WHEN poblacion = 0 THEN 'vacia'
        WHEN v_n > 500 THEN 'grande' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        INSERT INTO portal.muestra AS m (nombre, estado, desde, hasta, etapa, nivel, region, semilla, tamano, poblacion, huella)
        VALUES (p_nombre, p_estado, p_desde, p_hasta, p_etapa, p_nivel, p_region, p_semilla, v_n, poblacion, v_huella)
        ON CONFLICT ON CONSTRAINT muestra_semilla_key DO NOTHING RETURNING m.id INTO id;
        IF id IS NULL THEN
            resultado := 'ya_estaba';
            SELECT m.id INTO id FROM portal.muestra m
            WHERE m.semilla = p_semilla AND m.huella = v_huella AND m.tamano = v_n;
        ELSE
            INSERT INTO portal.muestra_etapa (muestra_id, orden, etapa_id, sorteo)
            SELECT muestra_sortear.id, row_number() OVER (ORDER BY x.sorteo), x.etapa_id, x.sorteo
            FROM (SELECT i AS etapa_id, portal.muestra_sorteo(p_semilla, i) AS sorteo FROM unnest(v_ids) AS i
                  ORDER BY sorteo LIMIT v_n) x;
        END IF;
    END IF;
    RETURN NEXT;
END $$;

-- Draws again, with what there is now. iguales: of the members, how many the same draw gives today.
CREATE OR REPLACE FUNCTION portal.muestra_comprobar(p_muestra_id bigint)
    RETURNS TABLE (poblacion integer, misma_poblacion boolean, iguales integer, salieron integer)
LANGUAGE plpgsql STABLE ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    m portal.muestra;
    v_ids bigint[];
BEGIN
    SELECT x.* INTO m FROM portal.muestra x WHERE x.id = p_muestra_id;
    SELECT array_agg(x.id) INTO v_ids FROM portal.muestra_poblacion(m.estado, m.desde, m.hasta, m.etapa, m.nivel, m.region) x;
    poblacion := coalesce(cardinality(v_ids), 0);
    misma_poblacion := portal.muestra_huella(v_ids) = m.huella;
    SELECT count(*) INTO iguales
    FROM (SELECT i FROM unnest(v_ids) AS i ORDER BY portal.muestra_sorteo(m.semilla, i) LIMIT m.tamano) x (id)
    JOIN portal.muestra_etapa e ON e.muestra_id = m.id AND e.etapa_id = x.id;
    SELECT count(*) INTO salieron FROM portal.muestra_etapa e WHERE e.muestra_id = m.id AND e.etapa_id <> ALL (coalesce(v_ids, '{}'));
    RETURN NEXT;
END $$;

-- resultado: ok, sin_cambio, conflicto, no_encontrado, falta_nota. siguiente: the next of the sample that waits.
CREATE OR REPLACE FUNCTION portal.muestra_verificar(p_id bigint, p_version integer, p_resultado text, p_nota text)
    RETURNS TABLE (resultado text, muestra_id bigint, siguiente bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    m portal.muestra_etapa;
    v_nota text := nullif(btrim(p_nota), '');
BEGIN
    SELECT x.* INTO m FROM portal.muestra_etapa x WHERE x.id = p_id FOR UPDATE;
    muestra_id := m.muestra_id;
    resultado := CASE WHEN m.id IS NULL THEN 'no_encontrado'
        WHEN m.resultado = p_resultado AND m.nota IS NOT DISTINCT FROM v_nota THEN 'sin_cambio'
        WHEN m.version <> p_version THEN 'conflicto'
        WHEN p_resultado = 'NO_CONFORME' AND v_nota IS NULL THEN 'falta_nota' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        UPDATE portal.muestra_etapa x SET resultado = p_resultado, nota = v_nota, verificado_por = portal.actual_usuario(),
            verificado_en = now(), version = x.version + 1
        WHERE x.id = p_id;
    END IF;
    SELECT x.id INTO siguiente FROM portal.muestra_etapa x WHERE x.muestra_id = m.muestra_id AND x.resultado IS NULL
    ORDER BY x.orden LIMIT 1;
    RETURN NEXT;
END $$;

-- Wilson's interval of 95 % of a share, in percent: "1.4 – 12.3".
CREATE OR REPLACE FUNCTION portal.intervalo_wilson(p_casos bigint, p_n bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN p_n > 0 THEN
        to_char(greatest(100 * (p + z2 / 2 / p_n - z * s) / (1 + z2 / p_n), 0), 'FM990.0') || ' % – '
        || to_char(least(100 * (p + z2 / 2 / p_n + z * s) / (1 + z2 / p_n), 100), 'FM990.0') || ' %' END
    FROM (SELECT p_casos::float8 / nullif(p_n, 0) AS p, 1.96::float8 AS z, 1.96::float8 ^ 2 AS z2) a,
    LATERAL (SELECT sqrt(p * (1 - p) / p_n + z2 / 4 / p_n ^ 2) AS s) b $$;

GRANT EXECUTE ON FUNCTION portal.rareza_en_palabras, portal.rareza_es, portal.evidencia_comun, portal.evidencia_personas,
    portal.revision_rareza, portal.revision_entidades, portal.revision_cola, portal.validadas_por_otro, portal.decision_acto, portal.decision_hasta,
    portal.decision_deshecha, portal.decision_deshacible, portal.decision_freno, portal.decision_deshacer, portal.muestra_poblacion, portal.muestra_sorteo, portal.muestra_huella,
    portal.muestra_sortear, portal.muestra_comprobar, portal.muestra_verificar, portal.intervalo_wilson TO portal_app;
