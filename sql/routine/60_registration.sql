-- From a document to a registered servidor with their three dated stages.

-- p_n days after p_fecha. HABIL counts Monday to Friday without holidays.
CREATE OR REPLACE FUNCTION portal.dias_sumar(p_fecha date, p_n integer, p_unidad text) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN p_unidad = 'CALENDARIO' OR p_n <= 0 THEN p_fecha + p_n ELSE (
        SELECT d::date FROM generate_series(p_fecha + 1, p_fecha + p_n * 2 + 60, interval '1 day') AS d
        WHERE extract(isodow FROM d) < 6 AND NOT EXISTS (SELECT FROM portal.feriado f WHERE f.fecha = d::date)
        ORDER BY d OFFSET p_n - 1 LIMIT 1) END;
$$;

CREATE OR REPLACE FUNCTION portal.documento_valido(p_tipo text, p_numero text, p_digito text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT coalesce(upper(p_numero) ~ t.formato AND upper(p_numero) ~ '^[0-9A-Z]{4,15}$'
            AND (p_digito IS NULL OR (p_tipo = '01' AND portal.dni_digito_valido(p_numero, p_digito))), false)
    FROM (SELECT (SELECT formato FROM portal.tipo_documento WHERE codigo = p_tipo) AS formato) t;
$$;

-- What an ORH may know before registering: of a known person the public identity, of other
-- entities nothing. resultado: nuevo, conocida, aqui (vinculo_id is theirs here), invalido, no_autorizado.
CREATE OR REPLACE FUNCTION portal.documento_consultar(p_tipo_documento text, p_numero text)
RETURNS TABLE (resultado text, nombres text, apellido_paterno text, apellido_materno text, vinculo_id bigint,
               persona_id bigint)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF portal.ambito_orh() IS NULL AND NOT portal.es_admin() THEN
        resultado := 'no_autorizado';
    ELSIF NOT portal.documento_valido(p_tipo_documento, p_numero, NULL) THEN
        resultado := 'invalido';
    ELSE
        SELECT p.id, p.nombres, p.apellido_paterno, p.apellido_materno
        INTO persona_id, nombres, apellido_paterno, apellido_materno
        FROM portal.persona p WHERE p.numero_documento = upper(p_numero) AND p.tipo_documento = p_tipo_documento;
        SELECT v.id INTO vinculo_id FROM portal.vinculo v
        WHERE v.persona_id = documento_consultar.persona_id AND v.entidad_id = portal.ambito_orh()
          AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy())
        ORDER BY v.fecha_ingreso DESC LIMIT 1;
        resultado := CASE WHEN vinculo_id IS NOT NULL THEN 'aqui' WHEN persona_id IS NOT NULL THEN 'conocida'
                          ELSE 'nuevo' END;
    END IF;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.edicion_de(p_programa text, p_fecha date) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    -- Who entered before an edition began, and is registered while it runs, belongs to it.
    SELECT id FROM portal.edicion
    WHERE programa = p_programa
        AND (daterange(desde, hasta, '[]') @> p_fecha OR daterange(desde, hasta, '[]') @> portal.hoy())
    ORDER BY daterange(desde, hasta, '[]') @> p_fecha DESC LIMIT 1;
$$;

-- The edition's own rule before the programme's; the newest version in force that day, else the first.
CREATE OR REPLACE FUNCTION portal.regla_de(p_edicion_id bigint, p_fecha date) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT r.id FROM portal.regla r JOIN portal.edicion e ON e.programa = r.programa
    WHERE e.id = p_edicion_id AND (r.edicion_id = e.id OR r.edicion_id IS NULL)
    ORDER BY r.edicion_id IS NOT NULL DESC, daterange(r.vigente_desde, r.vigente_hasta, '[]') @> p_fecha DESC,
             CASE WHEN daterange(r.vigente_desde, r.vigente_hasta, '[]') @> p_fecha THEN -r.version ELSE r.version END
    LIMIT 1;
$$;

CREATE OR REPLACE FUNCTION portal.etapa_limites(p_regla_id bigint, p_ingreso date, p_inicio_puesto date)
RETURNS TABLE (tipo text, fecha_limite date, dias integer, unidad text)
LANGUAGE sql STABLE ROWS 3 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT r.tipo, portal.dias_sumar(CASE r.base WHEN 'INGRESO' THEN p_ingreso
        ELSE p_inicio_puesto END, r.dias, r.unidad),
           r.dias, r.unidad
    FROM portal.regla_etapa r WHERE r.regla_id = p_regla_id;
$$;

-- Enrols a vinculo in the edition of SERVIDORES and dates its stages. The stage ESTADO is the
-- person's, not the entity's: once earned it comes along. Definer: it was earned elsewhere.
-- resultado: ok, ya_inscrito, sin_edicion, sin_regla, no_encontrado.
CREATE OR REPLACE FUNCTION portal.inscripcion_abrir(p_vinculo_id bigint)
RETURNS TABLE (resultado text, inscripcion_id bigint)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v portal.vinculo;
    v_edicion_id bigint;
    v_regla portal.regla;
    v_ganada portal.etapa;
BEGIN
    SELECT * INTO v FROM portal.vinculo x
    WHERE x.id = p_vinculo_id AND (portal.es_admin() OR x.entidad_id = portal.ambito_orh());
    v_edicion_id := portal.edicion_de('SERVIDORES', v.fecha_ingreso);
    SELECT * INTO v_regla FROM portal.regla r WHERE r.id = portal.regla_de(v_edicion_id, v.fecha_ingreso);
    SELECT i.id INTO inscripcion_id FROM portal.inscripcion i
    WHERE i.vinculo_id = p_vinculo_id AND i.edicion_id = v_edicion_id;
    resultado := CASE WHEN v.id IS NULL THEN 'no_encontrado' WHEN v_edicion_id IS NULL THEN 'sin_edicion'
        WHEN v_regla.id IS NULL THEN 'sin_regla' WHEN inscripcion_id IS NOT NULL THEN 'ya_inscrito' ELSE 'ok' END;
    IF resultado <> 'ok' THEN
        RETURN NEXT;
        RETURN;
    END IF;
    INSERT INTO portal.inscripcion (edicion_id, persona_id, vinculo_id, entidad_id, regla_id, es_tardia)
    VALUES (v_edicion_id, v.persona_id, v.id, v.entidad_id, v_regla.id,
            portal.hoy() - v.fecha_ingreso > portal.parametro_int('registro_tardio_dias', 30))
    RETURNING id INTO inscripcion_id;
    -- Locked: what is inherited is what stays there (decision_deshacer).
    SELECT e.* INTO v_ganada
    FROM portal.etapa e JOIN portal.vinculo x ON x.id = e.vinculo_id
    WHERE x.persona_id = v.persona_id AND x.id <> v.id AND e.tipo = 'ESTADO' AND e.estado IN ('CULMINADA', 'VALIDADA')
    ORDER BY e.estado = 'VALIDADA' DESC, e.fecha_fin DESC, e.id LIMIT 1 FOR SHARE OF e;
    INSERT INTO portal.etapa (inscripcion_id, vinculo_id, entidad_id, tipo, fecha_limite, estado, fecha_inicio,
                              fecha_fin, heredada_de, motivo)
    SELECT inscripcion_id, v.id, v.entidad_id, l.tipo, l.fecha_limite,
           CASE WHEN hereda.si THEN v_ganada.estado WHEN exonera.si THEN 'NO_APLICA' ELSE 'PENDIENTE' END,
           CASE WHEN hereda.si THEN v_ganada.fecha_inicio END, CASE WHEN hereda.si THEN v_ganada.fecha_fin END,
           CASE WHEN hereda.si THEN v_ganada.id END,
           CASE WHEN exonera.si AND NOT hereda.si THEN 'No es su primer ingreso al Estado' END
    FROM portal.etapa_limites(v_regla.id, v.fecha_ingreso, v.fecha_inicio_puesto) l,
        LATERAL (SELECT l.tipo = 'ESTADO' AND v_ganada.id IS NOT NULL) AS hereda (si),
        LATERAL (SELECT l.tipo = 'ESTADO' AND v_regla.exonera_estado_en_reingreso AND NOT v.primer_ingreso_estado)
            AS exonera (si);
    RETURN NEXT;
END $$;

-- After a corrected entry date: stages that are still open get the limit of the same rule.
CREATE OR REPLACE FUNCTION portal.etapas_fechar(p_vinculo_id bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.etapa e SET fecha_limite = l.fecha_limite
    FROM portal.inscripcion i JOIN portal.vinculo v ON v.id = i.vinculo_id,
        LATERAL portal.etapa_limites(i.regla_id, v.fecha_ingreso, v.fecha_inicio_puesto) l
    WHERE i.vinculo_id = p_vinculo_id AND e.inscripcion_id = i.id AND e.tipo = l.tipo
      AND e.fecha_limite <> l.fecha_limite AND portal.etapa_abierta(e.estado);
$$;

-- A unit by name, made when the entity has none so called. Level and kind are set later.
CREATE OR REPLACE FUNCTION portal.organo_asegurar(p_entidad_id bigint, p_organo_id bigint, p_nombre text)
    RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_id bigint := p_organo_id;
BEGIN
    IF v_id IS NULL AND portal.portal_buscable(p_nombre) <> '' THEN
        SELECT id INTO v_id FROM portal.organo
        WHERE entidad_id = p_entidad_id AND vigente_hasta IS NULL
          AND portal.portal_buscable(nombre) = portal.portal_buscable(p_nombre);
        IF v_id IS NULL THEN
            INSERT INTO portal.organo (entidad_id, nombre, tipo, nivel) VALUES (p_entidad_id, p_nombre, 'LINEA', 3)
            RETURNING id INTO v_id;
        END IF;
    END IF;
    RETURN v_id;
END $$;

-- Of the account, in whichever entity it began them.
CREATE OR REPLACE FUNCTION portal.registros_de_la_hora() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT count(*) FROM portal.registro_borrador
    WHERE usuario_id = portal.actual_usuario() AND creado_en > now() - interval '1 hour';
$$;
INSERT INTO portal.parametro (clave, valor, descripcion)
VALUES ('consultas_documento_hora', '120', 'Documentos que una cuenta puede consultar por hora al registrar')
ON CONFLICT (clave) DO NOTHING;

-- Step 1: the document. Makes the draft that the token names (again with the same token: the same
-- draft). resultado: nuevo, conocida, aqui, invalido, digito_invalido, no_autorizado, demasiadas.
-- Every answer about somebody who is not here is a draft, so drafts tell how many documents an
-- account has asked for; nobody walks through all of them.
CREATE OR REPLACE FUNCTION portal.registro_iniciar(p_token text, p_tipo_documento text, p_numero text, p_digito text)
RETURNS TABLE (resultado text, vinculo_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF portal.registros_de_la_hora() >= portal.parametro_int('consultas_documento_hora', 120) THEN
        resultado := 'demasiadas';
        RETURN NEXT;
        RETURN;
    END IF;
    SELECT c.resultado, c.vinculo_id INTO resultado, vinculo_id
    FROM portal.documento_consultar(p_tipo_documento, p_numero) c;
    IF portal.ambito_orh() IS NULL THEN
        resultado := 'no_autorizado';
    ELSIF resultado IN ('nuevo', 'conocida')
        AND NOT portal.documento_valido(p_tipo_documento, p_numero, p_digito) THEN
        resultado := 'digito_invalido';
    ELSIF resultado IN ('nuevo', 'conocida') THEN
        INSERT INTO portal.registro_borrador (token, entidad_id, tipo_documento, numero_documento, datos)
        VALUES (p_token, portal.ambito_orh(), p_tipo_documento, upper(p_numero),
                jsonb_strip_nulls(jsonb_build_object('digito_verificador', upper(p_digito))))
        ON CONFLICT (token) DO NOTHING;
    END IF;
    RETURN NEXT;
END $$;

-- Step 2: the form. resultado: ok, no_encontrado, registrado, faltan_nombres, sin_edicion,
-- fecha_invalida, unidad_invalida, jefe_invalido.
CREATE OR REPLACE FUNCTION portal.registro_guardar(
    p_token text, p_nombres text, p_apellido_paterno text, p_apellido_materno text, p_sexo text,
        p_fecha_nacimiento date,
    p_correo text, p_celular text, p_organo_id bigint, p_organo_nombre text, p_puesto text, p_regimen text,
        p_grupo text,
    p_tipo_contrato text, p_condicion text, p_modalidad text, p_es_confianza boolean, p_primer_ingreso_estado boolean,
    p_documento_sustento text, p_jefe_vinculo_id bigint, p_jefe_nombre text, p_fecha_ingreso date,
    p_fecha_inicio_puesto date)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    b portal.registro_borrador;
    c record;
BEGIN
    SELECT * INTO b FROM portal.registro_borrador WHERE token = p_token FOR UPDATE;
    IF b.id IS NULL OR b.vinculo_id IS NOT NULL THEN
        resultado := CASE WHEN b.id IS NULL THEN 'no_encontrado' ELSE 'registrado' END;
        RETURN NEXT;
        RETURN;
    END IF;
    SELECT * INTO c FROM portal.documento_consultar(b.tipo_documento, b.numero_documento);
    resultado := CASE
        WHEN c.nombres IS NULL AND (p_nombres IS NULL OR coalesce(p_apellido_paterno, p_apellido_materno) IS NULL)
            THEN 'faltan_nombres'
        WHEN p_fecha_ingreso NOT BETWEEN '1950-01-01' AND portal.hoy() + 90
            OR p_fecha_inicio_puesto NOT BETWEEN p_fecha_ingreso AND portal.hoy() + 90 THEN 'fecha_invalida'
        WHEN portal.edicion_de('SERVIDORES', p_fecha_ingreso) IS NULL THEN 'sin_edicion'
        WHEN p_organo_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM portal.organo WHERE id = p_organo_id AND entidad_id = b.entidad_id) THEN 'unidad_invalida'
        WHEN p_jefe_vinculo_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM portal.vinculo WHERE id = p_jefe_vinculo_id AND entidad_id = b.entidad_id)
                THEN 'jefe_invalido'
        ELSE 'ok' END;
    IF resultado = 'ok' THEN
        UPDATE portal.registro_borrador SET completo = true, actualizado_en = now(),
            datos = jsonb_strip_nulls(jsonb_build_object(
                'digito_verificador', datos -> 'digito_verificador',
                'nombres', p_nombres, 'apellido_paterno', p_apellido_paterno, 'apellido_materno', p_apellido_materno,
                'sexo', p_sexo, 'fecha_nacimiento', p_fecha_nacimiento, 'correo', p_correo, 'celular', p_celular,
                'organo_id', p_organo_id, 'organo_nombre', p_organo_nombre, 'puesto', p_puesto, 'regimen', p_regimen,
                'grupo', p_grupo, 'tipo_contrato', p_tipo_contrato, 'condicion', p_condicion, 'modalidad',
                    p_modalidad,
                'es_confianza', p_es_confianza, 'primer_ingreso_estado', p_primer_ingreso_estado,
                'documento_sustento', p_documento_sustento, 'jefe_vinculo_id', p_jefe_vinculo_id,
                'jefe_nombre', p_jefe_nombre, 'fecha_ingreso', p_fecha_ingreso,
                'fecha_inicio_puesto', coalesce(p_fecha_inicio_puesto, p_fecha_ingreso)))
        WHERE id = b.id;
    END IF;
    RETURN NEXT;
END $$;

-- The draft as typed columns, for the form and for the review: with the names of its codes, the
-- limits that the stages will get, and the warnings. No row when the token is not one's own.
CREATE OR REPLACE FUNCTION portal.registro_ver(p_token text)
RETURNS TABLE (
    tipo_documento text, numero_documento text, digito_verificador text, conocida boolean, completo boolean,
    vinculo_id bigint, nombres text, apellido_paterno text, apellido_materno text, sexo text, fecha_nacimiento date,
    correo text, celular text, organo_id bigint, organo_nombre text, puesto text, regimen text, regimen_nombre text,
    grupo text, grupo_nombre text, tipo_contrato text, tipo_contrato_nombre text, condicion text,
        condicion_nombre text,
    modalidad text, es_confianza boolean, primer_ingreso_estado boolean, documento_sustento text,
        jefe_vinculo_id bigint,
    jefe_nombre text, fecha_ingreso date, fecha_inicio_puesto date, edicion text, limite_estado date,
    limite_entidad date, limite_especifica date, aviso_tardio boolean, aviso_sin_jefe boolean, aviso_correo integer, persona_id bigint)
LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
    -- Materialized: lower() of a row's column would keep the index of correo_clave from use.
    WITH b AS MATERIALIZED (
        SELECT r.tipo_documento, r.numero_documento, r.completo, r.vinculo_id, d.*,
               lower(d.correo) AS correo_clave
        FROM portal.registro_borrador r, jsonb_to_record(r.datos) AS d (
            digito_verificador text, nombres text, apellido_paterno text, apellido_materno text, sexo text,
            fecha_nacimiento date, correo text, celular text, organo_id bigint, organo_nombre text, puesto text,
            regimen text, grupo text, tipo_contrato text, condicion text, modalidad text, es_confianza boolean,
            primer_ingreso_estado boolean, documento_sustento text, jefe_vinculo_id bigint, jefe_nombre text,
            fecha_ingreso date, fecha_inicio_puesto date)
        WHERE r.token = p_token)
    SELECT b.tipo_documento, b.numero_documento, b.digito_verificador, c.resultado <> 'nuevo', b.completo,
        b.vinculo_id,
           coalesce(c.nombres, b.nombres),
           CASE WHEN c.nombres IS NULL THEN b.apellido_paterno ELSE c.apellido_paterno END,
           CASE WHEN c.nombres IS NULL THEN b.apellido_materno ELSE c.apellido_materno END,
           b.sexo, b.fecha_nacimiento, b.correo, b.celular, b.organo_id, coalesce(o.nombre, b.organo_nombre),
               b.puesto,
           b.regimen, rg.nombre, b.grupo, g.nombre, b.tipo_contrato, tc.nombre, b.condicion, cd.nombre, b.modalidad,
           coalesce(b.es_confianza, false), coalesce(b.primer_ingreso_estado, true), b.documento_sustento,
           b.jefe_vinculo_id, coalesce(j.nombre_completo, b.jefe_nombre), b.fecha_ingreso, b.fecha_inicio_puesto,
           e.nombre, l.estado, l.entidad, l.especifica,
           coalesce(portal.hoy() - b.fecha_ingreso > portal.parametro_int('registro_tardio_dias', 30), false),
           b.completo AND b.jefe_vinculo_id IS NULL AND b.jefe_nombre IS NULL,
           (SELECT count(*)::integer FROM portal.persona p
            WHERE p.correo_clave = b.correo_clave AND p.numero_documento <> b.numero_documento),
           c.persona_id
    FROM b
        CROSS JOIN LATERAL portal.documento_consultar(b.tipo_documento, b.numero_documento) c
        LEFT JOIN portal.organo o ON o.id = b.organo_id
        LEFT JOIN portal.regimen rg ON rg.codigo = b.regimen
        LEFT JOIN portal.grupo g ON g.codigo = b.grupo
        LEFT JOIN portal.tipo_contrato tc ON tc.codigo = b.tipo_contrato
        LEFT JOIN portal.condicion cd ON cd.codigo = b.condicion
        LEFT JOIN portal.vinculo j ON j.id = b.jefe_vinculo_id
        LEFT JOIN portal.edicion e ON e.id = portal.edicion_de('SERVIDORES', b.fecha_ingreso)
        LEFT JOIN LATERAL (
            SELECT max(x.fecha_limite) FILTER (WHERE x.tipo = 'ESTADO') AS estado,
                   max(x.fecha_limite) FILTER (WHERE x.tipo = 'ENTIDAD') AS entidad,
                   max(x.fecha_limite) FILTER (WHERE x.tipo = 'ESPECIFICA') AS especifica
            FROM portal.etapa_limites(portal.regla_de(e.id, b.fecha_ingreso), b.fecha_ingreso, b.fecha_inicio_puesto)
                x
        ) l ON true;
$$;

-- Step 3: done. The same token answers the same vinculo for ever, and of the draft nothing else is
-- kept. resultado: ok, ya_aqui (with the
-- vinculo that stands in the way), incompleto, no_encontrado, sin_edicion, sin_regla.
CREATE OR REPLACE FUNCTION portal.servidor_registrar(p_token text)
RETURNS TABLE (resultado text, vinculo_id bigint, repetido boolean)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    b portal.registro_borrador;
    d record;
    v_persona_id bigint;
BEGIN
    repetido := false;
    SELECT * INTO b FROM portal.registro_borrador r WHERE r.token = p_token FOR UPDATE;
    IF b.id IS NULL OR b.vinculo_id IS NOT NULL OR NOT b.completo THEN
        resultado := CASE WHEN b.id IS NULL THEN 'no_encontrado' WHEN b.vinculo_id IS NULL THEN 'incompleto'
            ELSE 'ok' END;
        vinculo_id := b.vinculo_id;
        repetido := b.vinculo_id IS NOT NULL;
        RETURN NEXT;
        RETURN;
    END IF;
    SELECT * INTO d FROM jsonb_to_record(b.datos) AS x
        (organo_id bigint, organo_nombre text, puesto text, regimen text,
        grupo text, tipo_contrato text, condicion text, modalidad text, es_confianza boolean,
        primer_ingreso_estado boolean, documento_sustento text, jefe_vinculo_id bigint, jefe_nombre text,
        fecha_ingreso date, fecha_inicio_puesto date);
    -- A block of its own: a clash undoes the person and the unit too.
    BEGIN
        v_persona_id := portal.persona_asegurar(b.tipo_documento, b.numero_documento, b.datos);
        INSERT INTO portal.vinculo
            (persona_id, entidad_id, organo_id, puesto, regimen, grupo, tipo_contrato, condicion,
            modalidad, es_confianza, primer_ingreso_estado, documento_sustento, jefe_vinculo_id, jefe_nombre,
            fecha_ingreso, fecha_inicio_puesto)
        VALUES (v_persona_id, b.entidad_id, portal.organo_asegurar(b.entidad_id, d.organo_id, d.organo_nombre),
            d.puesto,
            d.regimen, d.grupo, d.tipo_contrato, d.condicion, coalesce(d.modalidad, 'PRESENCIAL'),
            coalesce(d.es_confianza, false), coalesce(d.primer_ingreso_estado, true), d.documento_sustento,
            d.jefe_vinculo_id, d.jefe_nombre, d.fecha_ingreso, coalesce(d.fecha_inicio_puesto, d.fecha_ingreso))
        RETURNING id INTO vinculo_id;
        SELECT i.resultado INTO resultado FROM portal.inscripcion_abrir(vinculo_id) i;
        IF resultado <> 'ok' THEN
            RAISE EXCEPTION 'not enrolled' USING ERRCODE = 'PT001';
        END IF;
        INSERT INTO portal.evento (persona_id, vinculo_id, entidad_id, tipo, ocurrido_en, datos)
        VALUES (v_persona_id, vinculo_id, b.entidad_id, 'INGRESO',
                d.fecha_ingreso::timestamp AT TIME ZONE 'America/Lima', jsonb_build_object('puesto', d.puesto));
        UPDATE portal.registro_borrador SET vinculo_id = servidor_registrar.vinculo_id, datos = '{}' WHERE id = b.id;
    EXCEPTION
        WHEN exclusion_violation THEN
            resultado := 'ya_aqui';
            SELECT v.id INTO vinculo_id FROM portal.vinculo v JOIN portal.persona p ON p.id = v.persona_id
            WHERE p.numero_documento = b.numero_documento AND p.tipo_documento = b.tipo_documento
              AND v.entidad_id = b.entidad_id
                  AND daterange(v.fecha_ingreso, v.fecha_cese, '[]') && daterange(d.fecha_ingreso, NULL)
            LIMIT 1;
        WHEN SQLSTATE 'PT001' THEN
            vinculo_id := NULL;
    END;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.dias_sumar, portal.documento_valido, portal.documento_consultar, portal.edicion_de,
    portal.regla_de, portal.etapa_limites, portal.inscripcion_abrir, portal.etapas_fechar, portal.organo_asegurar,
    portal.registros_de_la_hora, portal.registro_iniciar, portal.registro_guardar, portal.registro_ver, portal.servidor_registrar TO portal_app;
