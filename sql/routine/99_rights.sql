-- Last: who owns each function follows from what it is, and nobody runs one without a GRANT.

DO $$
DECLARE
    f record;
BEGIN
    FOR f IN
        SELECT p.oid::regprocedure AS firma, pg_get_userbyid(p.proowner) AS tiene,
               CASE WHEN p.prosecdef THEN 'portal_definer' ELSE 'portal_owner' END AS debe
        FROM pg_proc p WHERE p.pronamespace = 'portal'::regnamespace
    LOOP
        IF f.tiene <> f.debe THEN
            EXECUTE format('ALTER FUNCTION %s OWNER TO %I', f.firma, f.debe);
        END IF;
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.firma);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_definer', f.firma);
    END LOOP;
    FOR f IN
        SELECT c.oid::regclass AS firma FROM pg_class c
        WHERE c.relnamespace = 'portal'::regnamespace AND c.relkind = 'v'
    LOOP
        EXECUTE format('ALTER VIEW %s OWNER TO portal_owner', f.firma);
    END LOOP;
END $$;
