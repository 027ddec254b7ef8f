-- Background work: pages put it, the worker takes it. Every job may run twice without harm.

CREATE OR REPLACE FUNCTION portal.cola_poner(p_tipo text, p_clave text, p_datos jsonb) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
AS $$ INSERT INTO portal.cola (tipo, clave, datos) VALUES (p_tipo, p_clave, p_datos)
      ON CONFLICT (clave) DO NOTHING RETURNING id $$;

-- Up to n jobs that are due, also those of a worker that died ten minutes ago.
CREATE OR REPLACE FUNCTION portal.cola_tomar(p_n integer)
RETURNS TABLE (id bigint, tipo text, datos text, intentos integer)
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.cola c SET estado = 'EN_CURSO', intentos = c.intentos + 1, tomado_en = now()
    WHERE c.id IN (
        SELECT x.id FROM portal.cola x
        WHERE (x.estado = 'PENDIENTE' AND x.proximo_en <= now())
           OR (x.estado = 'EN_CURSO' AND x.tomado_en < now() - interval '10 minutes')
        ORDER BY x.proximo_en LIMIT p_n FOR UPDATE SKIP LOCKED)
    RETURNING c.id, c.tipo, c.datos::text, c.intentos;
$$;

CREATE OR REPLACE FUNCTION portal.cola_terminar(p_id bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp
AS $$ UPDATE portal.cola SET estado = 'HECHA', terminado_en = now(), error = NULL WHERE id = p_id $$;

-- Again after 1, 2, 4 … minutes, at most a day; given up after ten.
CREATE OR REPLACE FUNCTION portal.cola_fallar(p_id bigint, p_error text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.cola
    SET estado = CASE WHEN intentos >= 10 THEN 'FALLIDA' ELSE 'PENDIENTE' END,
        proximo_en = now() + make_interval(mins => least(1440, (2 ^ (intentos - 1))::integer)),
        error = left(p_error, 2000)
    WHERE id = p_id;
$$;

CREATE OR REPLACE FUNCTION portal.correo_ver(p_correo_id bigint)
RETURNS TABLE (destinatario text, asunto text, cuerpo text, estado text)
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT c.destinatario, c.asunto, c.cuerpo, c.estado FROM portal.correo c WHERE c.id = p_correo_id $$;

CREATE OR REPLACE FUNCTION portal.correo_enviado(p_correo_id bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.correo
    SET estado = 'ENVIADO', enviado_en = now(), error = NULL, cuerpo = CASE WHEN secreto THEN '' ELSE cuerpo END
    WHERE id = p_correo_id;
$$;

CREATE OR REPLACE FUNCTION portal.correo_fallido(p_correo_id bigint, p_error text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp
AS $$ UPDATE portal.correo SET estado = 'FALLIDO', error = left(p_error, 2000) WHERE id = p_correo_id $$;

-- What need not be kept: run once a day.
CREATE OR REPLACE FUNCTION portal.limpiar() RETURNS TABLE (tabla text, filas bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    t record;
BEGIN
    FOR t IN
        SELECT * FROM (VALUES
            ('formulario_pendiente', 'expira_en < now()'),
            ('intento_acceso', 'ocurrido_en < now() - interval ''30 days'''),
            ('registro_borrador', 'vinculo_id IS NULL AND actualizado_en < now() - interval ''30 days'''),
            ('cola', 'estado = ''HECHA'' AND terminado_en < now() - interval ''30 days''')) AS v (nombre, cuales)
    LOOP
        EXECUTE format('DELETE FROM portal.%I WHERE %s', t.nombre, t.cuales);
        GET DIAGNOSTICS filas = ROW_COUNT;
        tabla := t.nombre;
        RETURN NEXT;
    END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION portal.cola_tomar, portal.cola_terminar, portal.cola_fallar, portal.correo_ver,
    portal.correo_enviado, portal.correo_fallido, portal.limpiar, portal.cola_poner TO portal_fondo;
