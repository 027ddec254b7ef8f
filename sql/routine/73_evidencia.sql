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

GRANT EXECUTE ON FUNCTION portal.evidencia_cabe, portal.evidencia_agregar TO portal_app;
