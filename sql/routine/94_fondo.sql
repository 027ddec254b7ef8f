-- Wakes the background worker, and what it throws away by time: each a function that deletes at
-- most p_max rows and tells how many, so that a first run over years of rows holds no long lock.

CREATE OR REPLACE FUNCTION portal.cola_avisar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM pg_notify('cola', '');
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER t50_avisar AFTER INSERT ON portal.cola
    FOR EACH STATEMENT EXECUTE FUNCTION portal.cola_avisar();

CREATE OR REPLACE FUNCTION portal.limpiar_formularios(p_max integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH fuera AS (
        DELETE FROM portal.formulario_pendiente WHERE id IN (
            SELECT id FROM portal.formulario_pendiente WHERE expira_en < now() LIMIT p_max)
        RETURNING 1)
    SELECT count(*) FROM fuera
$$;

-- One that became a vinculo stays: its token still answers a second sending.
CREATE OR REPLACE FUNCTION portal.limpiar_borradores(p_max integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH fuera AS (
        DELETE FROM portal.registro_borrador WHERE id IN (
            SELECT id FROM portal.registro_borrador
            WHERE vinculo_id IS NULL
              AND actualizado_en < now() - make_interval(days => portal.parametro_int('conservar_borrador_dias', 30))
            LIMIT p_max)
        RETURNING 1)
    SELECT count(*) FROM fuera
$$;

CREATE OR REPLACE FUNCTION portal.limpiar_intentos(p_max integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH fuera AS (
        DELETE FROM portal.intento_acceso WHERE id IN (
            SELECT id FROM portal.intento_acceso
            WHERE ocurrido_en < now() - make_interval(days => portal.parametro_int('conservar_intento_dias', 30))
            LIMIT p_max)
        RETURNING 1)
    SELECT count(*) FROM fuera
$$;

-- Who left before today leaves their open stages; each of at most p_max vinculos.
CREATE OR REPLACE FUNCTION portal.retirar_cesados(p_max integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT count(*) FROM (
        SELECT v.id FROM portal.vinculo v
        WHERE v.fecha_cese < portal.hoy()
          AND (EXISTS (SELECT FROM portal.etapa e WHERE e.vinculo_id = v.id AND portal.etapa_abierta(e.estado))
               OR EXISTS (SELECT FROM portal.inscripcion i WHERE i.vinculo_id = v.id
                             AND i.estado NOT IN ('CULMINADO', 'CERTIFICADO', 'RETIRADO')))
        ORDER BY v.id LIMIT p_max FOR UPDATE OF v) x, LATERAL portal.vinculo_retirar(x.id)
$$;

-- Closed, or over by time: neither can be used again.
CREATE OR REPLACE FUNCTION portal.limpiar_sesiones(p_max integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH fuera AS (
        DELETE FROM portal.sesion WHERE id IN (
            SELECT id FROM portal.sesion
            WHERE least(cerrada_en, expira_en)
                  < now() - make_interval(days => portal.parametro_int('conservar_sesion_dias', 90))
            LIMIT p_max)
        RETURNING 1)
    SELECT count(*) FROM fuera
$$;

CREATE OR REPLACE FUNCTION portal.limpiar_cola(p_max integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH fuera AS (
        DELETE FROM portal.cola WHERE id IN (
            SELECT id FROM portal.cola
            WHERE estado = 'HECHA'
              AND terminado_en < now() - make_interval(days => portal.parametro_int('conservar_cola_dias', 30))
            LIMIT p_max)
        RETURNING 1)
    SELECT count(*) FROM fuera
$$;

-- A reminder has a link of its own: who wants no more uses that of the newest.
CREATE OR REPLACE FUNCTION portal.limpiar_bajas(p_max integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH fuera AS (
        DELETE FROM portal.recordatorio_enlace WHERE token_hash IN (
            SELECT token_hash FROM portal.recordatorio_enlace
            WHERE creado_en < now() - make_interval(days => portal.parametro_int('enlace_baja_dias', 180))
            LIMIT p_max)
        RETURNING 1)
    SELECT count(*) FROM fuera
$$;

-- Kept files that are nobody's evidence or material. What is no SHA-256 is not ours to judge.
CREATE OR REPLACE FUNCTION portal.archivos_sueltos(p_lista text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT x FROM string_to_table(p_lista, ' ') x
    WHERE x ~ '^[0-9a-f]{64}$' AND NOT EXISTS (SELECT FROM portal.evidencia e WHERE e.sha256 = x)
      AND NOT EXISTS (SELECT FROM portal.material m WHERE m.sha256 = x)
$$;

INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('conservar_borrador_dias', '30', 'Días que se guarda un registro sin terminar'),
    ('conservar_intento_dias', '30', 'Días que se guardan los intentos de ingreso'),
    ('conservar_sesion_dias', '90', 'Días que se guarda una sesión ya cerrada o vencida'),
    ('conservar_cola_dias', '30', 'Días que se guardan los trabajos hechos de la cola'),
    ('enlace_baja_dias', '180', 'Días que sirve el enlace de un recordatorio para no recibir más')
ON CONFLICT (clave) DO NOTHING;

GRANT EXECUTE ON FUNCTION portal.limpiar_formularios, portal.limpiar_borradores, portal.limpiar_intentos,
    portal.limpiar_sesiones, portal.limpiar_cola, portal.limpiar_bajas, portal.retirar_cesados,
    portal.archivos_sueltos TO portal_fondo;
