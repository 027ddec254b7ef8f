-- Evidence of a stage.

-- Whoever may add to a stage now: the ORH, the person, and the jefe to stage C; until SERVIR has validated it.
CREATE OR REPLACE FUNCTION portal.evidencia_cabe(p_etapa_id bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM portal.etapa e JOIN portal.vinculo v ON v.id = e.vinculo_id
        WHERE e.id = p_etapa_id AND e.heredada_de IS NULL
          AND e.estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA', 'CULMINADA')
          AND (e.entidad_id = portal.ambito_orh() OR v.persona_id = portal.ambito_propio()
               OR (e.tipo = 'ESPECIFICA' AND v.jefe_persona_id = portal.ambito_jefe()))) $$;

-- What somebody on a list hands in again is that list. Definer: whoever hands it in may not see it.
CREATE OR REPLACE FUNCTION portal.evidencia_reconocer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    NEW.lista_el := (SELECT max(o.lista_el) FROM portal.evidencia o
                     WHERE (o.sha256, o.vinculo_id) = (NEW.sha256, NEW.vinculo_id));
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER t10_lista BEFORE INSERT ON portal.evidencia
    FOR EACH ROW WHEN (NEW.lista_el IS NULL) EXECUTE FUNCTION portal.evidencia_reconocer();

-- resultado: ok, ya_estaba, no_encontrado, cerrada, demasiadas.
CREATE OR REPLACE FUNCTION portal.evidencia_agregar(p_etapa_id bigint, p_sha256 text, p_tipo text, p_bytes integer,
    p_nombre text) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    e portal.etapa;
BEGIN
    SELECT x.* INTO e FROM portal.etapa x WHERE x.id = p_etapa_id;
    resultado := CASE WHEN e.id IS NULL THEN 'no_encontrado'
        WHEN NOT portal.evidencia_cabe(p_etapa_id) THEN 'cerrada'
        WHEN (SELECT count(*) FROM portal.evidencia x WHERE x.etapa_id = p_etapa_id AND x.actividad_id IS NULL) >= 10 THEN 'demasiadas'
        ELSE 'ok' END;
    IF resultado = 'ok' THEN
        INSERT INTO portal.evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre)
        VALUES (e.id, e.vinculo_id, e.entidad_id, p_sha256, p_tipo, p_bytes, p_nombre)
        ON CONFLICT ON CONSTRAINT evidencia_etapa_id_key DO NOTHING;
        IF NOT FOUND THEN
            resultado := 'ya_estaba';
        END IF;
    END IF;
    RETURN NEXT;
END $$;

-- One list of attendance of many people, as evidence of their stages ('e') or of their tasks ('t') of a day: a row of
-- each, or none at all by the caller. Called before they are marked, so that a finished stage is judged once, with its
-- evidence. Of one person alone it is a file like any other, unless it goes on with a list. detalle: the first five.
CREATE OR REPLACE FUNCTION portal.evidencia_lista(p_clase text, p_lista text, p_fecha date, p_sha256 text, p_tipo text,
    p_bytes integer, p_nombre text) RETURNS TABLE (fallidas integer, detalle text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    WITH pedida AS MATERIALIZED (
        SELECT v.nombre_completo AS nombre, a.id AS actividad_id, e.id AS etapa_id, v.id AS vinculo_id, e.entidad_id,
               CASE WHEN e.id IS NULL OR v.id IS NULL THEN 'no_encontrado'
                    WHEN NOT CASE p_clase WHEN 't' THEN portal.actividad_admite(a, v) ELSE portal.evidencia_cabe(e.id) END
                        THEN 'cerrada'
                    WHEN (SELECT count(*) FROM portal.evidencia x WHERE x.etapa_id = e.id
                             AND x.actividad_id IS NOT DISTINCT FROM a.id AND x.sha256 <> p_sha256) >= 10
                        THEN 'demasiadas' END AS no
        FROM (SELECT DISTINCT l.id FROM portal.etapas_pedidas(p_lista) l LIMIT 200) p
        LEFT JOIN portal.actividad a ON p_clase = 't' AND a.id = p.id
        LEFT JOIN portal.etapa e ON e.id = CASE p_clase WHEN 't' THEN a.etapa_id ELSE p.id END
        LEFT JOIN portal.vinculo v ON v.id = e.vinculo_id),
    admitida AS MATERIALIZED (
        SELECT p.*, CASE WHEN (SELECT count(DISTINCT q.vinculo_id) FROM pedida q) > 1
                              OR EXISTS (SELECT FROM portal.evidencia o WHERE o.sha256 = p_sha256 AND o.lista_el = p_fecha
                                            AND o.entidad_id = p.entidad_id) THEN p_fecha END AS lista_el
        FROM pedida p WHERE NOT EXISTS (SELECT FROM pedida q WHERE q.no IS NOT NULL)),
    guardada AS (
        INSERT INTO portal.evidencia (etapa_id, actividad_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, lista_el)
        SELECT p.etapa_id, p.actividad_id, p.vinculo_id, p.entidad_id, p_sha256, p_tipo, p_bytes, p_nombre, p.lista_el
        FROM admitida p ORDER BY p.etapa_id, p.actividad_id
        ON CONFLICT ON CONSTRAINT evidencia_etapa_id_key DO NOTHING),
    -- What one of them had handed in alone is this list too.
    declarada AS (
        UPDATE portal.evidencia x SET lista_el = p.lista_el FROM admitida p
        WHERE x.sha256 = p_sha256 AND x.vinculo_id = p.vinculo_id AND x.lista_el IS NULL AND p.lista_el IS NOT NULL)
    SELECT count(*), string_agg(coalesce(p.nombre, 'Una persona que ya no puede ver') || ': '
                                || portal.etapa_rechazo(p.no), '; ') FILTER (WHERE p.n <= 5)
        || CASE WHEN count(*) > 5 THEN format('; y %s más', count(*) - 5) ELSE '' END
    INTO fallidas, detalle
    FROM (SELECT q.*, row_number() OVER (ORDER BY q.nombre, q.etapa_id) AS n FROM pedida q WHERE q.no IS NOT NULL) p;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.evidencia_cabe, portal.evidencia_agregar, portal.evidencia_lista TO portal_app;
