-- A spreadsheet of newcomers, fourth part: whose columns are chosen by hand, or that is so long that
-- the background worker reads and registers it. Each step is a transaction, and whoever dies leaves
-- the next step where it was.

-- Puts rows aside to be read later: an array of [numero, "cell", …].
CREATE OR REPLACE FUNCTION portal.planilla_apartar(p_planilla_id bigint, p_orden integer, p_filas text) RETURNS integer
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    INSERT INTO portal.planilla_lote (planilla_id, entidad_id, orden, n, filas)
    SELECT p.id, p.entidad_id, p_orden, jsonb_array_length(p_filas::jsonb), p_filas::jsonb
    FROM portal.planilla p WHERE p.id = p_planilla_id
    RETURNING n
$$;

-- What a page may not delete by itself: the rows of a planilla that is read again, while nobody of it
-- is registered, or what was put aside and has been read.
CREATE OR REPLACE FUNCTION portal.planilla_vaciar(p_planilla_id bigint, p_filas boolean) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    DELETE FROM portal.planilla_fila f
    WHERE p_filas AND f.planilla_id = p_planilla_id AND f.entidad_id = portal.ambito_orh()
      AND f.estado IN ('ENTRA', 'POR_CORREGIR', 'YA_ESTABA', 'CAMBIA');
    DELETE FROM portal.planilla_lote l
    WHERE NOT p_filas AND l.planilla_id = p_planilla_id AND l.entidad_id = portal.ambito_orh() AND l.leido;
$$;

-- The columns of a planilla become known: its rows are read from the beginning. p_sin_titulos: what
-- seemed to be titles is a person. p_recordar: the next file with these titles is read alike.
-- resultado: ok, no_encontrado, registrada (somebody of it is registered already).
CREATE OR REPLACE FUNCTION portal.planilla_elegir(p_planilla_id bigint, p_columnas text, p_sin_titulos boolean, p_recordar boolean)
RETURNS TABLE (resultado text, filas integer)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    p portal.planilla;
BEGIN
    SELECT * INTO p FROM portal.planilla x
    WHERE x.id = p_planilla_id AND x.entidad_id = portal.ambito_orh() AND x.estado IN ('POR_MAPEAR', 'ABIERTA')
    FOR UPDATE;
    resultado := CASE WHEN p.id IS NULL OR NOT EXISTS (SELECT FROM portal.planilla_lote l WHERE l.planilla_id = p.id) THEN 'no_encontrado'
        WHEN EXISTS (SELECT FROM portal.planilla_fila f WHERE f.planilla_id = p.id AND f.estado IN ('REGISTRADA', 'CAMBIADA'))
        THEN 'registrada' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        PERFORM portal.planilla_vaciar(p.id, true);
        UPDATE portal.planilla_lote l SET leido = false WHERE l.planilla_id = p.id AND l.leido;
        UPDATE portal.planilla x SET estado = 'LEYENDO', columnas = p_columnas::jsonb, juzgado = 0, saltadas = '[]',
            recordadas = x.titulos IS NOT NULL AND NOT p_recordar,
            filas = (SELECT sum(l.n) FROM portal.planilla_lote l WHERE l.planilla_id = p.id)
                - CASE WHEN p.fila_titulos IS NULL OR p_sin_titulos THEN 0 ELSE 1 END,
            fila_titulos = CASE WHEN p_sin_titulos THEN NULL ELSE x.fila_titulos END,
            ignoradas = CASE WHEN x.titulos IS NULL THEN x.ignoradas ELSE (SELECT left(string_agg(t.v, ', ' ORDER BY t.i), 1000)
                         FROM jsonb_array_elements_text(x.titulos) WITH ORDINALITY AS t (v, i)
                         WHERE t.v <> '' AND coalesce(p_columnas::jsonb ->> (t.i - 1)::integer, '') = '') END
        WHERE x.id = p.id;
        IF p_recordar AND p.clave_titulos IS NOT NULL AND NOT p_sin_titulos THEN
            INSERT INTO portal.planilla_eleccion AS e (entidad_id, clave_titulos, columnas)
            VALUES (p.entidad_id, p.clave_titulos, p_columnas::jsonb)
            ON CONFLICT (entidad_id, clave_titulos) DO UPDATE SET columnas = EXCLUDED.columnas
            WHERE e.columnas <> EXCLUDED.columnas;
        END IF;
        SELECT x.filas INTO filas FROM portal.planilla x WHERE x.id = p.id;
    END IF;
    RETURN NEXT;
END $$;

-- After its rows were put aside: what the titles are, in which row, and what each seems to be.
CREATE OR REPLACE FUNCTION portal.planilla_titular(p_planilla_id bigint, p_titulos text, p_fila_titulos integer, p_clave text,
                                                   p_columnas text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.planilla SET estado = 'POR_MAPEAR', titulos = p_titulos::jsonb, fila_titulos = p_fila_titulos,
        clave_titulos = p_clave, columnas = p_columnas::jsonb
    WHERE id = p_planilla_id AND entidad_id = portal.ambito_orh()
$$;

-- One step of reading or registering. quedan: there is another one.
CREATE OR REPLACE FUNCTION portal.planilla_avanzar(p_planilla_id bigint, p_lote integer) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_juicio constant integer := 4000;
    p portal.planilla;
    l portal.planilla_lote;
    v_hasta integer;
    a record;
BEGIN
    SELECT * INTO p FROM portal.planilla x WHERE x.id = p_planilla_id AND x.entidad_id = portal.ambito_orh() FOR UPDATE;
    IF p.estado IS NULL OR p.estado NOT IN ('LEYENDO', 'REGISTRANDO') THEN
        RETURN false;
    END IF;
    IF p.estado = 'LEYENDO' THEN
        SELECT * INTO l FROM portal.planilla_lote x WHERE x.planilla_id = p.id AND NOT x.leido ORDER BY x.orden LIMIT 1;
        IF FOUND THEN
            PERFORM portal.planilla_cargar(p.id, p.columnas::text, l.filas::text);
            UPDATE portal.planilla_lote x SET leido = true WHERE x.id = l.id;
            RETURN true;
        END IF;
    END IF;
    SELECT max(f.numero) INTO v_hasta FROM (SELECT x.numero FROM portal.planilla_fila x
        WHERE x.planilla_id = p.id AND x.numero > p.juzgado ORDER BY x.numero LIMIT c_juicio) f;
    IF v_hasta IS NOT NULL THEN
        PERFORM portal.planilla_juzgar(p.id, p.juzgado, v_hasta);
        UPDATE portal.planilla x SET juzgado = v_hasta WHERE x.id = p.id;
        RETURN true;
    END IF;
    IF p.estado = 'REGISTRANDO' THEN
        SELECT * INTO a FROM portal.planilla_aceptar(p.id, false, p.cambian, p_lote);
        IF a.resultado = 'conflicto' THEN
            UPDATE portal.planilla x SET juzgado = 0 WHERE x.id = p.id;
            RETURN true;
        ELSIF a.quedan > 0 THEN
            RETURN true;
        END IF;
    END IF;
    IF p.titulos IS NULL THEN
        PERFORM portal.planilla_vaciar(p.id, false);
    END IF;
    UPDATE portal.planilla x SET estado = 'ABIERTA', juzgado = 0 WHERE x.id = p.id;
    RETURN false;
END $$;

-- The background worker goes on with a planilla in the role of whoever asks. Nothing new is put in
-- the queue while a job for it waits there.
CREATE OR REPLACE FUNCTION portal.planilla_encolar(p_planilla_id bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    UPDATE portal.planilla p SET asignacion_id = portal.actual_asignacion()
    WHERE p.id = p_planilla_id AND p.entidad_id = portal.ambito_orh() AND p.estado IN ('LEYENDO', 'REGISTRANDO');
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    -- A step takes seconds: a job without a sign of life for longer has lost its worker.
    UPDATE portal.cola c SET estado = 'PENDIENTE', proximo_en = clock_timestamp()
    WHERE c.tipo = 'PLANILLA' AND c.estado = 'EN_CURSO' AND c.tomado_en < clock_timestamp() - interval '1 minute'
      AND (c.datos ->> 'planilla_id')::bigint = p_planilla_id;
    INSERT INTO portal.cola (tipo, clave, datos)
    SELECT 'PLANILLA', 'planilla-' || p_planilla_id || '-' || floor(extract(epoch FROM clock_timestamp()) * 1000000),
           jsonb_build_object('planilla_id', p_planilla_id)
    WHERE NOT EXISTS (SELECT FROM portal.cola c WHERE c.tipo = 'PLANILLA' AND c.estado IN ('PENDIENTE', 'EN_CURSO')
                      AND (c.datos ->> 'planilla_id')::bigint = p_planilla_id);
    PERFORM pg_notify('cola', '');
    RETURN true;
END $$;

-- resultado: ahora (few enough to wait for), encargada, no_encontrado.
CREATE OR REPLACE FUNCTION portal.planilla_encargar(p_planilla_id bigint, p_cambian boolean, p_ahora integer) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_filas integer;
BEGIN
    SELECT p.filas INTO v_filas FROM portal.planilla p
    WHERE p.id = p_planilla_id AND p.entidad_id = portal.ambito_orh() AND p.estado = 'ABIERTA' FOR UPDATE;
    IF NOT FOUND THEN
        RETURN 'no_encontrado';
    ELSIF v_filas <= 10000 AND (SELECT count(*) FROM (SELECT FROM portal.planilla_fila f WHERE f.planilla_id = p_planilla_id
            AND (f.estado = 'ENTRA' OR (p_cambian AND f.estado = 'CAMBIA')) LIMIT p_ahora + 1) x) <= p_ahora THEN
        RETURN 'ahora';
    END IF;
    UPDATE portal.planilla p SET estado = 'REGISTRANDO', cambian = p_cambian, juzgado = 0 WHERE p.id = p_planilla_id;
    PERFORM portal.planilla_encolar(p_planilla_id);
    RETURN 'encargada';
END $$;

-- A step of a job, in the role in which it was asked for; when that role has ended it stops.
CREATE OR REPLACE FUNCTION portal.planilla_paso(p_cola_id bigint, p_lote integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_planilla bigint := (SELECT (c.datos ->> 'planilla_id')::bigint FROM portal.cola c WHERE c.id = p_cola_id AND c.tipo = 'PLANILLA');
    a record;
BEGIN
    SELECT x.usuario_id, u.persona_id, x.id, x.rol, x.entidad_id INTO a
    FROM portal.planilla p JOIN portal.asignacion_vigente x ON x.id = p.asignacion_id AND x.entidad_id = p.entidad_id
    JOIN portal.usuario u ON u.id = x.usuario_id AND u.estado = 'ACTIVO'
    WHERE p.id = v_planilla;
    IF NOT FOUND THEN
        UPDATE portal.planilla p SET estado = 'ABIERTA', juzgado = 0 WHERE p.id = v_planilla AND p.estado = 'REGISTRANDO';
        RETURN false;
    END IF;
    PERFORM portal.ambito_fijar(a.usuario_id, a.persona_id, a.id, a.rol, a.entidad_id, NULL, NULL);
    PERFORM set_config('portal.request', 'planilla-' || v_planilla, true);
    UPDATE portal.cola c SET tomado_en = clock_timestamp() WHERE c.id = p_cola_id AND c.estado = 'EN_CURSO';
    RETURN portal.planilla_avanzar(v_planilla, p_lote);
END $$;

-- A job that has run long lets others go first.
CREATE OR REPLACE FUNCTION portal.planilla_ceder(p_cola_id bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    INSERT INTO portal.cola (tipo, clave, datos)
    SELECT 'PLANILLA', 'planilla-' || (c.datos ->> 'planilla_id') || '-' || floor(extract(epoch FROM clock_timestamp()) * 1000000), c.datos
    FROM portal.cola c WHERE c.id = p_cola_id
$$;

-- Rows of planillas that nobody has needed for long; at most p_max rows. Afterwards the planilla
-- cannot be undone, and the same file is read anew.
CREATE OR REPLACE FUNCTION portal.limpiar_planillas(p_max integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_planilla bigint;
    v_filas bigint;
    v_lotes bigint;
BEGIN
    SELECT p.id INTO v_planilla FROM portal.planilla p
    WHERE p.estado <> 'ARCHIVADA' AND p.creado_en < now() - make_interval(days => portal.parametro_int('conservar_planilla_dias', 180))
    ORDER BY p.creado_en LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF v_planilla IS NULL THEN
        RETURN 0;
    END IF;
    DELETE FROM portal.planilla_lote l WHERE l.id IN (
        SELECT x.id FROM portal.planilla_lote x WHERE x.planilla_id = v_planilla LIMIT p_max);
    GET DIAGNOSTICS v_lotes = ROW_COUNT;
    DELETE FROM portal.planilla_fila f WHERE f.id IN (
        SELECT x.id FROM portal.planilla_fila x WHERE x.planilla_id = v_planilla LIMIT p_max);
    GET DIAGNOSTICS v_filas = ROW_COUNT;
    IF v_filas < p_max AND v_lotes < p_max THEN
        UPDATE portal.planilla p SET estado = 'ARCHIVADA' WHERE p.id = v_planilla;
    END IF;
    RETURN p_max; -- there may be another one
END $$;

INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('conservar_planilla_dias', '180', 'Días que se guardan las filas de una planilla; después no se puede deshacer')
ON CONFLICT (clave) DO NOTHING;

GRANT EXECUTE ON FUNCTION portal.planilla_apartar, portal.planilla_vaciar, portal.planilla_elegir, portal.planilla_titular, portal.planilla_avanzar,
    portal.planilla_juzgar, portal.planilla_encolar, portal.planilla_encargar TO portal_app;
GRANT EXECUTE ON FUNCTION portal.planilla_paso, portal.planilla_ceder, portal.limpiar_planillas TO portal_fondo;
