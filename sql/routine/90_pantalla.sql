-- Small functions that several queries of the screen share.

SET ROLE portal_owner;

-- The state that a person reads: a stage whose date has passed and that nobody finished is VENCIDA.
CREATE OR REPLACE FUNCTION portal.etapa_visible(estado text, fecha_limite date, hoy date) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN fecha_limite < hoy AND estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')
                      THEN 'VENCIDA' ELSE estado END $$;

GRANT EXECUTE ON FUNCTION portal.etapa_visible(text, date, date) TO portal_app, portal_fondo;
RESET ROLE;
