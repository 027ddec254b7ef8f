-- The states of a stage as everything reads them. The planner puts their text in place of the call, so
-- the indexes on open stages (WHERE estado IN …) answer etapa_abierta() too.

-- Somebody still has to act.
CREATE OR REPLACE FUNCTION portal.etapa_abierta(estado text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA') $$;

-- The state that a person reads: a stage whose date has passed and that nobody finished is VENCIDA.
CREATE OR REPLACE FUNCTION portal.etapa_visible(estado text, fecha_limite date, hoy date) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN fecha_limite < hoy AND portal.etapa_abierta(estado) THEN 'VENCIDA' ELSE estado END $$;

-- POR_VENCER for an open stage whose limit is within a week, else NULL: a filter beside the state.
CREATE OR REPLACE FUNCTION portal.etapa_por_vencer(estado text, fecha_limite date, hoy date) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN fecha_limite BETWEEN hoy AND hoy + 7 AND portal.etapa_abierta(estado)
                      THEN 'POR_VENCER' END $$;

GRANT EXECUTE ON FUNCTION portal.etapa_abierta, portal.etapa_visible, portal.etapa_por_vencer
    TO portal_app, portal_fondo;
