-- A move to another entity: the origin proposes, the destination settles. Definer, since each step
-- touches rows of both; every function checks the scope of who calls it first.

-- resultado: ok, no_encontrado, ya_propuesta, cesado, fecha_invalida, destino_invalido.
CREATE OR REPLACE FUNCTION portal.transferencia_proponer(p_vinculo_id bigint, p_entidad_destino bigint, p_fecha date,
                                                         p_motivo text)
RETURNS TABLE (resultado text, transferencia_id bigint)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v portal.vinculo;
    v_desde date;
BEGIN
    SELECT * INTO v FROM portal.vinculo x
    WHERE x.id = p_vinculo_id AND (portal.es_admin() OR x.entidad_id = portal.ambito_orh()) FOR UPDATE;
    SELECT max(desde) INTO v_desde FROM portal.vinculo_cambio WHERE vinculo_id = p_vinculo_id;
    SELECT t.id INTO transferencia_id FROM portal.transferencia t
    WHERE t.vinculo_id = p_vinculo_id AND t.estado = 'PROPUESTA';
    resultado := CASE WHEN v.id IS NULL THEN 'no_encontrado' WHEN transferencia_id IS NOT NULL THEN 'ya_propuesta'
        WHEN v.fecha_cese IS NOT NULL THEN 'cesado'
        WHEN p_fecha <= v_desde OR p_fecha > portal.hoy() + 90 THEN 'fecha_invalida'
        WHEN p_entidad_destino = v.entidad_id
            OR NOT EXISTS (SELECT FROM portal.entidad e WHERE e.id = p_entidad_destino
                AND (e.vigente_hasta IS NULL OR e.vigente_hasta >= p_fecha)) THEN 'destino_invalido' ELSE 'ok' END;
    IF resultado = 'no_encontrado' THEN
        transferencia_id := NULL;
    ELSIF resultado = 'ok' THEN
        INSERT INTO portal.transferencia (vinculo_id, persona_id, entidad_origen, entidad_destino, fecha, motivo,
                                          persona_nombre, persona_documento, puesto_origen)
        VALUES (v.id, v.persona_id, v.entidad_id, p_entidad_destino, p_fecha, p_motivo, v.nombre_completo,
            v.documento,
                v.puesto)
        RETURNING id INTO transferencia_id;
        PERFORM portal.evento_anotar(v, 'TRANSFERENCIA_PROPUESTA', NULL,
            jsonb_build_object('entidad_destino', p_entidad_destino, 'fecha', p_fecha));
    END IF;
    RETURN NEXT;
END $$;

-- Internal: locks the open proposal when the caller is on that side of it.
CREATE OR REPLACE FUNCTION portal.transferencia_tomar(p_id bigint, p_lado text) RETURNS portal.transferencia
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT t.* FROM portal.transferencia t
    WHERE t.id = p_id AND (portal.es_admin()
        OR portal.ambito_orh() = CASE p_lado WHEN 'DESTINO' THEN t.entidad_destino ELSE t.entidad_origen END)
    FOR UPDATE;
$$;

-- resultado: ok, no_encontrado, ya_resuelta (vinculo_id is the new one when it was accepted),
-- ya_aqui, cesado, fecha_invalida, sin_edicion, sin_regla, unidad_invalida.
CREATE OR REPLACE FUNCTION portal.transferencia_aceptar(p_id bigint, p_puesto text, p_organo_id bigint)
RETURNS TABLE (resultado text, vinculo_id bigint)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    t portal.transferencia := portal.transferencia_tomar(p_id, 'DESTINO');
    v portal.vinculo;
    v_nuevo portal.vinculo;
BEGIN
    SELECT * INTO v FROM portal.vinculo x WHERE x.id = t.vinculo_id FOR UPDATE;
    resultado := CASE WHEN t.id IS NULL THEN 'no_encontrado' WHEN t.estado <> 'PROPUESTA' THEN 'ya_resuelta'
        WHEN v.fecha_cese IS NOT NULL THEN 'cesado'
        WHEN t.fecha <= (SELECT max(c.desde) FROM portal.vinculo_cambio c WHERE c.vinculo_id = v.id)
            THEN 'fecha_invalida'
        ELSE 'ok' END;
    vinculo_id := t.vinculo_nuevo_id;
    IF resultado <> 'ok' THEN
        RETURN NEXT;
        RETURN;
    END IF;
    BEGIN
        PERFORM portal.vinculo_cerrar(v, t.fecha - 1, 'Transferencia a otra entidad');
        INSERT INTO portal.vinculo
            (persona_id, entidad_id, organo_id, puesto, regimen, grupo, tipo_contrato, condicion,
            modalidad, es_confianza, primer_ingreso_estado, fecha_ingreso, fecha_inicio_puesto)
        VALUES (v.persona_id, t.entidad_destino, p_organo_id, coalesce(p_puesto, v.puesto), v.regimen, v.grupo,
            v.tipo_contrato, v.condicion, v.modalidad, v.es_confianza, v.primer_ingreso_estado, t.fecha, t.fecha)
        RETURNING * INTO v_nuevo;
        SELECT i.resultado INTO resultado FROM portal.inscripcion_abrir(v_nuevo.id) i;
        IF resultado <> 'ok' THEN
            RAISE EXCEPTION 'not enrolled' USING ERRCODE = 'PT001';
        END IF;
        UPDATE portal.transferencia
        SET estado = 'ACEPTADA', resuelta_por = portal.actual_usuario(), resuelta_en = now(),
            vinculo_nuevo_id = v_nuevo.id
        WHERE id = t.id;
        PERFORM portal.evento_anotar(v, 'TRANSFERENCIA_SALIDA', t.fecha - 1,
            jsonb_build_object('entidad_destino', t.entidad_destino));
        PERFORM portal.evento_anotar(v_nuevo, 'TRANSFERENCIA_INGRESO', t.fecha,
            jsonb_build_object('entidad_origen', t.entidad_origen));
        vinculo_id := v_nuevo.id;
    EXCEPTION
        WHEN exclusion_violation THEN resultado := 'ya_aqui';
        WHEN foreign_key_violation THEN resultado := 'unidad_invalida';
        WHEN SQLSTATE 'PT001' THEN vinculo_id := NULL;
    END;
    RETURN NEXT;
END $$;

-- Internal: the three ways in which a proposal ends without a move.
CREATE OR REPLACE FUNCTION portal.transferencia_cerrar(p_id bigint, p_lado text, p_estado text, p_respuesta text)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    t portal.transferencia := portal.transferencia_tomar(p_id, p_lado);
    v portal.vinculo;
BEGIN
    resultado := CASE WHEN t.id IS NULL THEN 'no_encontrado' WHEN t.estado <> 'PROPUESTA' THEN 'ya_resuelta'
        ELSE 'ok' END;
    IF resultado = 'ok' THEN
        UPDATE portal.transferencia
        SET estado = p_estado, respuesta = p_respuesta, resuelta_por = portal.actual_usuario(), resuelta_en = now()
        WHERE id = t.id;
        SELECT * INTO v FROM portal.vinculo WHERE id = t.vinculo_id;
        PERFORM portal.evento_anotar(v, 'TRANSFERENCIA_' || p_estado, NULL,
            jsonb_strip_nulls(jsonb_build_object('respuesta', p_respuesta)));
    END IF;
    RETURN NEXT;
END $$;

-- resultado: ok, no_encontrado, ya_resuelta.
CREATE OR REPLACE FUNCTION portal.transferencia_rechazar(p_id bigint, p_respuesta text) RETURNS TABLE (resultado text)
LANGUAGE sql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT * FROM portal.transferencia_cerrar(p_id, 'DESTINO', 'RECHAZADA', p_respuesta) $$;

CREATE OR REPLACE FUNCTION portal.transferencia_retirar(p_id bigint, p_respuesta text) RETURNS TABLE (resultado text)
LANGUAGE sql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT * FROM portal.transferencia_cerrar(p_id, 'ORIGEN', 'RETIRADA', p_respuesta) $$;

GRANT EXECUTE ON FUNCTION portal.transferencia_proponer, portal.transferencia_aceptar, portal.transferencia_rechazar,
    portal.transferencia_retirar TO portal_app;
