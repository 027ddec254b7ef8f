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
CREATE OR REPLACE TRIGGER t90_auditoria AFTER UPDATE OR DELETE ON portal.actividad
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

GRANT EXECUTE ON FUNCTION portal.plan_fecha, portal.dia_habil, portal.plan_de, portal.plan_alcanza, portal.plan_cuando,
    portal.quien_en_palabras TO portal_app, portal_fondo;
