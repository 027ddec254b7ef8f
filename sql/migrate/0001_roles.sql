-- Roles, schema and extensions. The worker owns nothing and bypasses nothing; definer functions
-- run as a role of their own, so that what passes row-level security can be listed by owner.

DO $$
DECLARE
    r record;
BEGIN
    FOR r IN
        SELECT * FROM (VALUES
            ('portal_owner', 'NOLOGIN'),
            ('portal_definer', 'NOLOGIN BYPASSRLS'),
            ('portal_app', 'LOGIN'),
            ('portal_fondo', 'LOGIN')) AS v (nombre, atributos)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r.nombre) THEN
            EXECUTE format('CREATE ROLE %I %s', r.nombre, r.atributos);
        END IF;
    END LOOP;
END $$;

COMMENT ON ROLE portal_owner IS 'Owns tables, views and invoker functions; nobody signs in with it';
COMMENT ON ROLE portal_definer
    IS 'Owns the SECURITY DEFINER functions; bypasses row-level security';
COMMENT ON ROLE portal_app IS 'The FastCGI worker';
COMMENT ON ROLE portal_fondo IS 'The background worker';

ALTER ROLE portal_app SET search_path = portal, public;
ALTER ROLE portal_app SET timezone = 'America/Lima';
ALTER ROLE portal_app SET datestyle = 'ISO';
ALTER ROLE portal_app SET default_transaction_read_only = on;
ALTER ROLE portal_app SET statement_timeout = '8s';
ALTER ROLE portal_app SET lock_timeout = '3s';
ALTER ROLE portal_app SET idle_in_transaction_session_timeout = '15s';
ALTER ROLE portal_fondo SET search_path = portal, public;
ALTER ROLE portal_fondo SET timezone = 'America/Lima';
ALTER ROLE portal_fondo SET datestyle = 'ISO';

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

ALTER SCHEMA portal OWNER TO portal_owner;
ALTER TABLE portal.migracion OWNER TO portal_owner;
REVOKE ALL ON SCHEMA portal FROM PUBLIC;
GRANT USAGE ON SCHEMA portal TO portal_definer, portal_app, portal_fondo;

-- A new function is nobody's until a GRANT says so; a new table is open to the definer functions.
ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE portal_definer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner IN SCHEMA portal
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO portal_definer;
ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner IN SCHEMA portal
    GRANT USAGE, SELECT ON SEQUENCES TO portal_definer;
ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner IN SCHEMA portal
    GRANT EXECUTE ON FUNCTIONS TO portal_definer;
ALTER DEFAULT PRIVILEGES FOR ROLE portal_definer IN SCHEMA portal
    GRANT EXECUTE ON FUNCTIONS TO portal_owner;
