-- What an ORH does with a registered servidor. Each is refused with 'conflicto' when the vinculo
-- has moved on since the form was shown (p_version). A row out of scope is 'no_encontrado'.

CREATE OR REPLACE FUNCTION portal.vinculo_tomar(p_vinculo_id bigint, p_version integer)
RETURNS TABLE (resultado text, v portal.vinculo)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    -- FOR UPDATE applies the policy of UPDATE: whoever may only look finds nothing.
    SELECT x.* INTO v FROM portal.vinculo x WHERE x.id = p_vinculo_id FOR UPDATE;
    resultado := CASE WHEN v.id IS NULL THEN 'no_encontrado' WHEN v.version <> p_version THEN 'conflicto'
        ELSE 'ok' END;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.evento_anotar(p portal.vinculo, p_tipo text, p_fecha date, p_datos jsonb)
    RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    INSERT INTO portal.evento (persona_id, vinculo_id, entidad_id, tipo, ocurrido_en, datos)
    VALUES (p.persona_id, p.id, p.entidad_id, p_tipo, coalesce(p_fecha::timestamp AT TIME ZONE 'America/Lima', now()),
            p_datos || jsonb_strip_nulls(jsonb_build_object('por', nullif(current_setting('portal.via', true), ''))));
$$;

-- Identity and contact put right; answers what changed. Internal.
CREATE OR REPLACE FUNCTION portal.persona_corregir(
    p_id bigint, p_nombres text, p_apellido_paterno text, p_apellido_materno text, p_digito text, p_sexo text,
    p_fecha_nacimiento date, p_correo text, p_celular text) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_sin constant text[] := '{version,busqueda,correo_clave}';
    v_antes jsonb := (SELECT to_jsonb(p) - c_sin FROM portal.persona p WHERE p.id = p_id);
BEGIN
    UPDATE portal.persona p
    SET nombres = p_nombres, apellido_paterno = p_apellido_paterno, apellido_materno = p_apellido_materno,
        digito_verificador = upper(p_digito), sexo = p_sexo, fecha_nacimiento = p_fecha_nacimiento,
        correo = p_correo, celular = p_celular
    WHERE p.id = p_id AND (p.nombres, p.apellido_paterno, p.apellido_materno, p.digito_verificador,
            p.sexo, p.fecha_nacimiento, p.correo, p.celular)
        IS DISTINCT FROM (p_nombres, p_apellido_paterno, p_apellido_materno, upper(p_digito), p_sexo,
            p_fecha_nacimiento, p_correo, p_celular);
    RETURN portal.jsonb_cambios(v_antes, (SELECT to_jsonb(p) - c_sin FROM portal.persona p WHERE p.id = p_id));
END $$;

-- The period in force says what the vinculo says, and the first begins with it. Internal.
CREATE OR REPLACE FUNCTION portal.vinculo_periodo_corregir(p portal.vinculo) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.vinculo_cambio c
    SET organo_id = p.organo_id, puesto = p.puesto, regimen = p.regimen, grupo = p.grupo,
        tipo_contrato = p.tipo_contrato, condicion = p.condicion, modalidad = p.modalidad,
        es_confianza = p.es_confianza, jefe_vinculo_id = p.jefe_vinculo_id, jefe_nombre = p.jefe_nombre,
        documento_sustento = p.documento_sustento
    WHERE c.id = (SELECT x.id FROM portal.vinculo_cambio x WHERE x.vinculo_id = p.id ORDER BY x.desde DESC LIMIT 1);
    UPDATE portal.vinculo_cambio c SET desde = p.fecha_ingreso
    WHERE c.desde <> p.fecha_ingreso
      AND c.id = (SELECT x.id FROM portal.vinculo_cambio x WHERE x.vinculo_id = p.id ORDER BY x.desde LIMIT 1);
$$;

-- An error is put right: it never was so. The period in force is rewritten; the event and the audit
-- keep the old value. resultado: ok, sin_cambio, conflicto, no_encontrado, fecha_invalida,
-- unidad_invalida, jefe_invalido, ya_aqui, digito_invalido.
CREATE OR REPLACE FUNCTION portal.servidor_corregir(
    p_vinculo_id bigint, p_version integer, p_nombres text, p_apellido_paterno text, p_apellido_materno text,
    p_digito text, p_sexo text, p_fecha_nacimiento date, p_correo text, p_celular text, p_organo_id bigint,
    p_organo_nombre text, p_puesto text, p_regimen text, p_grupo text, p_tipo_contrato text, p_condicion text,
    p_modalidad text, p_es_confianza boolean, p_primer_ingreso_estado boolean, p_documento_sustento text,
    p_jefe_vinculo_id bigint, p_jefe_nombre text, p_fecha_ingreso date, p_fecha_inicio_puesto date, p_motivo text)
RETURNS TABLE (resultado text, version integer)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    c_sin constant text[] := '{version,orden_nombre,nombre_completo,jefe_persona_id}';
    r record;
    v_antes portal.vinculo;
    v_despues portal.vinculo;
    v_cambios jsonb;
BEGIN
    SELECT * INTO r FROM portal.vinculo_tomar(p_vinculo_id, p_version);
    resultado := r.resultado;
    v_antes := r.v;
    IF resultado = 'ok' AND p_digito IS NOT NULL AND NOT EXISTS (
            SELECT FROM portal.persona p WHERE p.id = v_antes.persona_id
               AND portal.documento_valido(p.tipo_documento, p.numero_documento, p_digito)) THEN
        resultado := 'digito_invalido';
    END IF;
    IF resultado <> 'ok' THEN
        RETURN NEXT;
        RETURN;
    END IF;
    BEGIN
        v_cambios := portal.persona_corregir(v_antes.persona_id, p_nombres, p_apellido_paterno, p_apellido_materno,
            p_digito, p_sexo, p_fecha_nacimiento, p_correo, p_celular);
        UPDATE portal.vinculo v
        SET organo_id = portal.organo_asegurar(v.entidad_id, p_organo_id, p_organo_nombre), puesto = p_puesto,
            regimen = p_regimen, grupo = p_grupo, tipo_contrato = p_tipo_contrato, condicion = p_condicion,
            modalidad = p_modalidad, es_confianza = p_es_confianza, primer_ingreso_estado = p_primer_ingreso_estado,
            documento_sustento = p_documento_sustento, jefe_vinculo_id = p_jefe_vinculo_id,
            jefe_nombre = p_jefe_nombre, fecha_ingreso = p_fecha_ingreso,
            fecha_inicio_puesto = coalesce(p_fecha_inicio_puesto, p_fecha_ingreso)
        WHERE v.id = p_vinculo_id
        RETURNING v.* INTO v_despues;
        PERFORM portal.vinculo_periodo_corregir(v_despues);
    EXCEPTION
        WHEN exclusion_violation THEN resultado := 'ya_aqui';
        WHEN foreign_key_violation THEN
            resultado := CASE WHEN SQLERRM LIKE '%organo%' THEN 'unidad_invalida' ELSE 'jefe_invalido' END;
        WHEN check_violation THEN
            -- Of the dates here; of any other field the caller learns the constraint's name.
            IF SQLERRM !~ '_range"' THEN
                RAISE;
            END IF;
            resultado := 'fecha_invalida';
    END;
    IF resultado = 'ok' THEN
        v_cambios := v_cambios || portal.jsonb_cambios(to_jsonb(v_antes) - c_sin, to_jsonb(v_despues) - c_sin);
        resultado := CASE WHEN v_cambios = '{}' THEN 'sin_cambio' ELSE 'ok' END;
        version := v_despues.version;
    END IF;
    IF resultado = 'ok' THEN
        IF v_cambios ?| '{fecha_ingreso,fecha_inicio_puesto}' THEN
            PERFORM portal.etapas_fechar(p_vinculo_id);
        END IF;
        PERFORM portal.evento_anotar(v_despues, 'CORRECCION', NULL,
            jsonb_strip_nulls(jsonb_build_object('cambios', v_cambios, 'motivo', p_motivo)));
    END IF;
    RETURN NEXT;
END $$;

-- Something changed on a day: the period ends the day before and a new one begins. resultado: ok,
-- conflicto, no_encontrado, fecha_invalida (not after the period in force began, or in the future),
-- cesado, unidad_invalida, jefe_invalido, sin_cambio.
CREATE OR REPLACE FUNCTION portal.servidor_cambiar(
    p_vinculo_id bigint, p_version integer, p_desde date, p_organo_id bigint, p_organo_nombre text, p_puesto text,
    p_regimen text, p_grupo text, p_tipo_contrato text, p_condicion text, p_modalidad text, p_es_confianza boolean,
    p_documento_sustento text, p_jefe_vinculo_id bigint, p_jefe_nombre text, p_motivo text)
RETURNS TABLE (resultado text, version integer)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    r record;
    v_antes portal.vinculo;
    v_despues portal.vinculo;
    v_periodo portal.vinculo_cambio;
    v_cambios jsonb;
BEGIN
    SELECT * INTO r FROM portal.vinculo_tomar(p_vinculo_id, p_version);
    resultado := r.resultado;
    v_antes := r.v;
    SELECT * INTO v_periodo FROM portal.vinculo_cambio WHERE vinculo_id = p_vinculo_id ORDER BY desde DESC LIMIT 1;
    IF resultado = 'ok' THEN
        resultado := CASE WHEN v_antes.fecha_cese IS NOT NULL THEN 'cesado'
            WHEN p_desde <= v_periodo.desde OR p_desde > portal.hoy() THEN 'fecha_invalida' ELSE 'ok' END;
    END IF;
    IF resultado = 'ok' THEN
        BEGIN
            UPDATE portal.vinculo v
            SET organo_id = portal.organo_asegurar(v.entidad_id, p_organo_id, p_organo_nombre), puesto = p_puesto,
                regimen = p_regimen, grupo = p_grupo, tipo_contrato = p_tipo_contrato, condicion = p_condicion,
                modalidad = p_modalidad, es_confianza = p_es_confianza, documento_sustento = p_documento_sustento,
                jefe_vinculo_id = p_jefe_vinculo_id, jefe_nombre = p_jefe_nombre
            WHERE v.id = p_vinculo_id
            RETURNING v.* INTO v_despues;
        EXCEPTION WHEN foreign_key_violation THEN
            resultado := CASE WHEN SQLERRM LIKE '%organo%' THEN 'unidad_invalida' ELSE 'jefe_invalido' END;
        END;
    END IF;
    IF resultado = 'ok' THEN
        v_cambios := portal.jsonb_cambios(to_jsonb(v_antes) - '{version,jefe_persona_id}'::text[],
                                          to_jsonb(v_despues) - '{version,jefe_persona_id}'::text[]);
        IF v_cambios = '{}' THEN
            resultado := 'sin_cambio';
        ELSE
            UPDATE portal.vinculo_cambio SET hasta = p_desde - 1 WHERE id = v_periodo.id;
            PERFORM portal.vinculo_periodo_abrir(v_despues, p_desde, p_motivo);
            PERFORM portal.evento_anotar(v_despues, 'CAMBIO', p_desde,
                jsonb_strip_nulls(jsonb_build_object('cambios', v_cambios, 'motivo', p_motivo)));
        END IF;
        version := v_despues.version;
    END IF;
    RETURN NEXT;
END $$;

-- The person leaves. resultado: ok, conflicto, no_encontrado, cesado, fecha_invalida,
-- transferencia_abierta.
CREATE OR REPLACE FUNCTION portal.servidor_cesar(p_vinculo_id bigint, p_version integer, p_fecha date, p_motivo text)
RETURNS TABLE (resultado text, version integer)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    r record;
    v portal.vinculo;
    v_periodo portal.vinculo_cambio;
BEGIN
    SELECT * INTO r FROM portal.vinculo_tomar(p_vinculo_id, p_version);
    resultado := r.resultado;
    v := r.v;
    SELECT * INTO v_periodo FROM portal.vinculo_cambio WHERE vinculo_id = p_vinculo_id ORDER BY desde DESC LIMIT 1;
    IF resultado = 'ok' THEN
        resultado := CASE WHEN v.fecha_cese IS NOT NULL THEN 'cesado'
            WHEN p_fecha < v.fecha_ingreso OR p_fecha < v_periodo.desde OR p_fecha > portal.hoy() + 31
                THEN 'fecha_invalida'
            WHEN EXISTS (SELECT FROM portal.transferencia x WHERE x.vinculo_id = p_vinculo_id
                AND x.estado = 'PROPUESTA')
                THEN 'transferencia_abierta' ELSE 'ok' END;
    END IF;
    IF resultado = 'ok' THEN
        version := portal.vinculo_cerrar(v, p_fecha, p_motivo);
        PERFORM portal.evento_anotar(v, 'CESE', p_fecha, jsonb_build_object('motivo', p_motivo));
    END IF;
    RETURN NEXT;
END $$;

-- What somebody leaves unfinished. Internal.
CREATE OR REPLACE FUNCTION portal.vinculo_retirar(p_vinculo_id bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.etapa SET estado = 'RETIRADO'
    WHERE vinculo_id = p_vinculo_id AND portal.etapa_abierta(estado);
    UPDATE portal.inscripcion SET estado = 'RETIRADO'
    WHERE vinculo_id = p_vinculo_id AND estado NOT IN ('CULMINADO', 'CERTIFICADO', 'RETIRADO');
$$;

-- What ends with a vinculo, by exit or by transfer. Until the last day the stages go on; then
-- retirar_cesados() ends them. Internal.
CREATE OR REPLACE FUNCTION portal.vinculo_cerrar(p portal.vinculo, p_fecha date, p_motivo text) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_version integer;
BEGIN
    UPDATE portal.vinculo SET fecha_cese = p_fecha, motivo_cese = p_motivo
        WHERE id = p.id RETURNING version INTO v_version;
    UPDATE portal.vinculo_cambio SET hasta = p_fecha WHERE vinculo_id = p.id AND hasta IS NULL;
    IF p_fecha < portal.hoy() THEN
        PERFORM portal.vinculo_retirar(p.id);
    END IF;
    RETURN v_version;
END $$;

-- The exit was an error. resultado: ok, conflicto, no_encontrado, no_cesado, transferido, ya_aqui.
CREATE OR REPLACE FUNCTION portal.servidor_cese_anular(p_vinculo_id bigint, p_version integer, p_motivo text)
RETURNS TABLE (resultado text, version integer)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    r record;
    v portal.vinculo;
BEGIN
    SELECT * INTO r FROM portal.vinculo_tomar(p_vinculo_id, p_version);
    resultado := r.resultado;
    v := r.v;
    IF resultado = 'ok' THEN
        resultado := CASE WHEN v.fecha_cese IS NULL THEN 'no_cesado'
            WHEN EXISTS (SELECT FROM portal.transferencia x WHERE x.vinculo_id = p_vinculo_id
                AND x.estado = 'ACEPTADA')
                THEN 'transferido' ELSE 'ok' END;
    END IF;
    IF resultado = 'ok' THEN
        BEGIN
            UPDATE portal.vinculo x SET fecha_cese = NULL, motivo_cese = NULL WHERE x.id = p_vinculo_id
            RETURNING x.version INTO version;
            UPDATE portal.vinculo_cambio c SET hasta = NULL
            WHERE c.id = (SELECT y.id FROM portal.vinculo_cambio y WHERE y.vinculo_id = p_vinculo_id
                          ORDER BY y.desde DESC LIMIT 1);
            UPDATE portal.etapa e SET estado = e.estado_previo
            WHERE e.vinculo_id = p_vinculo_id AND e.estado = 'RETIRADO' AND e.estado_previo IS NOT NULL;
            UPDATE portal.inscripcion i SET estado = coalesce(i.estado_previo, 'INSCRITO')
            WHERE i.vinculo_id = p_vinculo_id AND i.estado = 'RETIRADO';
            PERFORM portal.evento_anotar(v, 'CESE_ANULADO', NULL,
                jsonb_build_object('motivo', p_motivo, 'fecha_cese', v.fecha_cese));
        EXCEPTION WHEN exclusion_violation THEN
            resultado := 'ya_aqui';
            version := NULL;
        END;
    END IF;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.vinculo_tomar, portal.evento_anotar, portal.vinculo_periodo_abrir,
    portal.vinculo_retirar, portal.vinculo_cerrar, portal.persona_corregir, portal.vinculo_periodo_corregir,
    portal.servidor_corregir, portal.servidor_cambiar, portal.servidor_cesar,
        portal.servidor_cese_anular TO portal_app;
