-- Signing in, throttling, passwords and personal links. The hash of a password leaves the database
-- only through cuenta_ingreso() and clave_propia().

CREATE OR REPLACE FUNCTION portal.documento_hash(p_tipo text, p_numero text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT sha256(convert_to(coalesce(p_tipo, '') || ':' || upper(coalesce(p_numero, '')), 'UTF8')) $$;

-- Seconds to wait before the next attempt; 0 when there is none. A failed document doubles its
-- wait each time; an address is allowed many, since a municipality shares one.
CREATE OR REPLACE FUNCTION portal.acceso_espera(p_tipo text, p_numero text, p_address text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_desde timestamptz := now() - make_interval(mins => portal.parametro_int('acceso_ventana_min', 15));
    v_hash bytea := portal.documento_hash(p_tipo, p_numero);
    v_max integer := portal.parametro_int('acceso_fallos_cuenta', 5);
    v_fallos integer;
    v_ultimo timestamptz;
    v_espera numeric := 0;
BEGIN
    -- Guesses for one document go one after the other.
    PERFORM pg_advisory_xact_lock(hashtextextended(encode(v_hash, 'hex'), 1));
    SELECT count(*), max(i.ocurrido_en) INTO v_fallos, v_ultimo
    FROM portal.intento_acceso i
    WHERE i.documento_hash = v_hash AND i.tipo = 'INGRESO' AND NOT i.exito
      AND i.ocurrido_en > greatest(v_desde, (SELECT max(o.ocurrido_en) FROM portal.intento_acceso o
                                             WHERE o.documento_hash = v_hash AND o.exito AND o.tipo = 'INGRESO'));
    IF v_fallos >= v_max THEN
        v_espera := least(30 * 2 ^ least(v_fallos - v_max, 10), 900)
            - extract(epoch FROM clock_timestamp() - v_ultimo);
    END IF;
    SELECT count(*), min(i.ocurrido_en) INTO v_fallos, v_ultimo
    FROM portal.intento_acceso i
    WHERE i.address = p_address AND NOT i.exito AND i.tipo = 'INGRESO' AND i.ocurrido_en > v_desde;
    IF v_fallos >= portal.parametro_int('acceso_fallos_direccion', 60) THEN
        v_espera := greatest(v_espera, extract(epoch FROM v_ultimo - v_desde) + 1);
    END IF;
    RETURN greatest(ceil(v_espera)::integer, 0);
END $$;

-- Must be committed, also after a failure: a rolled-back attempt was not counted.
CREATE OR REPLACE FUNCTION
    portal.acceso_registrar(p_tipo_documento text, p_numero text, p_address text, p_exito boolean)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    INSERT INTO portal.intento_acceso (documento_hash, address, exito)
    VALUES (portal.documento_hash(p_tipo_documento, p_numero), left(coalesce(p_address, ''), 45), p_exito);
$$;

CREATE OR REPLACE FUNCTION portal.clave_propia() RETURNS TABLE (clave_hash text)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT u.clave_hash FROM portal.usuario u WHERE u.id = portal.actual_usuario() $$;

-- One's own; the caller has verified the old one. Every other session ends.
CREATE OR REPLACE FUNCTION portal.clave_cambiar(p_clave_hash text) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.usuario SET clave_hash = p_clave_hash, clave_cambiada_en = now(), debe_cambiar_clave = false
    WHERE id = portal.actual_usuario() AND estado = 'ACTIVO';
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_encontrado' END;
    PERFORM portal.sesion_cerrar_todas(true);
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.correo_encolar(p_clave text, p_destinatario text, p_asunto text, p_cuerpo text,
                                                 p_motivo text, p_secreto boolean, p_usuario_id bigint)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_id bigint;
BEGIN
    INSERT INTO portal.correo (clave, destinatario, asunto, cuerpo, motivo, secreto, usuario_id)
    VALUES (p_clave, p_destinatario, p_asunto, p_cuerpo, p_motivo, p_secreto, p_usuario_id)
    ON CONFLICT (clave) DO NOTHING RETURNING id INTO v_id;
    IF v_id IS NOT NULL THEN
        PERFORM portal.cola_poner('CORREO', 'correo-' || v_id, jsonb_build_object('correo_id', v_id));
    END IF;
    RETURN v_id;
END $$;

-- Who may hand a link of this account over: the administrator; an ORH only when every role of the
-- account is within its entity (an analyst only for servidores and jefes), else it could take over
-- somebody else's account.
CREATE OR REPLACE FUNCTION portal.enlace_permitido(p_usuario_id bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT portal.es_admin() OR (portal.ambito_orh() IS NOT NULL AND coalesce(
        (SELECT bool_and(a.entidad_id IS NOT DISTINCT FROM portal.ambito_orh()
                         AND (a.rol IN ('JEFE', 'SERVIDOR') OR (portal.actual_rol() = 'ORH_JEFE'
                              AND (a.rol = 'ORH_ANALISTA' OR u.estado = 'INVITADO'))))
         FROM portal.asignacion a JOIN portal.usuario u ON u.id = a.usuario_id
         WHERE a.usuario_id = p_usuario_id AND a.revocada_en IS NULL
           AND (a.hasta IS NULL OR a.hasta >= portal.hoy())), false));
$$;

-- Internal: annuls earlier links, makes the new one, queues its mail when there is an address.
CREATE OR REPLACE FUNCTION portal.enlace_emitir(p_usuario_id bigint, p_tipo text, p_token_hash text,
                                                p_asunto text, p_cuerpo text)
RETURNS TABLE (expira_en timestamptz, correo text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_id bigint;
BEGIN
    UPDATE portal.enlace e SET anulado_en = now()
    WHERE e.usuario_id = p_usuario_id AND e.usado_en IS NULL AND e.anulado_en IS NULL;
    expira_en := now() + make_interval(hours => CASE p_tipo
        WHEN 'INVITACION' THEN portal.parametro_int('enlace_invitacion_horas', 168)
        ELSE portal.parametro_int('enlace_recuperacion_horas', 2) END);
    INSERT INTO portal.enlace (token_hash, usuario_id, tipo, expira_en)
    VALUES (decode(p_token_hash, 'hex'), p_usuario_id, p_tipo, expira_en) RETURNING id INTO v_id;
    SELECT u.correo INTO correo FROM portal.usuario u WHERE u.id = p_usuario_id;
    IF correo IS NOT NULL AND p_asunto IS NOT NULL AND p_cuerpo IS NOT NULL THEN
        PERFORM portal.correo_encolar('enlace-' || v_id, correo, p_asunto, p_cuerpo,
            CASE p_tipo WHEN 'INVITACION' THEN 'Invitación a la cuenta' ELSE 'Recuperación de la contraseña' END,
            true, p_usuario_id);
    END IF;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.enlace_crear(p_usuario_id bigint, p_tipo text, p_token_hash text,
                                               p_asunto text, p_cuerpo text)
RETURNS TABLE (resultado text, expira_en timestamptz, correo text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF NOT portal.enlace_permitido(p_usuario_id) THEN
        resultado := 'no_autorizado';
    ELSIF NOT EXISTS (SELECT FROM portal.usuario u WHERE u.id = p_usuario_id AND u.estado <> 'SUSPENDIDO') THEN
        resultado := 'no_encontrado';
    ELSE
        SELECT 'ok', x.expira_en, x.correo INTO resultado, expira_en, correo
        FROM portal.enlace_emitir(p_usuario_id, p_tipo, p_token_hash, p_asunto, p_cuerpo) x;
    END IF;
    RETURN NEXT;
END $$;

-- For whoever holds the token; shows, consumes nothing. resultado: ok, usado, vencido, no_encontrado.
CREATE OR REPLACE FUNCTION portal.enlace_ver(p_token_hash text)
RETURNS TABLE (resultado text, tipo text, nombre text, expira_en timestamptz)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    SELECT CASE WHEN e.usado_en IS NOT NULL THEN 'usado'
                WHEN e.anulado_en IS NOT NULL OR e.expira_en <= now() THEN 'vencido'
                WHEN u.estado = 'SUSPENDIDO' THEN 'no_encontrado' ELSE 'ok' END,
           e.tipo, concat_ws(' ', p.nombres, p.apellido_paterno), e.expira_en
    INTO resultado, tipo, nombre, expira_en
    FROM portal.enlace e JOIN portal.usuario u ON u.id = e.usuario_id JOIN portal.persona p ON p.id = u.persona_id
    WHERE p_token_hash ~ '^[0-9a-f]{64}$' AND e.token_hash = decode(p_token_hash, 'hex');
    resultado := coalesce(resultado, 'no_encontrado');
    IF resultado <> 'ok' THEN
        nombre := NULL;
    END IF;
    RETURN NEXT;
END $$;

-- Consumes the link, sets the password, ends every session of the account.
CREATE OR REPLACE FUNCTION portal.enlace_usar(p_token_hash text, p_clave_hash text)
RETURNS TABLE (resultado text, usuario_id bigint)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_usuario_id bigint;
BEGIN
    resultado := (SELECT v.resultado FROM portal.enlace_ver(p_token_hash) v);
    IF resultado = 'ok' THEN
        -- The row decides between two that arrive at once.
        UPDATE portal.enlace e SET usado_en = now()
        WHERE e.token_hash = decode(p_token_hash, 'hex') AND e.usado_en IS NULL AND e.anulado_en IS NULL
        RETURNING e.usuario_id INTO v_usuario_id;
        IF NOT FOUND THEN
            resultado := 'usado';
        ELSE
            PERFORM set_config('portal.usuario', v_usuario_id::text, true);
            UPDATE portal.usuario u
            SET clave_hash = p_clave_hash, clave_cambiada_en = now(), debe_cambiar_clave = false, estado = 'ACTIVO'
            WHERE u.id = v_usuario_id;
            UPDATE portal.sesion s SET cerrada_en = now() WHERE s.usuario_id = v_usuario_id AND s.cerrada_en IS NULL;
            usuario_id := v_usuario_id;
        END IF;
    END IF;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.acceso_registrar, portal.clave_propia, portal.clave_cambiar,
    portal.enlace_crear, portal.enlace_ver, portal.enlace_usar, portal.enlace_permitido
    TO portal_app;
