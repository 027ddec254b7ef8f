-- What holds for every object: forced policies, owners, pinned search paths, narrow grants.
BEGIN;
\ir include/fixture.sql
SELECT no_plan();

SELECT is(relrowsecurity AND relforcerowsecurity, true, relname || ' has forced row-level security')
FROM pg_class WHERE relnamespace = 'portal'::regnamespace AND relkind = 'r' ORDER BY relname;
SELECT isnt_empty(format('SELECT FROM pg_policy WHERE polrelid = %s', oid), relname || ' has a policy')
FROM pg_class WHERE relnamespace = 'portal'::regnamespace AND relkind = 'r'
    AND relname NOT IN ('migracion', 'intento_acceso') ORDER BY relname;
SELECT isnt(obj_description(oid, 'pg_class'), NULL, relname || ' is described')
FROM pg_class WHERE relnamespace = 'portal'::regnamespace AND relkind = 'r' ORDER BY relname;

SELECT is_empty($$ SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'portal'::regnamespace
    AND pg_get_userbyid(c.relowner) <> 'portal_owner' AND c.relkind IN ('r', 'v', 'S') $$, 'portal_owner owns every table and view');
SELECT is_empty($$ SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'portal'::regnamespace
    AND pg_get_userbyid(p.proowner) <> CASE WHEN prosecdef THEN 'portal_definer' ELSE 'portal_owner' END $$,
    'definer functions are portal_definer''s, the others portal_owner''s');
SELECT is_empty($$ SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'portal'::regnamespace AND p.prosecdef
    AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=pg_catalog%pg_temp') $$,
    'every definer function pins its search_path');
SELECT is_empty($$ SELECT p.oid::regprocedure FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
    WHERE p.pronamespace = 'portal'::regnamespace AND x.grantee = 0 $$, 'PUBLIC runs no function');
SELECT is_empty($$ SELECT c.relname FROM pg_class c, aclexplode(c.relacl) x
    WHERE c.relnamespace = 'portal'::regnamespace AND x.grantee = 0 $$, 'PUBLIC reaches no table');
SELECT is_empty($$ SELECT rolname FROM pg_roles WHERE rolname IN ('portal_app', 'portal_fondo')
    AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication) $$, 'the workers'' roles have no power of their own');
SELECT is_empty($$ SELECT 1 FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
    WHERE r.rolname IN ('portal_app', 'portal_fondo') $$, 'and are members of nothing');
SELECT is_empty($$ SELECT relname::text FROM pg_class WHERE pg_get_userbyid(relowner) IN ('portal_app', 'portal_fondo')
    UNION ALL SELECT proname FROM pg_proc WHERE pg_get_userbyid(proowner) IN ('portal_app', 'portal_fondo')
    UNION ALL SELECT nspname FROM pg_namespace WHERE pg_get_userbyid(nspowner) IN ('portal_app', 'portal_fondo') $$,
    'and own nothing');
SELECT ok(NOT has_schema_privilege('portal_app', 'portal', 'CREATE'), 'portal_app creates nothing in portal');
SELECT ok(NOT has_schema_privilege('portal_app', 'public', 'CREATE'), 'nor in public');

SELECT set_eq($$ SELECT relname::text FROM pg_class WHERE relnamespace = 'portal'::regnamespace AND relkind = 'r'
    AND has_table_privilege('portal_app', oid, 'DELETE') $$,
    ARRAY['formulario_pendiente', 'registro_borrador', 'plan', 'plan_actividad', 'plan_plantilla',
          'plan_plantilla_actividad', 'encuesta', 'encuesta_pregunta'], 'portal_app deletes drafts only');
SELECT is_empty($$ SELECT relname FROM pg_class WHERE relnamespace = 'portal'::regnamespace AND relkind = 'r'
    AND has_table_privilege('portal_app', oid, 'TRUNCATE,REFERENCES,TRIGGER') $$, 'and truncates none');
SELECT ok(NOT has_any_column_privilege('portal_app', 'portal.' || t, p), format('portal_app has no %s on %s', p, t))
FROM unnest(ARRAY['intento_acceso', 'cola', 'correo', 'migracion']) t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) p;
SELECT ok(NOT has_any_column_privilege('portal_app', 'portal.' || t, p), format('portal_app has no %s on %s', p, t))
FROM unnest(ARRAY['auditoria', 'usuario', 'asignacion', 'asignacion_ambito', 'sesion', 'enlace', 'transferencia',
                  'vinculo_palabra']) t, unnest(ARRAY['INSERT', 'UPDATE']) p;
SELECT ok(NOT has_column_privilege('portal_app', 'portal.' || t, c, 'SELECT'), format('portal_app cannot read %s.%s', t, c))
FROM (VALUES ('usuario', 'clave_hash'), ('sesion', 'token_hash'), ('enlace', 'token_hash')) v (t, c);

SELECT is_empty($$ SELECT conrelid::regclass || '.' || conname FROM pg_constraint c
    WHERE connamespace = 'portal'::regnamespace AND conrelid <> 0 AND contype <> 't'
    AND conname !~ ('^' || (SELECT relname FROM pg_class WHERE oid = conrelid) || '_(pkey|.*(key|fkey|format|range|check))$') $$,
    'constraints are named table_column_kind');
SELECT is_empty($$ SELECT table_name || '.' || column_name FROM information_schema.columns
    WHERE table_schema = 'portal' AND data_type = 'timestamp without time zone' $$, 'moments carry their zone');
SELECT * FROM finish();
ROLLBACK;
