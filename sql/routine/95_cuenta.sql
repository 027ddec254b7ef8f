-- What the account pages ask before anybody is signed in: sign-in, recovery, a personal link. No
-- answer tells whoever asks whether an account exists; only the right password or token opens one.

-- One row for every document, known or not. A known account without a role in force is included:
-- its owner, once the password was right, is told whom to ask.
CREATE OR REPLACE FUNCTION portal.cuenta_ingreso(p_tipo_documento text, p_numero text, p_address text)
RETURNS TABLE (usuario_id bigint, clave_hash text, espera_s integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    espera_s := portal.acceso_espera(p_tipo_documento, p_numero, p_address);
    SELECT u.id, u.clave_hash INTO usuario_id, clave_hash
    FROM portal.persona p JOIN portal.usuario u ON u.persona_id = p.id
    WHERE p.tipo_documento = p_tipo_documento AND p.numero_documento = upper(p_numero)
      AND u.estado = 'ACTIVO' AND espera_s = 0;
    usuario_id := coalesce(usuario_id, 0);
    RETURN NEXT;
END $$;

-- The link page: whom it is for, to what, who registered them. Consumes nothing. Document and name
-- serve to refuse a password that holds them. resultado: ok, usado, vencido, no_encontrado.
CREATE OR REPLACE FUNCTION portal.cuenta_enlace(p_token_hash text)
RETURNS TABLE (resultado text, tipo text, nombre text, numero_documento text, expira_en timestamptz,
               roles text, registrado_por text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    SELECT v.resultado, v.tipo, v.nombre, v.expira_en INTO resultado, tipo, nombre, expira_en
    FROM portal.enlace_ver(p_token_hash) v;
    IF resultado = 'ok' THEN
        SELECT concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno), p.numero_documento,
               (SELECT string_agg(a.rol_nombre || coalesce(' de ' || n.nombre, ''), '; ' ORDER BY a.orden, a.id)
                FROM portal.asignacion_vigente a LEFT JOIN portal.entidad n ON n.id = a.entidad_id
                WHERE a.usuario_id = u.id),
               coalesce((SELECT 'la ORH de ' || n.nombre
                         FROM portal.asignacion a JOIN portal.entidad n ON n.id = a.entidad_id
                         WHERE a.usuario_id = u.id AND EXISTS (
                             SELECT FROM portal.asignacion o WHERE o.usuario_id = a.otorgada_por
                                AND o.entidad_id = a.entidad_id AND o.rol IN ('ORH_JEFE', 'ORH_ANALISTA'))
                         ORDER BY a.id LIMIT 1), 'SERVIR')
        INTO nombre, numero_documento, roles, registrado_por
        FROM portal.enlace e JOIN portal.usuario u ON u.id = e.usuario_id JOIN portal.persona p ON p.id = u.persona_id
        WHERE e.token_hash = decode(p_token_hash, 'hex');
    END IF;
    RETURN NEXT;
END $$;

-- Asked by anybody. The mail says [[NOMBRE]] and [[VENCE]] where only the database knows the words,
-- so that no name leaves it for a document that somebody guessed. An account that has not used its
-- invitation keeps it: else a stranger could void it. resultado: ok, limitado.
CREATE OR REPLACE FUNCTION portal.cuenta_recuperar(p_tipo_documento text, p_numero text, p_address text,
                                                   p_token_hash text, p_asunto text, p_cuerpo text)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_inicio timestamptz := clock_timestamp();
    v_hash bytea := portal.documento_hash(p_tipo_documento, p_numero);
    v_pedidos integer;
    u record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(encode(v_hash, 'hex'), 2));
    SELECT greatest(count(*) FILTER (WHERE documento_hash = v_hash) * 10, count(*) FILTER (WHERE address = p_address))
    INTO v_pedidos
    FROM portal.intento_acceso
    WHERE tipo = 'RECUPERACION' AND ocurrido_en > now() - interval '1 hour'
      AND (documento_hash = v_hash OR address = p_address);
    IF v_pedidos >= 30 THEN
        resultado := 'limitado';
        RETURN NEXT;
        RETURN;
    END IF;
    INSERT INTO portal.intento_acceso (documento_hash, address, exito, tipo)
    VALUES (v_hash, left(coalesce(p_address, ''), 45), true, 'RECUPERACION');
    SELECT a.id, concat_ws(' ', p.nombres, p.apellido_paterno, p.apellido_materno) AS nombre INTO u
    FROM portal.persona p JOIN portal.usuario a ON a.persona_id = p.id
    WHERE p.tipo_documento = p_tipo_documento AND p.numero_documento = upper(p_numero)
      AND a.estado = 'ACTIVO' AND a.correo IS NOT NULL;
    IF FOUND THEN
        PERFORM portal.enlace_emitir(u.id, 'RECUPERACION', p_token_hash, p_asunto,
            replace(replace(p_cuerpo, '[[NOMBRE]]', u.nombre), '[[VENCE]]', to_char(
                now() + make_interval(hours => portal.parametro_int('enlace_recuperacion_horas', 2)),
                'DD/MM/YYYY "a las" HH24:MI')));
    END IF;
    -- The same time for everybody.
    PERFORM pg_sleep(greatest(0, 0.05 - extract(epoch FROM clock_timestamp() - v_inicio)::double precision));
    resultado := 'ok';
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.cuenta_ingreso, portal.cuenta_enlace, portal.cuenta_recuperar,
    portal.acceso_espera TO portal_app;
