-- Who gets an account and which role: invitation, roles with scope, entities.

-- An administrator gives any role. An ORH head names analysts of its entity, and its own
-- substitute until a date; its servidores and jefes have theirs from either ORH role.
CREATE OR REPLACE FUNCTION portal.rol_otorgable(p_rol text, p_entidad_id bigint, p_hasta date, p_sustituye_a bigint)
RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT coalesce(portal.es_admin() OR (p_entidad_id = portal.ambito_orh() AND CASE p_rol
        WHEN 'ORH_ANALISTA' THEN portal.actual_rol() = 'ORH_JEFE'
        WHEN 'ORH_JEFE' THEN portal.actual_rol() = 'ORH_JEFE' AND p_hasta >= portal.hoy()
                             AND p_sustituye_a = portal.actual_asignacion()
        WHEN 'SERVIDOR' THEN true
        WHEN 'JEFE' THEN true
        ELSE false END), false);
$$;

-- Why a substitution is refused, NULL when it may be: whoever stands in names nobody to stand in for
-- them, and nobody stands in for longer than a year.
CREATE OR REPLACE FUNCTION portal.sustitucion_rechazo(p_sustituye_a bigint, p_hasta date) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE
        WHEN a.sustituye_a IS NOT NULL OR NOT portal.asignacion_en_vigor(a.id) THEN 'es_sustituto'
        WHEN p_hasta > portal.hoy() + portal.parametro_int('sustitucion_max_dias', 366) THEN 'sustitucion_larga' END
    FROM portal.asignacion a WHERE a.id = p_sustituye_a;
$$;
INSERT INTO portal.parametro (clave, valor, descripcion)
VALUES ('sustitucion_max_dias', '366', 'Días que dura como máximo una sustitución de la jefatura de ORH')
ON CONFLICT (clave) DO NOTHING;

-- A person by document, made when new. Of a known one only blanks are filled. Internal, and for
-- servidor_registrar(): only who may register may reach it.
CREATE OR REPLACE FUNCTION portal.persona_asegurar(p_tipo text, p_numero text, p_datos jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    d record;
    v_id bigint;
BEGIN
    IF NOT portal.es_admin() AND portal.ambito_orh() IS NULL THEN
        RAISE EXCEPTION 'no scope' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO d FROM jsonb_to_record(p_datos) AS x (digito_verificador text, nombres text, apellido_paterno text,
        apellido_materno text, sexo text, fecha_nacimiento date, correo text, celular text);
    INSERT INTO portal.persona AS p (tipo_documento, numero_documento, digito_verificador, nombres, apellido_paterno,
                                     apellido_materno, sexo, fecha_nacimiento, correo, celular)
    SELECT p_tipo, upper(p_numero), upper(d.digito_verificador), d.nombres, d.apellido_paterno, d.apellido_materno,
           d.sexo, d.fecha_nacimiento, d.correo, d.celular
    -- Of a known one the form names nobody: the row would fail its checks before it meets the other.
    WHERE d.nombres IS NOT NULL AND NOT EXISTS (
        SELECT FROM portal.persona x WHERE x.numero_documento = upper(p_numero) AND x.tipo_documento = p_tipo)
    ON CONFLICT (numero_documento, tipo_documento) DO NOTHING
    RETURNING p.id INTO v_id;
    IF v_id IS NULL THEN
        SELECT id INTO v_id FROM portal.persona WHERE numero_documento = upper(p_numero) AND tipo_documento = p_tipo;
        UPDATE portal.persona p
        SET correo = coalesce(p.correo, d.correo), celular = coalesce(p.celular, d.celular),
            sexo = coalesce(p.sexo, d.sexo), fecha_nacimiento = coalesce(p.fecha_nacimiento, d.fecha_nacimiento)
        WHERE p.id = v_id AND ((p.correo IS NULL AND d.correo IS NOT NULL)
            OR (p.celular IS NULL AND d.celular IS NOT NULL) OR (p.sexo IS NULL AND d.sexo IS NOT NULL)
            OR (p.fecha_nacimiento IS NULL AND d.fecha_nacimiento IS NOT NULL));
    END IF;
    RETURN v_id;
END $$;

-- An account that an ORH made may have a password and a mail that the ORH chose. When SERVIR gives it
-- a role that sees others, all that is taken back: the person enters by a new link.
CREATE OR REPLACE FUNCTION portal.cuenta_renovar(p_usuario_id bigint, p_rol text, p_correo text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF NOT portal.es_admin() OR NOT EXISTS (
            SELECT FROM portal.rol WHERE codigo = p_rol AND ambito <> 'PERSONA') THEN
        RETURN;
    END IF;
    UPDATE portal.usuario u
    SET estado = 'INVITADO', clave_hash = NULL, clave_cambiada_en = NULL, correo = p_correo,
        creado_por = portal.actual_usuario()
    WHERE u.id = p_usuario_id AND EXISTS (
        SELECT FROM portal.asignacion a WHERE a.usuario_id = u.creado_por AND a.rol IN ('ORH_JEFE', 'ORH_ANALISTA'));
    IF FOUND THEN
        UPDATE portal.sesion SET cerrada_en = now() WHERE usuario_id = p_usuario_id AND cerrada_en IS NULL;
        UPDATE portal.enlace SET anulado_en = now()
        WHERE usuario_id = p_usuario_id AND usado_en IS NULL AND anulado_en IS NULL;
    END IF;
END $$;

-- The same between two ORH: neither may take an account from the other, nor trust the password that
-- the other may know; such a role is SERVIR's to give.
CREATE OR REPLACE FUNCTION portal.cuenta_de_otra_orh(p_usuario_id bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT coalesce(bool_and(a.entidad_id <> portal.ambito_orh()), false)
    FROM portal.usuario u JOIN portal.asignacion a ON a.usuario_id = u.creado_por
    WHERE u.id = p_usuario_id AND a.rol IN ('ORH_JEFE', 'ORH_ANALISTA');
$$;

-- resultado: ok, no_autorizado, ya_asignado, ambito_invalido, fecha_invalida, es_sustituto,
-- sustitucion_larga, cuenta_ajena.
-- p_regiones '02,15' and p_entidades '7,9' are the scope of a GESTOR.
CREATE OR REPLACE FUNCTION
    portal.asignacion_otorgar(p_usuario_id bigint, p_rol text, p_entidad_id bigint, p_hasta date,
                                                     p_motivo text, p_sustituye_a bigint, p_regiones text,
                                                         p_entidades text)
RETURNS TABLE (resultado text, asignacion_id bigint)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_ambito text := (SELECT ambito FROM portal.rol WHERE codigo = p_rol);
    v_entidad_id bigint := CASE WHEN v_ambito IN ('ENTIDAD', 'PERSONA') THEN p_entidad_id END;
BEGIN
    resultado := CASE
        WHEN NOT portal.rol_otorgable(p_rol, v_entidad_id, p_hasta, p_sustituye_a) THEN 'no_autorizado'
        WHEN p_hasta < portal.hoy() THEN 'fecha_invalida'
        WHEN portal.sustitucion_rechazo(p_sustituye_a, p_hasta) IS NOT NULL
            THEN portal.sustitucion_rechazo(p_sustituye_a, p_hasta)
        WHEN v_ambito = 'ENTIDAD' AND portal.cuenta_de_otra_orh(p_usuario_id) THEN 'cuenta_ajena'
        WHEN v_ambito IS NULL OR (v_ambito IN ('ENTIDAD', 'PERSONA') AND v_entidad_id IS NULL)
            OR coalesce(p_regiones, '') !~ '^([0-9]{2}(,[0-9]{2})*)?$'
            OR coalesce(p_entidades, '') !~ '^([0-9]{1,18}(,[0-9]{1,18})*)?$'
            OR (v_ambito = 'TERRITORIO' AND coalesce(p_regiones, '') || coalesce(p_entidades, '') = '')
            OR NOT EXISTS (SELECT FROM portal.usuario WHERE id = p_usuario_id)
            OR (v_entidad_id IS NOT NULL AND NOT EXISTS (SELECT FROM portal.entidad WHERE id = v_entidad_id))
            THEN 'ambito_invalido' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        BEGIN
            PERFORM portal.cuenta_renovar(p_usuario_id, p_rol, NULL);
            INSERT INTO portal.asignacion (usuario_id, rol, entidad_id, hasta, motivo, sustituye_a)
            VALUES (p_usuario_id, p_rol, v_entidad_id, p_hasta, p_motivo, p_sustituye_a)
            RETURNING id INTO asignacion_id;
            IF v_ambito = 'TERRITORIO' THEN
                INSERT INTO portal.asignacion_ambito (asignacion_id, region)
                SELECT DISTINCT asignacion_id, r FROM string_to_table(p_regiones, ',') r WHERE r <> '';
                INSERT INTO portal.asignacion_ambito (asignacion_id, entidad_id)
                SELECT DISTINCT asignacion_id, e::bigint FROM string_to_table(p_entidades, ',') e WHERE e <> '';
            END IF;
        EXCEPTION
            WHEN exclusion_violation THEN
                resultado := 'ya_asignado';
                asignacion_id := NULL;
            WHEN foreign_key_violation THEN
                resultado := 'ambito_invalido';
                asignacion_id := NULL;
        END;
    END IF;
    RETURN NEXT;
END $$;

-- Who stands in for that role loses theirs with it.
-- resultado: ok, no_encontrado, no_autorizado, propia (nobody takes away their own role).
CREATE OR REPLACE FUNCTION portal.asignacion_revocar(p_asignacion_id bigint, p_motivo text)
    RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    a portal.asignacion;
BEGIN
    SELECT * INTO a FROM portal.asignacion WHERE id = p_asignacion_id AND revocada_en IS NULL FOR UPDATE;
    resultado := CASE
        WHEN a.id IS NULL OR NOT (portal.es_admin() OR coalesce(a.entidad_id = portal.ambito_orh(), false))
            THEN 'no_encontrado'
        WHEN a.usuario_id = portal.actual_usuario() THEN 'propia'
        WHEN portal.es_admin() OR a.rol IN ('JEFE', 'SERVIDOR')
            OR (portal.actual_rol() = 'ORH_JEFE'
                AND (a.rol = 'ORH_ANALISTA' OR a.sustituye_a = portal.actual_asignacion()))
            THEN 'ok'
        ELSE 'no_autorizado' END;
    IF resultado = 'ok' THEN
        UPDATE portal.asignacion
        SET revocada_en = now(), revocada_por = portal.actual_usuario(), motivo = coalesce(p_motivo, motivo)
        WHERE (id = p_asignacion_id OR sustituye_a = p_asignacion_id) AND revocada_en IS NULL;
    END IF;
    RETURN NEXT;
END $$;

-- Account, role and link at once. resultado: ok; ya_tiene_cuenta (the role was given, their
-- password stands, no link); otherwise nothing was done: no_autorizado, documento_invalido,
-- faltan_nombres, ya_asignado, ambito_invalido, fecha_invalida, es_sustituto, sustitucion_larga,
-- cuenta_ajena.
CREATE OR REPLACE FUNCTION portal.usuario_invitar(
    p_tipo_documento text, p_numero text, p_digito text, p_nombres text, p_apellido_paterno text,
    p_apellido_materno text, p_correo text, p_rol text, p_entidad_id bigint, p_regiones text, p_entidades text,
    p_hasta date, p_motivo text, p_sustituye_a bigint, p_token_hash text, p_asunto text, p_cuerpo text)
RETURNS TABLE (resultado text, usuario_id bigint, asignacion_id bigint, expira_en timestamptz)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_persona_id bigint;
    v_estado text;
    v_permitido boolean := true;
BEGIN
    IF NOT portal.rol_otorgable(p_rol, p_entidad_id, p_hasta, p_sustituye_a) THEN
        resultado := 'no_autorizado';
    ELSIF NOT portal.documento_valido(p_tipo_documento, p_numero, p_digito) THEN
        resultado := 'documento_invalido';
    ELSIF portal.sustitucion_rechazo(p_sustituye_a, p_hasta) IS NOT NULL THEN
        resultado := portal.sustitucion_rechazo(p_sustituye_a, p_hasta);
    ELSE
        SELECT p.id, u.id, u.estado INTO v_persona_id, usuario_id, v_estado
        FROM portal.persona p LEFT JOIN portal.usuario u ON u.persona_id = p.id
        WHERE p.numero_documento = upper(p_numero) AND p.tipo_documento = p_tipo_documento;
        IF v_persona_id IS NULL
            AND (p_nombres IS NULL OR coalesce(p_apellido_paterno, p_apellido_materno) IS NULL) THEN
            resultado := 'faltan_nombres';
        END IF;
    END IF;
    IF resultado IS NOT NULL THEN
        usuario_id := NULL;
        RETURN NEXT;
        RETURN;
    END IF;
    IF v_persona_id IS NULL THEN
        v_persona_id := portal.persona_asegurar(p_tipo_documento, p_numero, jsonb_build_object(
            'digito_verificador', p_digito, 'nombres', p_nombres, 'apellido_paterno', p_apellido_paterno,
            'apellido_materno', p_apellido_materno));
    END IF;
    IF usuario_id IS NULL THEN
        INSERT INTO portal.usuario (persona_id, correo) VALUES (v_persona_id, p_correo) RETURNING id INTO usuario_id;
    ELSE
        PERFORM portal.cuenta_renovar(usuario_id, p_rol, p_correo);
        SELECT u.estado INTO v_estado FROM portal.usuario u WHERE u.id = usuario_id;
        v_permitido := v_estado = 'INVITADO' AND portal.enlace_permitido(usuario_id);
    END IF;
    SELECT x.resultado, x.asignacion_id INTO resultado, asignacion_id
    FROM portal.asignacion_otorgar(usuario_id, p_rol, p_entidad_id, p_hasta, p_motivo, p_sustituye_a,
                                   p_regiones, p_entidades) x;
    IF resultado = 'ok' AND v_permitido THEN
        SELECT x.expira_en INTO expira_en
        FROM portal.enlace_emitir(usuario_id, 'INVITACION', p_token_hash, p_asunto, p_cuerpo) x;
    ELSIF resultado = 'ok' THEN
        resultado := 'ya_tiene_cuenta';
    END IF;
    RETURN NEXT;
END $$;

-- The personal link of a servidor (or of their jefe), handed over by the ORH that registered them.
-- resultado: ok, ya_tiene_cuenta, no_encontrado, no_autorizado.
CREATE OR REPLACE FUNCTION portal.servidor_invitar(p_vinculo_id bigint, p_rol text, p_token_hash text, p_asunto text,
                                                   p_cuerpo text)
RETURNS TABLE (resultado text, usuario_id bigint, expira_en timestamptz)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v record;
BEGIN
    SELECT p.tipo_documento, p.numero_documento, p.correo, x.entidad_id, u.id AS usuario_id, u.estado INTO v
    FROM portal.vinculo x JOIN portal.persona p ON p.id = x.persona_id LEFT JOIN portal.usuario u
        ON u.persona_id = p.id
    WHERE x.id = p_vinculo_id AND (x.fecha_cese IS NULL OR x.fecha_cese >= portal.hoy())
      AND (portal.es_admin() OR x.entidad_id = portal.ambito_orh());
    IF NOT FOUND OR p_rol NOT IN ('SERVIDOR', 'JEFE') THEN
        resultado := 'no_encontrado';
        RETURN NEXT;
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM portal.asignacion_vigente a WHERE a.usuario_id = v.usuario_id AND a.rol = p_rol
                      AND a.entidad_id = v.entidad_id) THEN
        SELECT x.resultado, x.usuario_id, x.expira_en INTO resultado, usuario_id, expira_en
        FROM portal.usuario_invitar(v.tipo_documento, v.numero_documento, NULL, NULL, NULL, NULL, v.correo, p_rol,
            v.entidad_id, NULL, NULL, NULL, 'Vínculo registrado', NULL, p_token_hash, p_asunto, p_cuerpo) x;
    ELSIF v.estado <> 'INVITADO' THEN
        resultado := 'ya_tiene_cuenta';
        usuario_id := v.usuario_id;
    ELSE
        usuario_id := v.usuario_id;
        SELECT x.resultado, x.expira_en INTO resultado, expira_en
        FROM portal.enlace_crear(v.usuario_id, 'INVITACION', p_token_hash, p_asunto, p_cuerpo) x;
    END IF;
    RETURN NEXT;
END $$;

-- resultado: ok, no_autorizado, no_encontrado, propia.
CREATE OR REPLACE FUNCTION portal.usuario_suspender(p_usuario_id bigint, p_suspender boolean)
    RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF NOT portal.es_admin() THEN
        resultado := 'no_autorizado';
    ELSIF p_usuario_id = portal.actual_usuario() THEN
        resultado := 'propia';
    ELSE
        UPDATE portal.usuario
        SET estado = CASE WHEN p_suspender THEN 'SUSPENDIDO' WHEN clave_hash IS NULL THEN 'INVITADO' ELSE 'ACTIVO' END
        WHERE id = p_usuario_id;
        resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_encontrado' END;
        UPDATE portal.sesion SET cerrada_en = now()
        WHERE usuario_id = p_usuario_id AND p_suspender AND cerrada_en IS NULL;
    END IF;
    RETURN NEXT;
END $$;

-- Where the links of an account go: its own, or the administrator. The address that it had is told;
-- a recovery link on its way there stops working. resultado: ok, igual, no_encontrado.
DROP FUNCTION IF EXISTS portal.usuario_correo(bigint, text);
CREATE OR REPLACE FUNCTION portal.usuario_correo(p_usuario_id bigint, p_correo text, p_asunto text, p_cuerpo text)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_antes text;
BEGIN
    SELECT u.correo INTO v_antes FROM portal.usuario u
    WHERE u.id = p_usuario_id AND (portal.es_admin() OR u.id = portal.actual_usuario()) FOR UPDATE;
    IF NOT FOUND THEN
        resultado := 'no_encontrado';
    ELSIF v_antes IS NOT DISTINCT FROM p_correo THEN
        resultado := 'igual';
    ELSE
        UPDATE portal.usuario SET correo = p_correo WHERE id = p_usuario_id;
        UPDATE portal.enlace SET anulado_en = now()
        WHERE usuario_id = p_usuario_id AND tipo = 'RECUPERACION' AND usado_en IS NULL AND anulado_en IS NULL;
        IF v_antes IS NOT NULL AND p_cuerpo IS NOT NULL THEN
            PERFORM portal.correo_encolar('cambio-' || gen_random_uuid(), v_antes, p_asunto, p_cuerpo,
                                          'Cambio del correo de la cuenta', false, p_usuario_id);
        END IF;
        resultado := 'ok';
    END IF;
    RETURN NEXT;
END $$;

-- resultado: ok, no_autorizado, clave_repetida, ruc_repetido, ruc_invalido.
CREATE OR REPLACE FUNCTION portal.entidad_crear(p_clave text, p_ruc text, p_nombre text, p_sigla text, p_tipo text,
                                                p_nivel text, p_ubigeo text, p_padre_id bigint, p_vigente_desde date)
RETURNS TABLE (resultado text, entidad_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    resultado := CASE
        WHEN NOT portal.es_admin() THEN 'no_autorizado'
        WHEN NOT portal.ruc_valido(p_ruc) THEN 'ruc_invalido'
        WHEN EXISTS (SELECT FROM portal.entidad WHERE clave = p_clave) THEN 'clave_repetida'
        WHEN EXISTS (SELECT FROM portal.entidad WHERE ruc = p_ruc) THEN 'ruc_repetido' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        INSERT INTO portal.entidad (clave, ruc, nombre, sigla, tipo, nivel_gobierno, ubigeo, padre_id, vigente_desde)
        VALUES (p_clave, p_ruc, p_nombre, p_sigla, p_tipo, p_nivel, p_ubigeo, p_padre_id, p_vigente_desde)
        RETURNING id INTO entidad_id;
    END IF;
    RETURN NEXT;
END $$;

-- For the installation, run by the owner of the cluster: the first administrator.
CREATE OR REPLACE FUNCTION portal.administrador_crear(p_tipo_documento text, p_numero text, p_nombres text,
    p_apellido_paterno text, p_apellido_materno text, p_correo text, p_clave_hash text, p_debe_cambiar boolean)
RETURNS TABLE (resultado text, usuario_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_persona_id bigint;
BEGIN
    SELECT u.id INTO usuario_id FROM portal.usuario u JOIN portal.persona p ON p.id = u.persona_id
    WHERE p.numero_documento = p_numero AND p.tipo_documento = p_tipo_documento;
    resultado := CASE WHEN FOUND THEN 'existe' ELSE 'creado' END;
    IF NOT FOUND THEN
        INSERT INTO portal.persona (tipo_documento, numero_documento, nombres, apellido_paterno, apellido_materno)
        VALUES (p_tipo_documento, p_numero, p_nombres, p_apellido_paterno, p_apellido_materno)
        ON CONFLICT (numero_documento, tipo_documento) DO UPDATE SET nombres = persona.nombres
        RETURNING id INTO v_persona_id;
        INSERT INTO portal.usuario (persona_id, correo, clave_hash, clave_cambiada_en, estado, debe_cambiar_clave)
        VALUES (v_persona_id, p_correo, p_clave_hash, now(), 'ACTIVO', p_debe_cambiar) RETURNING id INTO usuario_id;
        INSERT INTO portal.asignacion (usuario_id, rol, motivo) VALUES (usuario_id, 'SERVIR_ADMIN', 'Instalación');
    END IF;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.persona_asegurar, portal.asignacion_otorgar, portal.asignacion_revocar,
    portal.usuario_invitar, portal.servidor_invitar, portal.usuario_suspender, portal.usuario_correo,
    portal.entidad_crear TO portal_app;
