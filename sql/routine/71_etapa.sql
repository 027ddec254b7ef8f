-- Moving stages. One function for one, one for many; both answer words, never exceptions.

CREATE OR REPLACE FUNCTION portal.etapa_en_palabras(p_tipo text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p_tipo WHEN 'ESTADO' THEN 'A. Inducción general al Estado'
        WHEN 'ENTIDAD' THEN 'B. Inducción general a la entidad' ELSE 'C. Inducción específica al puesto' END $$;

-- "12.3,15.1" as the form layer writes it: ids with the version that was shown. What is not so is
-- left out.
CREATE OR REPLACE FUNCTION portal.etapas_pedidas(p_lista text) RETURNS TABLE (id bigint, version integer)
LANGUAGE sql IMMUTABLE ROWS 50 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT split_part(x, '.', 1)::bigint, split_part(x, '.', 2)::integer
    FROM string_to_table(p_lista, ',') AS x WHERE x ~ '^[0-9]{1,18}\.[0-9]{1,9}$' $$;

-- The rule that lets the role of the session make this move; no row when none does.
CREATE OR REPLACE FUNCTION portal.etapa_regla(p_tipo text, p_desde text, p_hacia text)
    RETURNS SETOF portal.etapa_transicion
LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT t.* FROM portal.etapa_transicion t
    WHERE t.rol = portal.actual_rol() AND t.tipo = p_tipo AND t.desde = p_desde AND t.hacia = p_hacia $$;

-- What whoever is signed in may do with a stage now; an inherited one is moved by nobody but SERVIR.
CREATE OR REPLACE FUNCTION portal.etapa_salidas(p_etapa_id bigint) RETURNS SETOF portal.etapa_transicion
LANGUAGE sql STABLE ROWS 2 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT t.* FROM portal.etapa e
    JOIN portal.vinculo v ON v.id = e.vinculo_id
    JOIN portal.etapa_transicion t ON t.rol = portal.actual_rol() AND t.tipo = e.tipo AND t.desde = e.estado
    WHERE e.id = p_etapa_id
      AND (e.heredada_de IS NULL OR portal.es_revisor())
      AND (t.rol <> 'SERVIR_ADMIN' OR t.hacia IN ('VALIDADA', 'OBSERVADA')) -- the rest is for results of courses
      AND (t.hacia NOT IN ('PENDIENTE', 'EN_CURSO') OR v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy())
      AND (portal.es_revisor() OR e.entidad_id = portal.ambito_orh() OR v.jefe_persona_id = portal.ambito_jefe()) $$;

-- Why a move may not be; 'ok' when it may.
CREATE OR REPLACE FUNCTION portal.etapa_juzgar(e portal.etapa, v portal.vinculo, p_estado text, p_fecha date,
    p_motivo text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    t portal.etapa_transicion;
BEGIN
    SELECT * INTO t FROM portal.etapa_regla(e.tipo, e.estado, p_estado);
    RETURN CASE
        WHEN t.id IS NULL THEN 'no_permitido'
        WHEN e.heredada_de IS NOT NULL AND portal.actual_rol() NOT LIKE 'SERVIR\_%' THEN 'heredada'
        WHEN p_estado IN ('PENDIENTE', 'EN_CURSO') AND v.fecha_cese < portal.hoy() THEN 'cesado'
        WHEN t.pide_motivo AND coalesce(btrim(p_motivo), '') = '' THEN 'falta_motivo'
        WHEN t.pide_fecha AND p_fecha IS NULL THEN 'falta_fecha'
        WHEN t.pide_fecha AND p_fecha > portal.hoy() THEN 'fecha_futura'
        WHEN t.pide_fecha AND p_fecha < v.fecha_ingreso THEN 'fecha_antes_de_ingreso'
        WHEN t.pide_fecha AND p_fecha > v.fecha_cese THEN 'fecha_despues_de_cese'
        WHEN t.pide_fecha AND p_estado = 'CULMINADA' AND p_fecha < e.fecha_inicio THEN 'fecha_antes_de_inicio'
        -- What the plan makes obligatory comes first; an ORH may finish without it and says why.
        WHEN p_estado = 'CULMINADA' AND (portal.actual_rol() NOT LIKE 'ORH\_%' OR coalesce(btrim(p_motivo), '') = '')
             AND portal.etapa_falta(e.id) IS NOT NULL THEN 'faltan_tareas'
        ELSE 'ok' END;
END $$;

-- resultado: ok, sin_cambio (it already is so, as a first click left it), no_encontrado, conflicto, and those of
-- etapa_juzgar().
CREATE OR REPLACE FUNCTION portal.etapa_marcar(p_etapa_id bigint, p_version integer, p_estado text, p_fecha date,
    p_motivo text) RETURNS TABLE (resultado text, vinculo_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    e portal.etapa;
    v portal.vinculo;
    v_fecha date;
BEGIN
    -- FOR UPDATE applies the policy of UPDATE: whoever may only look finds nothing.
    SELECT x.* INTO e FROM portal.etapa x WHERE x.id = p_etapa_id FOR UPDATE;
    SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = e.vinculo_id;
    vinculo_id := v.id;
    v_fecha := CASE WHEN p_estado = 'CULMINADA' THEN e.fecha_fin WHEN p_estado = 'EN_CURSO' THEN e.fecha_inicio END;
    resultado := CASE
        WHEN v.id IS NULL THEN 'no_encontrado'
        WHEN e.estado = p_estado AND e.version = p_version + 1
             AND (v_fecha IS NULL OR p_fecha IS NULL OR v_fecha = p_fecha)
             AND (p_estado = 'VALIDADA' OR e.motivo IS NOT DISTINCT FROM nullif(btrim(p_motivo), '')) THEN 'sin_cambio'
        WHEN e.version <> p_version THEN 'conflicto'
        ELSE portal.etapa_juzgar(e, v, p_estado, p_fecha, p_motivo) END;
    IF resultado = 'ok' THEN
        UPDATE portal.etapa x SET estado = p_estado,
            fecha_inicio = CASE p_estado WHEN 'PENDIENTE' THEN NULL
                WHEN 'EN_CURSO' THEN coalesce(CASE WHEN e.estado <> 'CULMINADA' THEN p_fecha END, x.fecha_inicio)
                ELSE x.fecha_inicio END,
            fecha_fin = CASE WHEN p_estado = 'CULMINADA' THEN p_fecha
                WHEN p_estado IN ('VALIDADA', 'OBSERVADA') THEN x.fecha_fin END,
            motivo = CASE WHEN p_estado = 'VALIDADA' THEN x.motivo ELSE nullif(btrim(p_motivo), '') END
        WHERE x.id = p_etapa_id;
        PERFORM portal.evento_anotar(v, 'ETAPA_' || p_estado,
            CASE WHEN p_estado IN ('CULMINADA', 'EN_CURSO') THEN p_fecha END,
            jsonb_strip_nulls(jsonb_build_object('etapa_id', e.id, 'etapa', portal.etapa_en_palabras(e.tipo),
                'cambios', jsonb_build_object('estado', jsonb_build_array(e.estado, p_estado)),
                'motivo', nullif(btrim(p_motivo), ''),
                -- What decision_deshacer() gives back; the code of the constancia never changes and is a secret.
                'previo', CASE WHEN p_estado IN ('VALIDADA', 'OBSERVADA') THEN to_jsonb(e) - 'constancia' END)));
    END IF;
    RETURN NEXT;
END $$;

-- Many in one step. The caller rolls back when any has failed: all or none. detalle: the first five, by name.
CREATE OR REPLACE FUNCTION portal.etapa_marcar_varias(p_lista text, p_estado text, p_fecha date, p_motivo text)
    RETURNS TABLE (hechas integer, repetidas integer, fallidas integer, detalle text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    r record;
    v_nombre text;
BEGIN
    hechas := 0;
    repetidas := 0;
    fallidas := 0;
    -- In one order, so that two who press at once wait instead of blocking each other.
    FOR r IN SELECT p.id, m.resultado, m.vinculo_id
             FROM (SELECT DISTINCT ON (x.id) x.id, x.version FROM portal.etapas_pedidas(p_lista) x
                   ORDER BY x.id LIMIT 200) p,
                  LATERAL portal.etapa_marcar(p.id, p.version, p_estado, p_fecha, p_motivo) m
    LOOP
        IF r.resultado = 'ok' THEN
            hechas := hechas + 1;
        ELSIF r.resultado = 'sin_cambio' THEN
            repetidas := repetidas + 1;
        ELSE
            fallidas := fallidas + 1;
            IF fallidas <= 5 THEN
                SELECT v.nombre_completo INTO v_nombre FROM portal.vinculo v WHERE v.id = r.vinculo_id;
                detalle := concat_ws('; ', detalle, coalesce(v_nombre, 'Una persona que ya no puede ver') || ': '
                    || portal.etapa_rechazo(r.resultado));
            END IF;
        END IF;
    END LOOP;
    IF fallidas > 5 THEN
        detalle := detalle || format('; y %s más', fallidas - 5);
    END IF;
    RETURN NEXT;
END $$;

-- An outcome as the person reads it.
CREATE OR REPLACE FUNCTION portal.etapa_rechazo(p_resultado text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce('{"no_encontrado": "no está a su alcance", "conflicto": "cambió mientras usted la veía; revísela",
        "no_permitido": "su estado actual no permite ese paso", "heredada": "viene reconocida de otra entidad y no se cambia",
        "cesado": "su vínculo ya terminó", "falta_motivo": "falta el motivo", "falta_fecha": "falta la fecha",
        "fecha_futura": "la fecha es posterior a hoy", "fecha_antes_de_ingreso": "la fecha es anterior a su ingreso",
        "fecha_despues_de_cese": "la fecha es posterior al fin de su vínculo",
        "fecha_antes_de_inicio": "la fecha es anterior al inicio de la etapa",
        "falta_comentario": "escriba qué faltó", "etapa_cerrada": "su etapa ya culminó",
        "faltan_tareas": "le faltan tareas obligatorias", "cerrada": "ya no admite archivos",
        "demasiadas": "ya tiene diez archivos, el máximo", "falta_evidencia": "falta la foto o el archivo de una tarea"}'::jsonb ->> p_resultado, p_resultado) $$;

-- The enrolment follows its stages. Definer: a jefe moves a stage and not the enrolment. The lock makes two stages
-- that end at once see each other.
CREATE OR REPLACE FUNCTION portal.inscripcion_seguir() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_estado text;
BEGIN
    SELECT i.estado INTO v_estado FROM portal.inscripcion i WHERE i.id = NEW.inscripcion_id FOR UPDATE;
    IF v_estado IN ('INSCRITO', 'INICIADO', 'CULMINADO') THEN
        UPDATE portal.inscripcion i SET estado = s.estado
        FROM (SELECT CASE WHEN bool_and(e.estado IN ('CULMINADA', 'VALIDADA', 'NO_APLICA')) THEN 'CULMINADO'
                          WHEN bool_or(e.estado NOT IN ('PENDIENTE', 'NO_APLICA') AND e.heredada_de IS NULL)
                              THEN 'INICIADO' ELSE 'INSCRITO' END AS estado
              FROM portal.etapa e WHERE e.inscripcion_id = NEW.inscripcion_id) s
        WHERE i.id = NEW.inscripcion_id AND i.estado <> s.estado;
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t20_seguir AFTER UPDATE ON portal.etapa
    FOR EACH ROW WHEN (OLD.estado <> NEW.estado AND NEW.estado <> 'RETIRADO' AND OLD.estado <> 'RETIRADO')
    EXECUTE FUNCTION portal.inscripcion_seguir();

-- Another entry date, other oddities: the trigger of etapa finds them anew.
CREATE OR REPLACE FUNCTION portal.etapa_revisar_fechas() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.etapa SET rareza = NULL WHERE vinculo_id = NEW.id AND estado = 'CULMINADA';
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t30_fechas AFTER UPDATE ON portal.vinculo
    FOR EACH ROW WHEN (OLD.fecha_ingreso <> NEW.fecha_ingreso) EXECUTE FUNCTION portal.etapa_revisar_fechas();

-- --- constancia ---

-- Hours of the course with which stage A was passed, as its settings said when the result was accepted; NULL when not
-- known. Of a recognised stage, of the one that it comes from. Definer: that one is another entity's.
CREATE OR REPLACE FUNCTION portal.etapa_horas_curso(e portal.etapa) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH RECURSIVE origen AS (
        SELECT e.inscripcion_id AS inscripcion_id, e.heredada_de AS heredada_de
        UNION ALL SELECT x.inscripcion_id, x.heredada_de FROM origen o JOIN portal.etapa x ON x.id = o.heredada_de)
    SELECT c.horas FROM origen o JOIN portal.curso_resultado r ON r.inscripcion_id = o.inscripcion_id
    JOIN portal.curso_version c ON c.id = r.curso_version_id
    WHERE e.tipo = 'ESTADO' AND r.aprueba AND NOT EXISTS (SELECT FROM portal.curso_anulacion n WHERE n.resultado_id = r.id)
    ORDER BY r.etapa_id IS NULL, r.id LIMIT 1 $$;

-- Anybody who holds the paper: whether its code is valid today, and no more of the person than initials. Each check is
-- kept, so it is committed. resultado: ok, no_valido (no such code, or its stage is not finished), demasiados.
CREATE OR REPLACE FUNCTION portal.constancia_verificar(p_codigo text, p_address text)
    RETURNS TABLE (resultado text, entidad text, etapa text, iniciales text, ingreso date, fin date, validada boolean)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_codigo text := translate(upper(regexp_replace(p_codigo, '[^0-9A-Za-z]', '', 'g')), 'OIL', '011');
    v_address text := left(coalesce(p_address, ''), 45);
BEGIN
    IF (SELECT count(*) FROM portal.intento_acceso i WHERE i.address = v_address AND i.tipo = 'CONSTANCIA' AND NOT i.exito
           AND i.ocurrido_en > clock_timestamp() - interval '1 hour') >= portal.parametro_int('constancia_fallos_hora', 30) THEN
        resultado := 'demasiados';
        RETURN NEXT;
        RETURN;
    END IF;
    SELECT n.nombre, portal.etapa_en_palabras(e.tipo), i.letras, v.fecha_ingreso, e.fecha_fin, e.estado = 'VALIDADA'
    INTO entidad, etapa, iniciales, ingreso, fin, validada
    FROM portal.etapa e
    JOIN portal.vinculo v ON v.id = e.vinculo_id
    JOIN portal.entidad n ON n.id = e.entidad_id
    JOIN portal.persona p ON p.id = v.persona_id,
    LATERAL (SELECT string_agg(upper(left(w, 1)) || '.', ' ' ORDER BY k) AS letras
             FROM regexp_split_to_table(btrim(concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno)), '\s+')
                 WITH ORDINALITY AS x (w, k)) i
    WHERE e.constancia = v_codigo AND e.estado IN ('CULMINADA', 'VALIDADA');
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_valido' END;
    INSERT INTO portal.intento_acceso (documento_hash, address, exito, tipo)
    VALUES (sha256(convert_to(v_codigo, 'UTF8')), v_address, resultado = 'ok', 'CONSTANCIA');
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.etapa_en_palabras, portal.etapa_salidas, portal.etapas_pedidas, portal.etapa_regla, portal.etapa_juzgar,
    portal.etapa_marcar, portal.etapa_marcar_varias, portal.etapa_rechazo, portal.etapa_rareza, portal.etapa_horas_curso,
    portal.constancia_verificar TO portal_app;
GRANT EXECUTE ON FUNCTION portal.constancia_codigo TO portal_app, portal_fondo;
