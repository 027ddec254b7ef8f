-- What the tables keep by themselves: versions, sort keys, search words, periods, append-only.

CREATE OR REPLACE FUNCTION portal.parametro_int(p_clave text, p_defecto integer) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT coalesce((SELECT valor::integer FROM portal.parametro WHERE clave = p_clave), p_defecto) $$;

CREATE OR REPLACE FUNCTION portal.persona_nombre(p portal.persona) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT concat_ws(' ', nullif(concat_ws(' ', p.apellido_paterno, p.apellido_materno), '') || ',',
                       p.nombres) $$;

-- Only what changed: {"puesto": ["antes", "despues"]}.
CREATE OR REPLACE FUNCTION portal.jsonb_cambios(p_antes jsonb, p_despues jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT coalesce(jsonb_object_agg(k, jsonb_build_array(p_antes -> k, p_despues -> k)), '{}')
      FROM jsonb_object_keys(p_antes || p_despues) AS k
      WHERE p_antes -> k IS DISTINCT FROM p_despues -> k $$;

CREATE OR REPLACE FUNCTION portal.version_subir() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;

-- A vinculo carries its person's sort key, so that lists under row-level security are one index
-- walk. Definer: the person of a new vinculo does not show to the ORH until the vinculo exists.
CREATE OR REPLACE FUNCTION portal.vinculo_preparar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_persona portal.persona;
    v_jefe record;
BEGIN
    SELECT * INTO v_persona FROM portal.persona WHERE id = NEW.persona_id;
    NEW.orden_nombre := coalesce(v_persona.busqueda, '');
    NEW.nombre_completo := coalesce(portal.persona_nombre(v_persona), '');
    NEW.documento := coalesce(v_persona.numero_documento, '');
    NEW.jefe_persona_id := NULL;
    IF NEW.jefe_vinculo_id IS NOT NULL THEN
        SELECT persona_id, nombre_completo INTO v_jefe FROM portal.vinculo WHERE id = NEW.jefe_vinculo_id;
        NEW.jefe_persona_id := v_jefe.persona_id;
        NEW.jefe_nombre := v_jefe.nombre_completo;
    END IF;
    -- A changed name is not an edit of the vinculo: forms that are open stay good.
    IF TG_OP = 'UPDATE' AND (NEW.orden_nombre, NEW.nombre_completo, NEW.documento)
            IS NOT DISTINCT FROM (OLD.orden_nombre, OLD.nombre_completo, OLD.documento) THEN
        NEW.version := OLD.version + 1;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION portal.vinculo_indexar(p_vinculo_id bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    DELETE FROM portal.vinculo_palabra WHERE vinculo_id = p_vinculo_id;
    INSERT INTO portal.vinculo_palabra (vinculo_id, entidad_id, palabra)
    SELECT DISTINCT v.id, v.entidad_id, w.palabra
    FROM portal.vinculo v, string_to_table(v.orden_nombre || ' ' || v.documento, ' ') AS w (palabra)
    WHERE v.id = p_vinculo_id AND w.palabra <> '';
$$;

CREATE OR REPLACE FUNCTION portal.vinculo_periodo_abrir(p portal.vinculo, p_desde date, p_motivo text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    INSERT INTO portal.vinculo_cambio (vinculo_id, entidad_id, desde, hasta, organo_id, puesto, regimen, grupo,
        tipo_contrato, condicion, modalidad, es_confianza, jefe_vinculo_id, jefe_nombre, documento_sustento, motivo)
    VALUES (p.id, p.entidad_id, p_desde, p.fecha_cese, p.organo_id, p.puesto, p.regimen, p.grupo,
        p.tipo_contrato, p.condicion, p.modalidad, p.es_confianza, p.jefe_vinculo_id, p.jefe_nombre,
        p.documento_sustento, p_motivo);
$$;

CREATE OR REPLACE FUNCTION portal.vinculo_tras_alta() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM portal.vinculo_indexar(NEW.id);
    PERFORM portal.vinculo_periodo_abrir(NEW, NEW.fecha_ingreso, 'Ingreso');
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION portal.persona_propagar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_id bigint;
BEGIN
    -- The BEFORE trigger of vinculo reads the new name.
    FOR v_id IN UPDATE portal.vinculo SET persona_id = persona_id WHERE persona_id = NEW.id RETURNING id LOOP
        PERFORM portal.vinculo_indexar(v_id);
    END LOOP;
    RETURN NULL;
END $$;

-- For loads that switch triggers off: fills everything that triggers keep, set-based.
CREATE OR REPLACE FUNCTION portal.vinculo_reconstruir() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_n bigint;
BEGIN
    UPDATE portal.vinculo v
    SET orden_nombre = p.busqueda, nombre_completo = portal.persona_nombre(p), documento = p.numero_documento
    FROM portal.persona p
    WHERE p.id = v.persona_id
      AND (v.orden_nombre, v.nombre_completo, v.documento)
          IS DISTINCT FROM (p.busqueda, portal.persona_nombre(p), p.numero_documento);
    UPDATE portal.vinculo v SET jefe_persona_id = j.persona_id, jefe_nombre = j.nombre_completo
    FROM portal.vinculo j
    WHERE j.id = v.jefe_vinculo_id AND v.jefe_persona_id IS DISTINCT FROM j.persona_id;
    INSERT INTO portal.vinculo_palabra (vinculo_id, entidad_id, palabra)
    SELECT DISTINCT v.id, v.entidad_id, w.palabra
    FROM portal.vinculo v, string_to_table(v.orden_nombre || ' ' || v.documento, ' ') AS w (palabra)
    WHERE w.palabra <> ''
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_n = ROW_COUNT;
    PERFORM portal.vinculo_periodo_abrir(v, v.fecha_ingreso, 'Ingreso') FROM portal.vinculo v
    WHERE NOT EXISTS (SELECT FROM portal.vinculo_cambio c WHERE c.vinculo_id = v.id);
    RETURN v_n;
END $$;

-- What is odd about a finished stage; NULL when nothing is. Not LANGUAGE sql: that would keep the plan of whoever
-- called it first in a transaction, policies included.
CREATE OR REPLACE FUNCTION portal.etapa_rareza(p portal.etapa) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    RETURN (SELECT nullif(concat_ws(' ',
        CASE WHEN p.fecha_fin < v.fecha_ingreso THEN 'ANTES_DEL_INGRESO'
             WHEN p.fecha_fin = v.fecha_ingreso THEN 'MISMO_DIA'
             WHEN p.fecha_fin - v.fecha_ingreso < portal.parametro_int('etapa_dias_rapida', 2) THEN 'MUY_RAPIDA' END,
        CASE WHEN p.fecha_fin > p.fecha_limite THEN 'FUERA_DE_PLAZO' END,
        CASE WHEN p.tipo = 'ESPECIFICA' AND b.estado <> 'NO_APLICA'
                  AND (b.fecha_fin IS NULL OR b.fecha_fin > p.fecha_fin) THEN 'ANTES_DE_LA_B' END,
        portal.revision_rareza(p), portal.conformidad_rareza(p)), '')
    FROM portal.vinculo v
    LEFT JOIN portal.etapa b ON b.inscripcion_id = p.inscripcion_id AND b.tipo = 'ENTIDAD'
    WHERE v.id = p.vinculo_id);
END $$;

-- A role moves a stage only as etapa_transicion says. RETIRADO comes and goes with the vinculo; a decision that is taken
-- back leaves the stage as it was, its place in the queue included (decision_deshacer).
CREATE OR REPLACE FUNCTION portal.etapa_guardar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_deshace constant boolean := current_user = 'portal_definer' AND current_setting('portal.deshace', true) = 'decision';
BEGIN
    NEW.version := OLD.version + 1;
    IF NEW.estado <> OLD.estado AND portal.actual_rol() IS NOT NULL AND NEW.estado <> 'RETIRADO' AND v_deshace IS NOT TRUE
            AND NOT (OLD.estado = 'RETIRADO' AND NEW.estado = OLD.estado_previo)
            AND NOT EXISTS (SELECT FROM portal.etapa_transicion t WHERE t.rol = portal.actual_rol()
                AND t.tipo = NEW.tipo AND t.desde = OLD.estado AND t.hacia = NEW.estado) THEN
        RAISE EXCEPTION '% does not move % from % to %', portal.actual_rol(), NEW.tipo, OLD.estado, NEW.estado
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.estado <> OLD.estado THEN
        NEW.estado_previo := CASE WHEN NEW.estado = 'RETIRADO' THEN OLD.estado END;
    END IF;
    NEW.rareza := CASE WHEN NEW.estado = 'CULMINADA' THEN portal.etapa_rareza(NEW) END;
    IF NEW.estado = 'CULMINADA' AND OLD.estado <> 'CULMINADA' AND v_deshace IS NOT TRUE THEN
        NEW.en_cola_desde := now();
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION portal.inscripcion_guardar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    NEW.estado_previo := CASE WHEN NEW.estado = 'RETIRADO' THEN OLD.estado END;
    RETURN NEW;
END $$;

-- No unit is above itself, by whatever way round. One at a time in an entity: two that are set at
-- once could close a ring that neither sees.
CREATE OR REPLACE FUNCTION portal.organo_padre_guardar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('organo-' || NEW.entidad_id, 3));
    IF EXISTS (
        WITH RECURSIVE arriba AS (
            SELECT NEW.padre_id AS id
            UNION
            SELECT o.padre_id FROM arriba a JOIN portal.organo o ON o.id = a.id)
        SELECT FROM arriba WHERE id = NEW.id) THEN
        RAISE EXCEPTION 'a unit above itself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'organo_padre_id_check', TABLE = 'organo',
                  COLUMN = 'padre_id', SCHEMA = 'portal';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION portal.solo_agregar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE TRIGGER t10_preparar BEFORE INSERT OR UPDATE ON portal.vinculo
    FOR EACH ROW EXECUTE FUNCTION portal.vinculo_preparar();
CREATE OR REPLACE TRIGGER t20_alta AFTER INSERT ON portal.vinculo
    FOR EACH ROW EXECUTE FUNCTION portal.vinculo_tras_alta();
CREATE OR REPLACE TRIGGER t20_propagar AFTER UPDATE ON portal.persona
    FOR EACH ROW WHEN (OLD.busqueda <> NEW.busqueda OR OLD.numero_documento <> NEW.numero_documento
        OR (OLD.nombres, OLD.apellido_paterno, OLD.apellido_materno)
           IS DISTINCT FROM (NEW.nombres, NEW.apellido_paterno, NEW.apellido_materno))
    EXECUTE FUNCTION portal.persona_propagar();
CREATE OR REPLACE TRIGGER t10_guardar BEFORE UPDATE ON portal.etapa
    FOR EACH ROW EXECUTE FUNCTION portal.etapa_guardar();
CREATE OR REPLACE TRIGGER t10_guardar BEFORE UPDATE ON portal.inscripcion
    FOR EACH ROW WHEN (OLD.estado <> NEW.estado) EXECUTE FUNCTION portal.inscripcion_guardar();
CREATE OR REPLACE TRIGGER t20_padre BEFORE UPDATE OF padre_id ON portal.organo
    FOR EACH ROW WHEN (NEW.padre_id IS NOT NULL) EXECUTE FUNCTION portal.organo_padre_guardar();

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['persona', 'entidad', 'organo', 'usuario'] LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER t10_version BEFORE UPDATE ON portal.%I
            FOR EACH ROW EXECUTE FUNCTION portal.version_subir()', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['auditoria', 'evento', 'acceso', 'exportacion'] LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER t10_solo_agregar BEFORE UPDATE OR DELETE OR TRUNCATE
            ON portal.%I FOR EACH STATEMENT EXECUTE FUNCTION portal.solo_agregar()', t);
    END LOOP;
END $$;
