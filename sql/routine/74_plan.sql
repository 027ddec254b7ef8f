-- The planning phase: SERVIR's template by version, the plan of an entity, and the dated tasks that each person
-- gets of it when they are registered.

-- A day of the plan: p_dias from the entry, negative before it. HABIL counts Monday to Friday without holidays; with
-- 0 it is the entry itself, or the next working day when nobody works that day.
CREATE OR REPLACE FUNCTION portal.plan_fecha(p_ingreso date, p_dias integer, p_unidad text) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE
        WHEN p_unidad = 'CALENDARIO' THEN p_ingreso + p_dias
        WHEN p_dias >= 0 THEN portal.dias_sumar(p_ingreso - CASE WHEN p_dias = 0 THEN 1 ELSE 0 END, greatest(p_dias, 1), 'HABIL')
        ELSE (SELECT d::date FROM generate_series(p_ingreso - 1, p_ingreso + p_dias * 2 - 60, interval '-1 day') AS d
              WHERE extract(isodow FROM d) < 6 AND NOT EXISTS (SELECT FROM portal.feriado f WHERE f.fecha = d::date)
              ORDER BY d DESC OFFSET -p_dias - 1 LIMIT 1) END;
$$;

CREATE OR REPLACE FUNCTION portal.dia_habil(p_fecha date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT extract(isodow FROM p_fecha) < 6 AND NOT EXISTS (SELECT FROM portal.feriado f WHERE f.fecha = p_fecha) $$;

-- The plan of whoever is registered now: the newest that is in force today or will be on the day they enter. A plan that
-- was replaced by one for a later date still counts until then.
CREATE OR REPLACE FUNCTION portal.plan_de(p_entidad_id bigint, p_ingreso date) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT p.id FROM portal.plan p
    WHERE p.entidad_id = p_entidad_id AND p.estado <> 'BORRADOR' AND p.vigente_desde <= greatest(p_ingreso, portal.hoy())
    ORDER BY p.version DESC LIMIT 1;
$$;

-- Whether what a plan asks for is for this person.
CREATE OR REPLACE FUNCTION portal.plan_alcanza(p_regimenes text[], p_grupos text[], p_unidad_id bigint,
    p_solo_primer_ingreso boolean, v portal.vinculo) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (p_regimenes IS NULL OR v.regimen = ANY (p_regimenes))
       AND (p_grupos IS NULL OR (v.grupo = ANY (p_grupos)) IS TRUE)
       AND (p_unidad_id IS NULL OR (v.organo_id = p_unidad_id) IS TRUE)
       AND (NOT p_solo_primer_ingreso OR v.primer_ingreso_estado) $$;

-- Internal: the tasks of stages that are open, of the plan in force or of a given one. Set-based: a planilla opens
-- thousands of stages in one statement. Plan and dates are looked up once for each day of entry.
CREATE OR REPLACE FUNCTION portal.actividad_crear(p_etapas bigint[], p_plan_id bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_n bigint;
BEGIN
    WITH alta AS MATERIALIZED (
        SELECT e.id AS etapa_id, e.inscripcion_id, e.tipo, v
        FROM portal.etapa e JOIN portal.vinculo v ON v.id = e.vinculo_id
        WHERE e.id = ANY (p_etapas) AND portal.etapa_abierta(e.estado)),
    rige AS MATERIALIZED (
        SELECT d.entidad_id, d.fecha_ingreso, coalesce(p_plan_id, portal.plan_de(d.entidad_id, d.fecha_ingreso)) AS plan_id
        FROM (SELECT DISTINCT (a.v).entidad_id, (a.v).fecha_ingreso FROM alta a) d),
    dia AS MATERIALIZED (
        SELECT r.fecha_ingreso, x.dias, x.unidad, portal.plan_fecha(r.fecha_ingreso, x.dias, x.unidad) AS fecha
        FROM (SELECT DISTINCT fecha_ingreso FROM rige) r,
             (SELECT DISTINCT pa.dias, pa.unidad FROM portal.plan_actividad pa
              WHERE pa.plan_id IN (SELECT plan_id FROM rige)) x)
    INSERT INTO portal.actividad (inscripcion_id, etapa_id, vinculo_id, persona_id, entidad_id, plan_id, plan_actividad_id,
                                  tipo, titulo, quien, fecha_prevista, horas, pide_evidencia, obligatoria)
    SELECT a.inscripcion_id, a.etapa_id, (a.v).id, (a.v).persona_id, (a.v).entidad_id, pa.plan_id, pa.id, a.tipo, pa.titulo,
           pa.quien, dia.fecha, pa.horas, pa.pide_evidencia, pa.obligatoria
    FROM alta a
    JOIN rige r ON r.entidad_id = (a.v).entidad_id AND r.fecha_ingreso = (a.v).fecha_ingreso
    JOIN portal.plan_actividad pa ON pa.plan_id = r.plan_id AND pa.etapa = a.tipo AND pa.entidad_id = (a.v).entidad_id
    JOIN dia ON dia.fecha_ingreso = (a.v).fecha_ingreso AND dia.dias = pa.dias AND dia.unidad = pa.unidad
    WHERE portal.plan_alcanza(pa.regimenes, pa.grupos, pa.unidad_id, pa.solo_primer_ingreso, a.v)
    ORDER BY a.etapa_id, pa.orden
    ON CONFLICT ON CONSTRAINT actividad_plan_actividad_id_key DO NOTHING;
    GET DIAGNOSTICS v_n = ROW_COUNT;
    RETURN v_n;
END $$;

-- A stage was opened, one or thousands. Almost free where there is no plan.
CREATE OR REPLACE FUNCTION portal.etapa_tras_alta() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_etapas bigint[];
BEGIN
    SELECT array_agg(n.id) INTO v_etapas FROM nueva n
    WHERE portal.etapa_abierta(n.estado)
      AND n.entidad_id IN (SELECT p.entidad_id FROM portal.plan p WHERE p.estado = 'PUBLICADO');
    IF v_etapas IS NOT NULL THEN
        PERFORM portal.actividad_crear(v_etapas, NULL);
    END IF;
    RETURN NULL;
END $$;

-- After a corrected entry date: what is still to be done moves with it.
CREATE OR REPLACE FUNCTION portal.actividad_refechar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.actividad a SET fecha_prevista = f.fecha
    FROM portal.plan_actividad pa, LATERAL (SELECT portal.plan_fecha(NEW.fecha_ingreso, pa.dias, pa.unidad) AS fecha) f
    WHERE a.vinculo_id = NEW.id AND a.estado = 'PENDIENTE' AND pa.id = a.plan_actividad_id
      AND a.fecha_prevista <> f.fecha;
    RETURN NULL;
END $$;

-- Another unit, régimen or group: what is still to be done follows the version of the plan that the person has, or would
-- have got when they were registered. What was done stays, and what somebody said is not for them. How many changed is
-- left in portal.tareas for the page that asked.
CREATE OR REPLACE FUNCTION portal.actividad_reajustar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_motivo constant text := 'Ya no le corresponde por su unidad, régimen o grupo';
    v_plan bigint := (SELECT max(a.plan_id) FROM portal.actividad a WHERE a.vinculo_id = NEW.id);
    v_n bigint;
BEGIN
    IF v_plan IS NULL THEN
        v_plan := (SELECT p.id FROM portal.plan p, portal.inscripcion i
                   WHERE i.vinculo_id = NEW.id AND p.entidad_id = NEW.entidad_id AND p.publicado_en <= i.creado_en
                     AND p.vigente_desde <= greatest(NEW.fecha_ingreso, (i.creado_en AT TIME ZONE 'America/Lima')::date)
                   ORDER BY i.id DESC, p.version DESC LIMIT 1);
    END IF;
    UPDATE portal.actividad a SET estado = x.estado, motivo = CASE x.estado WHEN 'NO_APLICA' THEN c_motivo END
    FROM (SELECT b.id, CASE WHEN portal.plan_alcanza(pa.regimenes, pa.grupos, pa.unidad_id, pa.solo_primer_ingreso, NEW)
                            THEN 'PENDIENTE' ELSE 'NO_APLICA' END AS estado
          FROM portal.actividad b
          JOIN portal.plan_actividad pa ON pa.id = b.plan_actividad_id
          JOIN portal.etapa e ON e.id = b.etapa_id AND portal.etapa_abierta(e.estado)
          WHERE b.vinculo_id = NEW.id AND (b.estado = 'PENDIENTE' OR (b.estado = 'NO_APLICA' AND b.motivo = c_motivo))) x
    WHERE a.id = x.id AND a.estado <> x.estado;
    GET DIAGNOSTICS v_n = ROW_COUNT;
    IF v_plan IS NOT NULL THEN
        v_n := v_n + portal.actividad_crear(ARRAY(SELECT e.id FROM portal.etapa e WHERE e.vinculo_id = NEW.id), v_plan);
    END IF;
    PERFORM set_config('portal.tareas', v_n::text, true);
    RETURN NULL;
END $$;

-- What the change of this transaction moved of somebody's tasks.
CREATE OR REPLACE FUNCTION portal.tareas_ajustadas() RETURNS integer
LANGUAGE sql VOLATILE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT coalesce(nullif(current_setting('portal.tareas', true), '')::integer, 0) $$;

-- A plan or template that was published only gives way to the next; it never changes.
CREATE OR REPLACE FUNCTION portal.plan_guardar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF OLD.estado <> 'BORRADOR'
       AND (to_jsonb(NEW) - 'estado' <> to_jsonb(OLD) - 'estado'
            OR (OLD.estado, NEW.estado) NOT IN (('PUBLICADO', 'REEMPLAZADO'), ('PUBLICADA', 'RETIRADA'))) THEN
        RAISE EXCEPTION 'a published % does not change', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER t30_actividad AFTER INSERT ON portal.etapa
    REFERENCING NEW TABLE AS nueva FOR EACH STATEMENT EXECUTE FUNCTION portal.etapa_tras_alta();
CREATE OR REPLACE TRIGGER t30_refechar AFTER UPDATE OF fecha_ingreso ON portal.vinculo
    FOR EACH ROW WHEN (OLD.fecha_ingreso <> NEW.fecha_ingreso) EXECUTE FUNCTION portal.actividad_refechar();
CREATE OR REPLACE TRIGGER t30_reajustar AFTER UPDATE OF organo_id, regimen, grupo, primer_ingreso_estado ON portal.vinculo
    FOR EACH ROW WHEN ((OLD.organo_id, OLD.regimen, OLD.grupo, OLD.primer_ingreso_estado)
        IS DISTINCT FROM (NEW.organo_id, NEW.regimen, NEW.grupo, NEW.primer_ingreso_estado))
    EXECUTE FUNCTION portal.actividad_reajustar();
CREATE OR REPLACE TRIGGER t10_guardar BEFORE UPDATE ON portal.plan
    FOR EACH ROW EXECUTE FUNCTION portal.plan_guardar();
CREATE OR REPLACE TRIGGER t10_guardar BEFORE UPDATE ON portal.plan_plantilla
    FOR EACH ROW EXECUTE FUNCTION portal.plan_guardar();
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['plan_actividad', 'plan_plantilla_actividad', 'actividad', 'material'] LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER t10_version BEFORE UPDATE ON portal.%I
            FOR EACH ROW EXECUTE FUNCTION portal.version_subir()', t);
    END LOOP;
END $$;
-- What a task begins as follows from the plan, and a planilla makes thousands: the audit has what people do with them.
CREATE OR REPLACE TRIGGER t90_auditoria AFTER UPDATE ON portal.actividad
    FOR EACH ROW EXECUTE FUNCTION portal.auditoria_anotar();

-- The number that a date of a plan is shown by, and its opposite.
CREATE OR REPLACE FUNCTION portal.plan_cuando(p_dias integer, p_unidad text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN p_dias = 0 THEN CASE p_unidad WHEN 'HABIL' THEN 'El primer día de trabajo' ELSE 'El día que ingresa' END
        ELSE abs(p_dias) || CASE WHEN abs(p_dias) = 1 THEN ' día ' ELSE ' días ' END
            || CASE WHEN p_unidad = 'CALENDARIO' THEN 'calendario' WHEN abs(p_dias) = 1 THEN 'hábil' ELSE 'hábiles' END
            || CASE WHEN p_dias < 0 THEN ' antes de ingresar' ELSE ' después de ingresar' END END $$;
CREATE OR REPLACE FUNCTION portal.quien_en_palabras(p_quien text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p_quien WHEN 'ORH' THEN 'La ORH' WHEN 'JEFE' THEN 'El jefe inmediato' WHEN 'SERVIDOR' THEN 'El servidor'
        ELSE 'El tutor' END $$;

-- For whom something of a plan is, in words; NULL: for all.
CREATE OR REPLACE FUNCTION portal.plan_para(p_regimenes text[], p_grupos text[], p_unidad_id bigint,
    p_solo_primer_ingreso boolean) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT nullif(concat_ws('; ',
        (SELECT 'régimen ' || string_agg(r.nombre_corto, ' o ' ORDER BY r.codigo) FROM portal.regimen r
         WHERE r.codigo = ANY (p_regimenes) HAVING count(*) > 0),
        (SELECT 'grupo ' || string_agg(g.nombre, ' o ' ORDER BY g.codigo) FROM portal.grupo g
         WHERE g.codigo = ANY (p_grupos) HAVING count(*) > 0),
        (SELECT o.nombre FROM portal.organo o WHERE o.id = p_unidad_id),
        CASE WHEN p_solo_primer_ingreso THEN 'primer ingreso al Estado' END), '') $$;

-- What a form says of a task: days and which way they count.
CREATE OR REPLACE FUNCTION portal.plan_dias(p_dias integer, p_cuando text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN p_cuando LIKE '%ANTES' THEN -p_dias ELSE p_dias END $$;
CREATE OR REPLACE FUNCTION portal.plan_horas(p_horas text) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT replace(p_horas, ',', '.')::numeric $$;

-- A new draft: what SERVIR's published template asks for, and what the entity had of its own in the plan in force.
-- resultado: ok, ya_hay (plan_id is the draft), sin_plantilla.
CREATE OR REPLACE FUNCTION portal.plan_abrir() RETURNS TABLE (resultado text, plan_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_entidad_id bigint := portal.ambito_orh();
    v_plantilla_id bigint := (SELECT p.id FROM portal.plan_plantilla p WHERE p.estado = 'PUBLICADA');
BEGIN
    resultado := CASE WHEN v_plantilla_id IS NULL THEN 'sin_plantilla' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        INSERT INTO portal.plan (entidad_id, plantilla_id, version)
        VALUES (v_entidad_id, v_plantilla_id,
                coalesce((SELECT max(p.version) FROM portal.plan p WHERE p.entidad_id = v_entidad_id), 0) + 1)
        ON CONFLICT DO NOTHING RETURNING id INTO plan_id;
        IF plan_id IS NULL THEN
            resultado := 'ya_hay';
            SELECT p.id INTO plan_id FROM portal.plan p WHERE p.entidad_id = v_entidad_id AND p.estado = 'BORRADOR';
        ELSE
            INSERT INTO portal.plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, descripcion, quien, dias,
                unidad, horas, pide_evidencia, obligatoria, material_id, regimenes, grupos, solo_primer_ingreso)
            SELECT plan_abrir.plan_id, v_entidad_id, 'SERVIR', a.etapa, row_number() OVER (PARTITION BY a.etapa ORDER BY a.orden, a.id),
                   a.titulo, a.descripcion, a.quien, a.dias, a.unidad, a.horas, a.pide_evidencia, a.obligatoria, a.material_id,
                   a.regimenes, a.grupos, a.solo_primer_ingreso
            FROM portal.plan_plantilla_actividad a WHERE a.plantilla_id = v_plantilla_id;
            INSERT INTO portal.plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, descripcion, quien, dias,
                unidad, horas, pide_evidencia, obligatoria, material_id, regimenes, grupos, unidad_id, solo_primer_ingreso)
            SELECT plan_abrir.plan_id, v_entidad_id, 'ENTIDAD', a.etapa,
                   1000 + row_number() OVER (PARTITION BY a.etapa ORDER BY a.orden, a.id), a.titulo, a.descripcion, a.quien,
                   a.dias, a.unidad, a.horas, a.pide_evidencia, a.obligatoria, a.material_id, a.regimenes, a.grupos, a.unidad_id,
                   a.solo_primer_ingreso
            FROM portal.plan_actividad a JOIN portal.plan p ON p.id = a.plan_id
            WHERE p.entidad_id = v_entidad_id AND p.estado = 'PUBLICADO' AND a.origen = 'ENTIDAD'
            ON CONFLICT ON CONSTRAINT plan_actividad_titulo_key DO NOTHING;
        END IF;
    END IF;
    RETURN NEXT;
END $$;

-- Adds (without p_id) or changes one of the entity's own. resultado: ok, no_encontrado (not a draft of ours, or one of
-- SERVIR's), repetida (that stage has one so called), ya_estaba (the same, from a first click), conflicto, demasiadas.
CREATE OR REPLACE FUNCTION portal.plan_actividad_guardar(p_plan_id bigint, p_id bigint, p_version integer, p_etapa text,
    p_titulo text, p_descripcion text, p_quien text, p_dias integer, p_cuando text, p_horas text, p_pide_evidencia boolean,
    p_obligatoria boolean, p_material_id bigint, p_regimen text, p_grupo text, p_unidad_id bigint, p_solo_primer_ingreso boolean)
    RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_plan portal.plan;
    v_otra portal.plan_actividad;
    v_version integer;
    v_dias integer := portal.plan_dias(p_dias, p_cuando);
BEGIN
    SELECT p.* INTO v_plan FROM portal.plan p
    WHERE p.id = p_plan_id AND p.estado = 'BORRADOR' AND p.entidad_id = portal.ambito_orh() FOR UPDATE;
    SELECT a.* INTO v_otra FROM portal.plan_actividad a
    WHERE a.plan_id = p_plan_id AND a.etapa = p_etapa AND a.titulo = p_titulo AND a.id IS DISTINCT FROM p_id;
    SELECT a.version INTO v_version FROM portal.plan_actividad a
    WHERE a.id = p_id AND a.plan_id = p_plan_id AND a.origen = 'ENTIDAD';
    resultado := CASE WHEN v_plan.id IS NULL OR (p_id IS NOT NULL AND v_version IS NULL) THEN 'no_encontrado'
        WHEN v_otra.id IS NOT NULL AND p_id IS NULL AND v_otra.origen = 'ENTIDAD'
             AND (v_otra.quien, v_otra.dias, v_otra.unidad, v_otra.horas, v_otra.pide_evidencia, v_otra.obligatoria, v_otra.material_id,
                  v_otra.descripcion, v_otra.regimenes, v_otra.grupos, v_otra.unidad_id, v_otra.solo_primer_ingreso)
                 IS NOT DISTINCT FROM (p_quien, v_dias, split_part(p_cuando, '_', 1), portal.plan_horas(p_horas), p_pide_evidencia,
                  p_obligatoria, p_material_id, p_descripcion, string_to_array(p_regimen, ','), string_to_array(p_grupo, ','),
                  p_unidad_id, p_solo_primer_ingreso) THEN 'ya_estaba'
        WHEN v_otra.id IS NOT NULL THEN 'repetida'
        WHEN v_version <> p_version THEN 'conflicto'
        WHEN p_id IS NULL AND (SELECT count(*) FROM portal.plan_actividad a WHERE a.plan_id = p_plan_id) >= 100 THEN 'demasiadas'
        ELSE 'ok' END;
    IF resultado = 'ok' AND p_id IS NULL THEN
        INSERT INTO portal.plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, descripcion, quien, dias, unidad,
            horas, pide_evidencia, obligatoria, material_id, regimenes, grupos, unidad_id, solo_primer_ingreso)
        VALUES (p_plan_id, v_plan.entidad_id, 'ENTIDAD', p_etapa, coalesce((SELECT max(a.orden) FROM portal.plan_actividad a
                WHERE a.plan_id = p_plan_id AND a.etapa = p_etapa), 0) + 1, p_titulo, p_descripcion, p_quien, v_dias,
            split_part(p_cuando, '_', 1), portal.plan_horas(p_horas), p_pide_evidencia, p_obligatoria, p_material_id,
            string_to_array(p_regimen, ','), string_to_array(p_grupo, ','), p_unidad_id, p_solo_primer_ingreso);
    ELSIF resultado = 'ok' THEN
        UPDATE portal.plan_actividad a SET orden = CASE WHEN a.etapa = p_etapa THEN a.orden ELSE coalesce((SELECT max(x.orden)
                FROM portal.plan_actividad x WHERE x.plan_id = p_plan_id AND x.etapa = p_etapa), 0) + 1 END,
            etapa = p_etapa, titulo = p_titulo, descripcion = p_descripcion, quien = p_quien, dias = v_dias,
            unidad = split_part(p_cuando, '_', 1), horas = portal.plan_horas(p_horas), pide_evidencia = p_pide_evidencia,
            obligatoria = p_obligatoria, material_id = p_material_id,
            regimenes = string_to_array(p_regimen, ','), grupos = string_to_array(p_grupo, ','), unidad_id = p_unidad_id,
            solo_primer_ingreso = p_solo_primer_ingreso
        WHERE a.id = p_id;
    END IF;
    RETURN NEXT;
END $$;

-- The same for a draft of SERVIR's template.
CREATE OR REPLACE FUNCTION portal.plan_plantilla_guardar(p_plantilla_id bigint, p_id bigint, p_version integer, p_etapa text,
    p_titulo text, p_descripcion text, p_quien text, p_dias integer, p_cuando text, p_horas text, p_pide_evidencia boolean,
    p_obligatoria boolean, p_material_id bigint, p_regimen text, p_grupo text, p_solo_primer_ingreso boolean)
    RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_otra portal.plan_plantilla_actividad;
    v_version integer;
    v_dias integer := portal.plan_dias(p_dias, p_cuando);
BEGIN
    PERFORM FROM portal.plan_plantilla p WHERE p.id = p_plantilla_id AND p.estado = 'BORRADOR' AND portal.es_admin() FOR UPDATE;
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_encontrado' END;
    SELECT a.* INTO v_otra FROM portal.plan_plantilla_actividad a
    WHERE a.plantilla_id = p_plantilla_id AND a.etapa = p_etapa AND a.titulo = p_titulo AND a.id IS DISTINCT FROM p_id;
    SELECT a.version INTO v_version FROM portal.plan_plantilla_actividad a WHERE a.id = p_id AND a.plantilla_id = p_plantilla_id;
    resultado := CASE WHEN resultado <> 'ok' OR (p_id IS NOT NULL AND v_version IS NULL) THEN 'no_encontrado'
        WHEN v_otra.id IS NOT NULL AND p_id IS NULL
             AND (v_otra.quien, v_otra.dias, v_otra.unidad, v_otra.horas, v_otra.pide_evidencia, v_otra.obligatoria, v_otra.material_id,
                  v_otra.descripcion, v_otra.regimenes, v_otra.grupos, v_otra.solo_primer_ingreso)
                 IS NOT DISTINCT FROM (p_quien, v_dias, split_part(p_cuando, '_', 1), portal.plan_horas(p_horas), p_pide_evidencia,
                  p_obligatoria, p_material_id, p_descripcion, string_to_array(p_regimen, ','), string_to_array(p_grupo, ','),
                  p_solo_primer_ingreso) THEN 'ya_estaba'
        WHEN v_otra.id IS NOT NULL THEN 'repetida'
        WHEN v_version <> p_version THEN 'conflicto'
        WHEN p_id IS NULL AND (SELECT count(*) FROM portal.plan_plantilla_actividad a WHERE a.plantilla_id = p_plantilla_id) >= 60
            THEN 'demasiadas'
        ELSE 'ok' END;
    IF resultado = 'ok' AND p_id IS NULL THEN
        INSERT INTO portal.plan_plantilla_actividad (plantilla_id, etapa, orden, titulo, descripcion, quien, dias, unidad,
            horas, pide_evidencia, obligatoria, material_id, regimenes, grupos, solo_primer_ingreso)
        VALUES (p_plantilla_id, p_etapa, coalesce((SELECT max(a.orden) FROM portal.plan_plantilla_actividad a
                WHERE a.plantilla_id = p_plantilla_id AND a.etapa = p_etapa), 0) + 1, p_titulo, p_descripcion, p_quien, v_dias,
            split_part(p_cuando, '_', 1), portal.plan_horas(p_horas), p_pide_evidencia, p_obligatoria, p_material_id,
            string_to_array(p_regimen, ','), string_to_array(p_grupo, ','),
            p_solo_primer_ingreso);
    ELSIF resultado = 'ok' THEN
        UPDATE portal.plan_plantilla_actividad a SET
            orden = CASE WHEN a.etapa = p_etapa THEN a.orden ELSE coalesce((SELECT max(x.orden)
                FROM portal.plan_plantilla_actividad x WHERE x.plantilla_id = p_plantilla_id AND x.etapa = p_etapa), 0) + 1 END,
            etapa = p_etapa, titulo = p_titulo, descripcion = p_descripcion, quien = p_quien, dias = v_dias,
            unidad = split_part(p_cuando, '_', 1), horas = portal.plan_horas(p_horas), pide_evidencia = p_pide_evidencia,
            obligatoria = p_obligatoria, material_id = p_material_id,
            regimenes = string_to_array(p_regimen, ','), grupos = string_to_array(p_grupo, ','), solo_primer_ingreso = p_solo_primer_ingreso
        WHERE a.id = p_id;
    END IF;
    RETURN NEXT;
END $$;

-- Who is in induction without any task, and may be given those of a plan that comes late.
CREATE OR REPLACE FUNCTION portal.plan_sin_tareas(p_entidad_id bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 100 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT e.id FROM portal.etapa e JOIN portal.vinculo v ON v.id = e.vinculo_id
    WHERE e.entidad_id = p_entidad_id AND portal.etapa_abierta(e.estado)
      AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy())
      AND NOT EXISTS (SELECT FROM portal.actividad a WHERE a.inscripcion_id = e.inscripcion_id) $$;

CREATE OR REPLACE FUNCTION portal.plan_aplicar(p_plan_id bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_entidad_id bigint := (SELECT p.entidad_id FROM portal.plan p
        WHERE p.id = p_plan_id AND p.estado = 'PUBLICADO' AND p.entidad_id = portal.ambito_orh());
BEGIN
    RETURN CASE WHEN v_entidad_id IS NULL THEN 0
        ELSE portal.actividad_crear(ARRAY(SELECT portal.plan_sin_tareas(v_entidad_id)), p_plan_id) END;
END $$;

-- resultado: ok, ya_publicado (a second click), no_encontrado, vacio, fecha_futura, desde_lejos.
CREATE OR REPLACE FUNCTION portal.plan_publicar(p_plan_id bigint, p_documento text, p_aprobado_el date, p_vigente_desde date,
    p_tambien boolean) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_plan portal.plan;
BEGIN
    SELECT p.* INTO v_plan FROM portal.plan p WHERE p.id = p_plan_id AND p.entidad_id = portal.ambito_orh() FOR UPDATE;
    resultado := CASE WHEN v_plan.id IS NULL THEN 'no_encontrado'
        WHEN v_plan.estado = 'PUBLICADO' AND v_plan.documento_aprobacion = p_documento THEN 'ya_publicado'
        WHEN v_plan.estado <> 'BORRADOR' THEN 'no_encontrado'
        WHEN NOT EXISTS (SELECT FROM portal.plan_actividad a WHERE a.plan_id = p_plan_id) THEN 'vacio'
        WHEN p_aprobado_el > portal.hoy() OR p_aprobado_el < '2000-01-01' THEN 'fecha_futura'
        WHEN p_vigente_desde NOT BETWEEN '2000-01-01' AND portal.hoy() + 366 THEN 'desde_lejos'
        ELSE 'ok' END;
    IF resultado = 'ok' THEN
        UPDATE portal.plan p SET estado = 'REEMPLAZADO' WHERE p.entidad_id = v_plan.entidad_id AND p.estado = 'PUBLICADO';
        UPDATE portal.plan p SET estado = 'PUBLICADO', documento_aprobacion = p_documento, aprobado_el = p_aprobado_el,
            vigente_desde = p_vigente_desde, publicado_en = now(), publicado_por = portal.actual_usuario()
        WHERE p.id = p_plan_id;
        IF p_tambien THEN
            PERFORM portal.plan_aplicar(p_plan_id);
        END IF;
    END IF;
    RETURN NEXT;
END $$;

-- SERVIR's next version begins as a copy of the one in force. resultado: ok, ya_hay.
CREATE OR REPLACE FUNCTION portal.plan_plantilla_abrir() RETURNS TABLE (resultado text, plantilla_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_vieja portal.plan_plantilla;
BEGIN
    SELECT p.* INTO v_vieja FROM portal.plan_plantilla p WHERE p.estado = 'PUBLICADA';
    resultado := 'ok';
    INSERT INTO portal.plan_plantilla (version, nombre)
    VALUES (coalesce((SELECT max(p.version) FROM portal.plan_plantilla p), 0) + 1,
            coalesce(v_vieja.nombre, 'Plan de inducción de servidores'))
    ON CONFLICT DO NOTHING RETURNING id INTO plantilla_id;
    IF plantilla_id IS NULL THEN
        resultado := 'ya_hay';
        SELECT p.id INTO plantilla_id FROM portal.plan_plantilla p WHERE p.estado = 'BORRADOR';
    ELSE
        INSERT INTO portal.plan_plantilla_actividad (plantilla_id, etapa, orden, titulo, descripcion, quien, dias, unidad, horas,
            pide_evidencia, obligatoria, material_id, regimenes, grupos, solo_primer_ingreso)
        SELECT plan_plantilla_abrir.plantilla_id, a.etapa, a.orden, a.titulo, a.descripcion, a.quien, a.dias, a.unidad, a.horas,
            a.pide_evidencia, a.obligatoria, a.material_id, a.regimenes, a.grupos, a.solo_primer_ingreso
        FROM portal.plan_plantilla_actividad a WHERE a.plantilla_id = v_vieja.id;
    END IF;
    RETURN NEXT;
END $$;

-- resultado: ok, ya_publicada, no_encontrado, vacia.
CREATE OR REPLACE FUNCTION portal.plan_plantilla_publicar(p_id bigint, p_nombre text, p_nota text) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_estado text;
BEGIN
    SELECT p.estado INTO v_estado FROM portal.plan_plantilla p WHERE p.id = p_id AND portal.es_admin() FOR UPDATE;
    resultado := CASE WHEN v_estado = 'PUBLICADA' THEN 'ya_publicada' WHEN v_estado IS DISTINCT FROM 'BORRADOR' THEN 'no_encontrado'
        WHEN NOT EXISTS (SELECT FROM portal.plan_plantilla_actividad a WHERE a.plantilla_id = p_id) THEN 'vacia' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        UPDATE portal.plan_plantilla p SET estado = 'RETIRADA' WHERE p.estado = 'PUBLICADA';
        UPDATE portal.plan_plantilla p SET estado = 'PUBLICADA', nombre = p_nombre, nota = p_nota, publicada_en = now(),
            publicada_por = portal.actual_usuario() WHERE p.id = p_id;
    END IF;
    RETURN NEXT;
END $$;

-- The dated tasks that a plan would give to those who entered between two days; when nobody did, to an example who
-- enters on the first working day. sin_jefe: they have none; plazo: of the stage by the rule in force.
CREATE OR REPLACE FUNCTION portal.plan_simular(p_plan_id bigint, p_desde date, p_hasta date)
RETURNS TABLE (vinculo_id bigint, nombre text, ingreso date, sin_jefe boolean, etapa text, orden integer, titulo text,
               quien text, fecha date, horas numeric, plazo date)
LANGUAGE sql STABLE ROWS 500 SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH entra AS MATERIALIZED (
        SELECT v.id, v.nombre_completo, v.fecha_ingreso, v.fecha_inicio_puesto, v.jefe_nombre IS NULL AS sin_jefe, v.orden_nombre, v
        FROM portal.plan p JOIN portal.vinculo v ON v.entidad_id = p.entidad_id
        WHERE p.id = p_plan_id AND v.fecha_ingreso BETWEEN p_desde AND p_hasta
        ORDER BY v.fecha_ingreso, v.orden_nombre, v.id LIMIT 200),
    quienes AS (
        SELECT e.id, e.nombre_completo, e.fecha_ingreso, e.fecha_inicio_puesto, e.sin_jefe, e.v FROM entra e
        UNION ALL
        SELECT NULL, 'Persona de ejemplo', d, d, false, NULL FROM (SELECT portal.plan_fecha(p_desde, 0, 'HABIL') AS d) x
        WHERE NOT EXISTS (SELECT FROM entra)),
    plazo AS MATERIALIZED (
        SELECT d.fecha_ingreso, d.fecha_inicio_puesto, l.tipo, l.fecha_limite
        FROM (SELECT DISTINCT fecha_ingreso, fecha_inicio_puesto FROM quienes) d,
             LATERAL portal.etapa_limites(portal.regla_de(portal.edicion_de('SERVIDORES', d.fecha_ingreso), d.fecha_ingreso),
                                          d.fecha_ingreso, d.fecha_inicio_puesto) l),
    dia AS MATERIALIZED (
        SELECT q.fecha_ingreso, a.dias, a.unidad, portal.plan_fecha(q.fecha_ingreso, a.dias, a.unidad) AS fecha
        FROM (SELECT DISTINCT fecha_ingreso FROM quienes) q,
             (SELECT DISTINCT x.dias, x.unidad FROM portal.plan_actividad x WHERE x.plan_id = p_plan_id) a)
    SELECT q.id, q.nombre_completo, q.fecha_ingreso, q.sin_jefe, a.etapa, a.orden, a.titulo, a.quien, d.fecha, a.horas, z.fecha_limite
    FROM quienes q
    JOIN portal.plan_actividad a ON a.plan_id = p_plan_id
        AND (q.id IS NULL OR portal.plan_alcanza(a.regimenes, a.grupos, a.unidad_id, a.solo_primer_ingreso, q.v))
    JOIN dia d ON d.fecha_ingreso = q.fecha_ingreso AND d.dias = a.dias AND d.unidad = a.unidad
    LEFT JOIN plazo z ON z.fecha_ingreso = q.fecha_ingreso AND z.fecha_inicio_puesto = q.fecha_inicio_puesto AND z.tipo = a.etapa
    WHERE EXISTS (SELECT FROM portal.plan p WHERE p.id = p_plan_id);
$$;

GRANT EXECUTE ON FUNCTION portal.plan_para, portal.plan_dias, portal.plan_horas, portal.plan_abrir, portal.plan_actividad_guardar,
    portal.plan_plantilla_guardar, portal.plan_sin_tareas, portal.plan_aplicar, portal.plan_publicar, portal.plan_plantilla_abrir,
    portal.plan_plantilla_publicar, portal.plan_simular TO portal_app;
GRANT EXECUTE ON FUNCTION portal.tareas_ajustadas, portal.plan_fecha, portal.dia_habil, portal.plan_de, portal.plan_alcanza, portal.plan_cuando,
    portal.quien_en_palabras TO portal_app, portal_fondo;
