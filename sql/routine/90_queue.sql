-- Putting background work: asked for twice with one key, it is done once. Taking it is the
-- background worker's own queries.

CREATE OR REPLACE FUNCTION portal.cola_poner(p_tipo text, p_clave text, p_datos jsonb) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
AS $$ INSERT INTO portal.cola (tipo, clave, datos) VALUES (p_tipo, p_clave, p_datos)
      ON CONFLICT (clave) DO NOTHING RETURNING id $$;

GRANT EXECUTE ON FUNCTION portal.cola_poner TO portal_fondo;
