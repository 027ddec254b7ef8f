-- The audit line of every write, and the notes of looks and exports.

-- One trigger for all tables. An update keeps only what changed; secrets show as '***'; columns
-- that triggers derive are left out, so that a line tells what a person did.
CREATE OR REPLACE FUNCTION portal.auditoria_anotar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_secretos constant text[] := ARRAY['clave_hash', 'token_hash', 'token', 'csrf', 'cuerpo', 'datos', 'constancia'];
    c_derivados constant text[] :=
        ARRAY['busqueda', 'correo_clave', 'orden_nombre', 'nombre_completo', 'documento', 'version',
        'jefe_persona_id', 'es_administracion_interna', 'rareza', 'en_cola_desde',
        'actualizado_en', 'visto_en', 'ultimo_ingreso_en', 'juzgado'];
    v_antes jsonb;
    v_despues jsonb;
    v_fila jsonb;
BEGIN
    IF TG_OP <> 'INSERT' THEN v_antes := to_jsonb(OLD); END IF;
    IF TG_OP <> 'DELETE' THEN v_despues := to_jsonb(NEW); END IF;
    v_fila := coalesce(v_despues, v_antes);
    IF TG_OP = 'UPDATE' THEN
        SELECT jsonb_object_agg(key, v_antes -> key), jsonb_object_agg(key, value)
        INTO v_antes, v_despues
        FROM jsonb_each(v_despues)
        WHERE value IS DISTINCT FROM v_antes -> key AND key <> ALL (c_derivados);
        IF v_despues IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO portal.auditoria (usuario_id, rol, entidad_id, persona_id, address, request, tabla, registro_id,
                                  accion, antes, despues, via)
    VALUES (portal.actual_usuario(), portal.actual_rol(),
            CASE WHEN TG_TABLE_NAME = 'entidad' THEN (v_fila ->> 'id')::bigint
                 ELSE coalesce((v_fila ->> 'entidad_id')::bigint, (v_fila ->> 'entidad_origen')::bigint,
                               portal.actual_entidad()) END,
            CASE WHEN TG_TABLE_NAME = 'persona' THEN (v_fila ->> 'id')::bigint
                 ELSE (v_fila ->> 'persona_id')::bigint END,
            portal.actual_address(), portal.actual_request(), TG_TABLE_NAME,
            coalesce(v_fila ->> 'id', v_fila ->> 'codigo', v_fila ->> 'clave', v_fila ->> 'fecha', '?'), TG_OP,
            portal.auditoria_ocultar(v_antes, c_secretos, c_derivados),
            portal.auditoria_ocultar(v_despues, c_secretos, c_derivados),
            nullif(current_setting('portal.via', true), ''));
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION portal.auditoria_ocultar(p_fila jsonb, p_secretos text[], p_derivados text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT jsonb_object_agg(key, CASE WHEN key = ANY (p_secretos) AND value <> 'null' THEN '"***"' ELSE value END)
      FROM jsonb_each(p_fila) WHERE key <> ALL (p_derivados) $$;

DO $$
DECLARE
    t text;
BEGIN
    -- Left out: what is itself an append-only record, what triggers keep, queues, throttling and
    -- the rows of a spreadsheet before they enter; tasks have theirs beside their trigger.
    FOR t IN
        SELECT relname FROM pg_class
        WHERE relnamespace = 'portal'::regnamespace AND relkind = 'r'
          AND relname NOT IN ('auditoria', 'acceso', 'exportacion', 'evento', 'vinculo_palabra', 'cola', 'correo',
                              'intento_acceso', 'formulario_pendiente', 'planilla_fila', 'planilla_lote', 'mooc_fila', 'actividad',
                              'migracion', 'avance', 'informe', 'recordatorio', 'recordatorio_envio', 'recordatorio_enlace')
    LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER t90_auditoria AFTER INSERT OR UPDATE OR DELETE ON portal.%I
            FOR EACH ROW EXECUTE FUNCTION portal.auditoria_anotar()', t);
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION portal.acceso_anotar(p_tabla text, p_registro_id text, p_persona_id bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp
AS $$ INSERT INTO portal.acceso (tabla, registro_id, persona_id)
      VALUES (p_tabla, p_registro_id, nullif(p_persona_id, 0)) $$;

CREATE OR REPLACE FUNCTION portal.exportacion_anotar(p_que text, p_proposito text, p_filtros text, p_filas integer)
RETURNS bigint LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp
AS $$ INSERT INTO portal.exportacion (que, proposito, filtros, filas)
      VALUES (p_que, p_proposito, jsonb_build_object('url', coalesce(p_filtros, '')), p_filas) RETURNING id $$;

GRANT EXECUTE ON FUNCTION portal.acceso_anotar, portal.exportacion_anotar, portal.parametro_int,
    portal.persona_nombre, portal.jsonb_cambios TO portal_app, portal_fondo;
