-- What SERVIR's pages count and read across entities. Each definer function asks first who is
-- asking: a count over all entities then is a scan of an index alone.

CREATE OR REPLACE FUNCTION portal.entidad_visible(p_entidad_id bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT portal.ve_todo() OR coalesce(p_entidad_id = portal.ambito_orh(), false)
        OR coalesce(p_entidad_id = ANY (portal.ambito_gestor()), false);
$$;

-- How far the people of one edition are.
CREATE OR REPLACE FUNCTION portal.edicion_estados(p_edicion_id bigint) RETURNS TABLE (estado text, total bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF portal.ve_todo() THEN
        RETURN QUERY SELECT i.estado, count(*) FROM portal.inscripcion i WHERE i.edicion_id = p_edicion_id GROUP BY i.estado;
    END IF;
END $$;

-- Entities in sight whose ORH has a head: as a set, for filters.
CREATE OR REPLACE FUNCTION portal.entidades_con_orh() RETURNS TABLE (entidad_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT DISTINCT a.entidad_id
    FROM portal.asignacion_vigente a JOIN portal.usuario u ON u.id = a.usuario_id AND u.estado <> 'SUSPENDIDO'
    WHERE a.rol = 'ORH_JEFE'
      AND ((SELECT portal.ve_todo()) OR a.entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
$$;

-- Entities in sight that have registered somebody: one step of the index an entity, however many
-- people there are.
CREATE OR REPLACE FUNCTION portal.entidades_con_actividad() RETURNS TABLE (entidad_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH RECURSIVE paso AS (
        SELECT min(v.entidad_id) AS id FROM portal.vinculo v
        UNION ALL
        SELECT (SELECT min(v.entidad_id) FROM portal.vinculo v WHERE v.entidad_id > paso.id)
        FROM paso WHERE paso.id IS NOT NULL)
    SELECT paso.id FROM paso
    WHERE paso.id IS NOT NULL
      AND ((SELECT portal.ve_todo()) OR paso.id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
$$;

CREATE OR REPLACE FUNCTION portal.entidades_resumen()
RETURNS TABLE (total bigint, con_orh bigint, con_actividad bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT count(*), count(o.entidad_id), count(a.entidad_id)
    FROM portal.entidad e
        LEFT JOIN portal.entidades_con_orh() o ON o.entidad_id = e.id
        LEFT JOIN portal.entidades_con_actividad() a ON a.entidad_id = e.id
    WHERE e.vigente_hasta IS NULL AND portal.ve_todo();
$$;

-- Their words are the program's; what is overdue is counted by cifras_vencidas().
DROP FUNCTION IF EXISTS portal.organo_tipo_nombre(text), portal.entidad_tipo_nombre(text), portal.etapas_vencidas(text);

-- Who heads the ORH of an entity in sight: a gestor accompanies it, yet reads no accounts.
CREATE OR REPLACE FUNCTION portal.entidad_orh(p_entidad_id bigint) RETURNS TABLE (jefe text, correo text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno), u.correo
    FROM portal.asignacion_vigente a
        JOIN portal.usuario u ON u.id = a.usuario_id AND u.estado <> 'SUSPENDIDO'
        JOIN portal.persona p ON p.id = u.persona_id
    WHERE a.entidad_id = p_entidad_id AND a.rol = 'ORH_JEFE' AND portal.entidad_visible(p_entidad_id)
    ORDER BY a.sustituye_a IS NOT NULL, a.id LIMIT 1;
$$;

-- Up to 1,001, and when the entity last registered anything.
CREATE OR REPLACE FUNCTION portal.entidad_actividad(p_entidad_id bigint)
RETURNS TABLE (personas bigint, ultima timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT (SELECT count(*) FROM (SELECT FROM portal.vinculo v WHERE v.entidad_id = p_entidad_id
                                    ORDER BY v.id LIMIT 1001) x),
           greatest((SELECT e.conocido_en FROM portal.evento e WHERE e.entidad_id = p_entidad_id
                     ORDER BY e.id DESC LIMIT 1),
                    (SELECT v.creado_en FROM portal.vinculo v WHERE v.entidad_id = p_entidad_id
                     ORDER BY v.id DESC LIMIT 1))
    WHERE portal.entidad_visible(p_entidad_id);
$$;

-- "Piura, 04" and "MINEDU, 20545565359" as codes; what was not found, or is not one, by name.
CREATE OR REPLACE FUNCTION portal.ambito_leer(p_entidades text, p_regiones text)
RETURNS TABLE (entidades text, regiones text, desconocida text, ambigua text, region_desconocida text)
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH pieza AS (
        SELECT btrim(t) AS texto, n, portal.portal_buscable(t) AS buscable
        FROM string_to_table(coalesce(p_entidades, ''), ',') WITH ORDINALITY AS s (t, n) WHERE btrim(t) <> ''),
    hallada AS (
        SELECT p.n, p.texto, min(e.id) AS id, count(e.id) AS cuantas
        FROM pieza p LEFT JOIN portal.entidad e ON e.vigente_hasta IS NULL
            AND (e.clave = upper(p.texto) OR e.ruc = p.texto OR portal.portal_buscable(e.sigla) = p.buscable
                 OR portal.portal_buscable(e.nombre) = p.buscable)
        GROUP BY p.n, p.texto),
    region AS (
        SELECT btrim(t) AS texto, n, u.codigo
        FROM string_to_table(coalesce(p_regiones, ''), ',') WITH ORDINALITY AS s (t, n)
            LEFT JOIN portal.ubigeo u ON u.nivel = 'REGION'
                AND (u.codigo = btrim(t) OR portal.portal_buscable(u.nombre) = portal.portal_buscable(t))
        WHERE btrim(t) <> '')
    SELECT (SELECT string_agg(DISTINCT id::text, ',') FROM hallada WHERE cuantas = 1),
           (SELECT string_agg(DISTINCT codigo, ',') FROM region),
           (SELECT texto FROM hallada WHERE cuantas = 0 ORDER BY n LIMIT 1),
           (SELECT texto FROM hallada WHERE cuantas > 1 ORDER BY n LIMIT 1),
           (SELECT texto FROM region WHERE codigo IS NULL ORDER BY n LIMIT 1);
$$;

-- resultado: ok, no_autorizado, no_encontrado.
CREATE OR REPLACE FUNCTION portal.usuario_cerrar_sesiones(p_usuario_id bigint)
RETURNS TABLE (resultado text, cerradas integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF NOT portal.es_admin() THEN
        resultado := 'no_autorizado';
    ELSIF NOT EXISTS (SELECT FROM portal.usuario WHERE id = p_usuario_id) THEN
        resultado := 'no_encontrado';
    ELSE
        UPDATE portal.sesion SET cerrada_en = now() WHERE usuario_id = p_usuario_id AND cerrada_en IS NULL;
        GET DIAGNOSTICS cerradas = ROW_COUNT;
        resultado := 'ok';
    END IF;
    RETURN NEXT;
END $$;

-- How many sessions of an account are open: the administrator sees the number, never the tokens.
CREATE OR REPLACE FUNCTION portal.usuario_sesiones(p_usuario_id bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT count(*) FROM portal.sesion
    WHERE usuario_id = p_usuario_id AND cerrada_en IS NULL AND expira_en > now() AND portal.ve_todo();
$$;

-- A table as the screen words it: in the lines of the audit and in its filter. It begins with a plain letter.
CREATE OR REPLACE FUNCTION portal.tabla_nombre(p_tabla text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p_tabla WHEN 'vinculo' THEN 'vínculo' WHEN 'vinculo_cambio' THEN 'periodo de vínculo'
        WHEN 'inscripcion' THEN 'inscripción' WHEN 'organo' THEN 'unidad' WHEN 'edicion' THEN 'edición'
        WHEN 'edicion_entidad' THEN 'lugar de edición' WHEN 'usuario' THEN 'cuenta' WHEN 'asignacion' THEN 'rol'
        WHEN 'asignacion_ambito' THEN 'alcance de un rol' WHEN 'enlace' THEN 'enlace personal'
        WHEN 'sesion' THEN 'sesión' WHEN 'registro_borrador' THEN 'borrador de registro'
        WHEN 'parametro' THEN 'ajuste' WHEN 'aviso_lectura' THEN 'lectura del aviso de privacidad'
        WHEN 'condicion' THEN 'condición' WHEN 'regimen' THEN 'régimen' WHEN 'rol' THEN 'tipo de rol'
        WHEN 'periodo_gobierno' THEN 'periodo de gobierno' WHEN 'regla_etapa' THEN 'regla de etapa'
        WHEN 'tipo_contrato' THEN 'tipo de contrato' WHEN 'tipo_documento' THEN 'tipo de documento' ELSE replace(p_tabla, '_', ' ') END $$;

-- A value of the audit as a person reads it: moments on Lima's clock, dates day first. Only their
-- characters are moved: what somebody typed may look like a date and be none.
CREATE OR REPLACE FUNCTION portal.auditoria_valor(p jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN p = 'null' THEN NULL
        WHEN jsonb_typeof(p) = 'boolean' THEN CASE WHEN p = 'true' THEN 'sí' ELSE 'no' END
        WHEN jsonb_typeof(p) <> 'string' THEN left(p::text, 300)
        WHEN v ~ '^\d{4}-\d\d-\d\d$' OR v ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*-05:00$' THEN
            concat_ws(' ', concat_ws('/', substr(v, 9, 2), substr(v, 6, 2), left(v, 4)), nullif(substr(v, 12, 8), ''))
        ELSE left(v, 300) END
    FROM (SELECT p #>> '{}' AS v) x;
$$;

-- The fields of one audit line, before and after. What may be secret is masked here again.
CREATE OR REPLACE FUNCTION portal.auditoria_campos(p_antes jsonb, p_despues jsonb)
RETURNS TABLE (campo text, antes text, despues text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT upper(k), CASE WHEN secreto AND a IS NOT NULL THEN '***' ELSE a END,
           CASE WHEN secreto AND d IS NOT NULL THEN '***' ELSE d END
    FROM (SELECT k, k ~ '(clave_hash|token|csrf|secreto|cuerpo|datos)' AS secreto,
                 portal.auditoria_valor(p_antes -> k) AS a, portal.auditoria_valor(p_despues -> k) AS d
          FROM jsonb_object_keys(coalesce(p_antes, '{}') || coalesce(p_despues, '{}')) AS k) x
    WHERE (a IS NOT NULL OR d IS NOT NULL) AND k NOT IN ('id', 'creado_en')
    ORDER BY k;
$$;

GRANT EXECUTE ON FUNCTION portal.entidad_visible, portal.edicion_estados,
    portal.entidades_resumen, portal.entidades_con_orh, portal.entidades_con_actividad,
    portal.entidad_orh, portal.entidad_actividad, portal.ambito_leer,
    portal.usuario_cerrar_sesiones, portal.usuario_sesiones, portal.auditoria_valor, portal.auditoria_campos,
    portal.tabla_nombre
    TO portal_app;
