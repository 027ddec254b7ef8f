-- Sessions: who is asking, and the scope that row-level security reads.

-- Is this role in force? One that stands in for another ends with it. Definer: the role that is stood
-- in for is another account's.
CREATE OR REPLACE FUNCTION portal.asignacion_en_vigor(p_asignacion_id bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH RECURSIVE cadena AS (
        SELECT a.* FROM portal.asignacion a WHERE a.id = p_asignacion_id
        UNION
        SELECT a.* FROM cadena c JOIN portal.asignacion a ON a.id = c.sustituye_a)
    SELECT coalesce(bool_and(c.revocada_en IS NULL AND c.desde <= portal.hoy()
                             AND (c.hasta IS NULL OR c.hasta >= portal.hoy())), false) FROM cadena c;
$$;
GRANT EXECUTE ON FUNCTION portal.asignacion_en_vigor TO portal_app;

CREATE OR REPLACE VIEW portal.asignacion_vigente WITH (security_invoker = true) AS
    SELECT a.id, a.usuario_id, a.rol, r.nombre AS rol_nombre, r.orden, a.entidad_id, a.desde, a.hasta, a.sustituye_a
    FROM portal.asignacion a JOIN portal.rol r ON r.codigo = a.rol
    WHERE a.revocada_en IS NULL AND a.desde <= portal.hoy() AND (a.hasta IS NULL OR a.hasta >= portal.hoy())
        AND (a.sustituye_a IS NULL OR portal.asignacion_en_vigor(a.sustituye_a));
GRANT SELECT ON portal.asignacion_vigente TO portal_app, portal_definer;

CREATE OR REPLACE FUNCTION portal.ambito_fijar(p_usuario bigint, p_persona bigint, p_asignacion bigint, p_rol text,
                                               p_entidad bigint, p_entidades bigint[], p_sesion bigint)
RETURNS void LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT set_config('portal.usuario', coalesce(p_usuario::text, ''), true),
           set_config('portal.persona', coalesce(p_persona::text, ''), true),
           set_config('portal.asignacion', coalesce(p_asignacion::text, ''), true),
           set_config('portal.rol', coalesce(p_rol, ''), true),
           set_config('portal.entidad', coalesce(p_entidad::text, ''), true),
           set_config('portal.entidades', coalesce(p_entidades::text, ''), true),
           set_config('portal.sesion', coalesce(p_sesion::text, ''), true);
$$;

-- A gestor's entities: by their scope, without those entrusted to another gestor, and those entrusted to
-- them.
CREATE OR REPLACE FUNCTION portal.gestor_entidades(p_asignacion_id bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
AS $$ WITH yo AS (SELECT a.usuario_id FROM portal.asignacion a WHERE a.id = p_asignacion_id)
      SELECT array_agg(id) FROM (
          (SELECT m.entidad_id AS id FROM portal.asignacion_ambito m
           WHERE m.asignacion_id = p_asignacion_id AND m.entidad_id IS NOT NULL
           UNION
           SELECT e.id FROM portal.asignacion_ambito m JOIN portal.entidad e
               ON e.ubigeo >= m.region AND e.ubigeo < m.region || ':'
           WHERE m.asignacion_id = p_asignacion_id
           EXCEPT
           SELECT c.entidad_id FROM portal.cartera c
           WHERE c.hasta IS NULL AND c.usuario_id IN (SELECT v.usuario_id FROM portal.asignacion_vigente v WHERE v.rol = 'GESTOR'))
          UNION
          SELECT c.entidad_id FROM portal.cartera c WHERE c.hasta IS NULL AND c.usuario_id = (SELECT usuario_id FROM yo)) AS s $$;

-- Always one row. It writes nothing, so that it runs in read-only transactions too.
CREATE OR REPLACE FUNCTION portal.sesion_abrir(p_token_hash text, p_address text, p_request text)
RETURNS TABLE (activa boolean, sesion_id bigint, usuario_id bigint, persona_id bigint, entidad_id bigint,
               asignacion_id bigint, rol_codigo text, rol_nombre text, nombre text, entidad text, roles integer,
               debe_cambiar_clave boolean, caducada boolean)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    s record;
    v_entidades bigint[];
BEGIN
    PERFORM set_config('portal.address', left(coalesce(p_address, ''), 45), true),
            set_config('portal.request', left(coalesce(p_request, ''), 60), true),
            portal.ambito_fijar(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    SELECT false, 0, 0, 0, 0, 0, '', '', '', '', 0, false, false
    INTO activa, sesion_id, usuario_id, persona_id, entidad_id, asignacion_id, rol_codigo, rol_nombre, nombre,
         entidad, roles, debe_cambiar_clave, caducada;

    IF p_token_hash ~ '^[0-9a-f]{64}$' THEN
        SELECT t.id, t.usuario_id, u.persona_id, u.debe_cambiar_clave, a.id AS asignacion_id, a.rol,
               a.rol_nombre, a.entidad_id, e.nombre AS entidad,
                   concat_ws(' ', p.nombres, p.apellido_paterno) AS nombre,
               (SELECT count(*)::integer FROM portal.asignacion_vigente x WHERE x.usuario_id = u.id) AS roles,
               t.expira_en > now() AND t.visto_en
                   > now() - make_interval(mins => portal.parametro_int('sesion_ocio_min', 30)) AS viva
        INTO s
        FROM portal.sesion t
            JOIN portal.usuario u ON u.id = t.usuario_id AND u.estado = 'ACTIVO'
            JOIN portal.persona p ON p.id = u.persona_id
            -- A role that ended falls back to another one of the account.
            JOIN LATERAL (SELECT * FROM portal.asignacion_vigente x WHERE x.usuario_id = u.id
                          ORDER BY x.id = t.asignacion_id DESC, x.orden, x.id LIMIT 1) a ON true
            LEFT JOIN portal.entidad e ON e.id = a.entidad_id
        WHERE t.token_hash = decode(p_token_hash, 'hex') AND t.cerrada_en IS NULL;
        IF FOUND AND NOT s.viva THEN
            caducada := true;
        ELSIF FOUND THEN
            IF s.rol = 'GESTOR' THEN
                v_entidades := portal.gestor_entidades(s.asignacion_id);
            END IF;
            PERFORM portal.ambito_fijar(s.usuario_id, s.persona_id, s.asignacion_id, s.rol, s.entidad_id,
                                        v_entidades, s.id);
            SELECT true, s.id, s.usuario_id, s.persona_id, coalesce(s.entidad_id, 0), s.asignacion_id, s.rol,
                   s.rol_nombre, s.nombre, coalesce(s.entidad, ''), s.roles, s.debe_cambiar_clave
            INTO activa, sesion_id, usuario_id, persona_id, entidad_id, asignacion_id, rol_codigo, rol_nombre, nombre,
                 entidad, roles, debe_cambiar_clave;
        END IF;
    END IF;
    RETURN NEXT;
END $$;

-- True when it wrote: at most once a minute.
CREATE OR REPLACE FUNCTION portal.sesion_tocar() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.sesion SET visto_en = now()
    WHERE id = nullif(current_setting('portal.sesion', true), '')::bigint
      AND cerrada_en IS NULL AND visto_en < now() - interval '1 minute';
    RETURN FOUND;
END $$;

-- After the password was checked. Without p_asignacion_id: the first role by rank.
CREATE OR REPLACE FUNCTION portal.sesion_crear(p_usuario_id bigint, p_token_hash text, p_address text,
                                               p_user_agent text, p_asignacion_id bigint DEFAULT NULL)
RETURNS TABLE (resultado text, sesion_id bigint, rol_codigo text, debe_cambiar_clave boolean)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    a record;
BEGIN
    SELECT x.id, x.rol, x.entidad_id, u.persona_id, u.debe_cambiar_clave INTO a
    FROM portal.usuario u JOIN portal.asignacion_vigente x ON x.usuario_id = u.id
    WHERE u.id = p_usuario_id AND u.estado = 'ACTIVO' AND (p_asignacion_id IS NULL OR x.id = p_asignacion_id)
    ORDER BY x.orden, x.id LIMIT 1;
    IF NOT FOUND THEN
        resultado := 'sin_rol';
        RETURN NEXT;
        RETURN;
    END IF;
    PERFORM portal.ambito_fijar(p_usuario_id, a.persona_id, a.id, a.rol, a.entidad_id, NULL, NULL);
    INSERT INTO portal.sesion (token_hash, usuario_id, asignacion_id, expira_en, address, user_agent)
    VALUES (decode(p_token_hash, 'hex'), p_usuario_id, a.id,
            now() + make_interval(mins => portal.parametro_int('sesion_max_min', 720)),
            left(coalesce(p_address, ''), 45), left(coalesce(p_user_agent, ''), 400))
    RETURNING id INTO sesion_id;
    UPDATE portal.usuario SET ultimo_ingreso_en = now() WHERE id = p_usuario_id;
    resultado := 'ok';
    rol_codigo := a.rol;
    debe_cambiar_clave := a.debe_cambiar_clave;
    RETURN NEXT;
END $$;

-- One of one's own sessions; 0 or NULL is the current one.
CREATE OR REPLACE FUNCTION portal.sesion_cerrar(p_sesion_id bigint DEFAULT NULL) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.sesion SET cerrada_en = now()
    WHERE id = coalesce(nullif(p_sesion_id, 0), nullif(current_setting('portal.sesion', true), '')::bigint)
      AND usuario_id = portal.actual_usuario() AND cerrada_en IS NULL;
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_encontrado' END;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.sesion_cerrar_todas(p_menos_esta boolean DEFAULT false)
RETURNS TABLE (resultado text, cerradas integer)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.sesion SET cerrada_en = now()
    WHERE usuario_id = portal.actual_usuario() AND cerrada_en IS NULL
      AND NOT (p_menos_esta AND id = nullif(current_setting('portal.sesion', true), '')::bigint);
    GET DIAGNOSTICS cerradas = ROW_COUNT;
    resultado := 'ok';
    RETURN NEXT;
END $$;

-- Another role is another power: new token, same expiry.
CREATE OR REPLACE FUNCTION portal.sesion_cambiar_rol(p_asignacion_id bigint, p_token_hash text)
RETURNS TABLE (resultado text, rol_codigo text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    UPDATE portal.sesion s
    SET asignacion_id = x.id, token_hash = decode(p_token_hash, 'hex'), visto_en = now()
    FROM portal.asignacion_vigente x
    WHERE x.id = p_asignacion_id AND x.usuario_id = portal.actual_usuario() AND s.usuario_id = x.usuario_id
      AND s.id = nullif(current_setting('portal.sesion', true), '')::bigint AND s.cerrada_en IS NULL
    RETURNING x.rol INTO rol_codigo;
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_encontrado' END;
    RETURN NEXT;
END $$;

-- What was being sent when the session had expired; the expired session's own token vouches.
CREATE OR REPLACE FUNCTION portal.formulario_guardar(p_token_hash text, p_ruta text, p_cuerpo text)
RETURNS TABLE (resultado text, formulario_id bigint)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_usuario_id bigint;
BEGIN
    SELECT s.usuario_id INTO v_usuario_id FROM portal.sesion s
    WHERE s.token_hash = decode(p_token_hash, 'hex') AND s.cerrada_en IS NULL;
    IF NOT FOUND THEN
        resultado := 'no_encontrado';
        RETURN NEXT;
        RETURN;
    END IF;
    DELETE FROM portal.formulario_pendiente f WHERE f.usuario_id = v_usuario_id AND f.id NOT IN (
        SELECT id FROM portal.formulario_pendiente WHERE usuario_id = v_usuario_id ORDER BY id DESC LIMIT 4);
    INSERT INTO portal.formulario_pendiente (usuario_id, ruta, cuerpo, expira_en)
    VALUES (v_usuario_id, p_ruta, p_cuerpo,
            now() + make_interval(mins => portal.parametro_int('formulario_pendiente_min', 120)))
    RETURNING id INTO formulario_id;
    resultado := 'ok';
    RETURN NEXT;
END $$;

-- Readable again and again (a GET shows it); formulario_soltar() when it has been sent.
CREATE OR REPLACE FUNCTION portal.formulario_ver(p_formulario_id bigint) RETURNS TABLE (ruta text, cuerpo text)
LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT f.ruta, f.cuerpo FROM portal.formulario_pendiente f
      WHERE f.id = p_formulario_id AND f.expira_en > now() $$;

CREATE OR REPLACE FUNCTION portal.formulario_soltar(p_formulario_id bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp
AS $$ DELETE FROM portal.formulario_pendiente WHERE id = p_formulario_id $$;

GRANT EXECUTE ON FUNCTION portal.sesion_abrir, portal.sesion_tocar, portal.sesion_crear, portal.sesion_cerrar,
    portal.sesion_cerrar_todas, portal.sesion_cambiar_rol, portal.formulario_guardar, portal.formulario_ver,
    portal.formulario_soltar TO portal_app;
