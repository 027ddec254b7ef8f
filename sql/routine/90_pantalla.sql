-- Small functions that several queries of the screen share.

-- The state that a person reads: a stage whose date has passed and that nobody finished is VENCIDA.
CREATE OR REPLACE FUNCTION portal.etapa_visible(estado text, fecha_limite date, hoy date) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN fecha_limite < hoy AND estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')
                      THEN 'VENCIDA' ELSE estado END $$;

-- POR_VENCER for an open stage whose limit is within a week, else NULL: a filter beside the state.
CREATE OR REPLACE FUNCTION portal.etapa_por_vencer(estado text, fecha_limite date, hoy date) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN fecha_limite BETWEEN hoy AND hoy + 7 AND estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')
                      THEN 'POR_VENCER' END $$;

-- Who registered something, by the name that the screen shows. Definer: the reader of an event may
-- not see the person who wrote it; the name alone is told.
CREATE OR REPLACE FUNCTION portal.nombre_de_usuario(p_usuario_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
    AS $$ SELECT concat_ws(' ', p.nombres, p.apellido_paterno)
          FROM portal.usuario u JOIN portal.persona p ON p.id = u.persona_id WHERE u.id = p_usuario_id $$;

GRANT EXECUTE ON FUNCTION portal.etapa_visible(text, date, date),
    portal.etapa_por_vencer(text, date, date), portal.nombre_de_usuario(bigint)
    TO portal_app, portal_fondo;
