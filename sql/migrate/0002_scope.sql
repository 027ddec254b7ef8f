-- Who is asking (read by the policies) and the pure functions that constraints and generated
-- columns need. They live here and not in sql/routine because tables and policies depend on them.

SET LOCAL ROLE portal_owner;

-- Settings local to the transaction, written by sesion_abrir(). Unset or empty is NULL: no rows.
CREATE FUNCTION portal.actual_usuario() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('portal.usuario', true), '')::bigint $$;
CREATE FUNCTION portal.actual_persona() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('portal.persona', true), '')::bigint $$;
CREATE FUNCTION portal.actual_asignacion() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('portal.asignacion', true), '')::bigint $$;
CREATE FUNCTION portal.actual_rol() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('portal.rol', true), '') $$;
CREATE FUNCTION portal.actual_entidad() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('portal.entidad', true), '')::bigint $$;
CREATE FUNCTION portal.actual_request() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('portal.request', true), '') $$;
CREATE FUNCTION portal.actual_address() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('portal.address', true), '') $$;

-- What that person may reach; each is NULL, empty or false for every other role.
CREATE FUNCTION portal.ve_todo() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(
              portal.actual_rol() IN ('SERVIR_ADMIN', 'SERVIR_REVISOR', 'AUDITOR'), false) $$;
CREATE FUNCTION portal.es_admin() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(portal.actual_rol() = 'SERVIR_ADMIN', false) $$;
CREATE FUNCTION portal.es_revisor() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(portal.actual_rol() IN ('SERVIR_ADMIN', 'SERVIR_REVISOR'), false) $$;
CREATE FUNCTION portal.ambito_orh() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT portal.actual_entidad()
          WHERE portal.actual_rol() IN ('ORH_JEFE', 'ORH_ANALISTA') $$;
CREATE FUNCTION portal.ambito_gestor() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN portal.actual_rol() = 'GESTOR'
                      THEN nullif(current_setting('portal.entidades', true), '')::bigint[] END $$;
CREATE FUNCTION portal.ambito_jefe() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT portal.actual_persona() WHERE portal.actual_rol() = 'JEFE' $$;
CREATE FUNCTION portal.ambito_propio() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT portal.actual_persona() WHERE portal.actual_rol() IN ('JEFE', 'SERVIDOR') $$;

-- Today in Peru; the setting portal.hoy moves the clock in tests.
CREATE FUNCTION portal.hoy() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(nullif(current_setting('portal.hoy', true), '')::date,
                          (now() AT TIME ZONE 'America/Lima')::date) $$;

-- Accents, case and punctuation off: only words of A-Z and 0-9, one space between. unaccent() is
-- only STABLE because its dictionary may change; ours is fixed, hence the IMMUTABLE promise.
CREATE FUNCTION portal.portal_buscable(p text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT btrim(regexp_replace(
              upper(public.unaccent('public.unaccent'::regdictionary,
                                    translate(normalize(p, NFC), '''’´`', ''))),
              '[^A-Z0-9]+', ' ', 'g')) COLLATE "C" $$;

-- DNI: weights 3 2 7 6 5 4 3 2, sum modulo 11; old cards print a letter instead of the digit.
CREATE FUNCTION portal.dni_digito_valido(numero text, digito text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT numero ~ '^[0-9]{8}$' AND char_length(digito) = 1
             AND upper(digito) IN (substr('65432110987', r + 1, 1), substr('KJIHGFEDCBA', r + 1, 1))
          FROM (SELECT sum(substr(numero, i, 1)::int * substr('32765432', i, 1)::int)::int % 11
                FROM generate_series(1, 8) AS i WHERE numero ~ '^[0-9]{8}$') AS s (r) $$;

-- RUC: weights 5 4 3 2 7 6 5 4 3 2 over ten digits, (11 - sum mod 11) mod 10.
CREATE FUNCTION portal.ruc_valido(ruc text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT ruc ~ '^(10|15|16|17|20)[0-9]{9}$' AND substr(ruc, 11, 1)::int = (11 - r) % 10
          FROM (SELECT sum(substr(ruc, i, 1)::int * substr('5432765432', i, 1)::int)::int % 11
                FROM generate_series(1, 10) AS i WHERE ruc ~ '^[0-9]{11}$') AS s (r) $$;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA portal TO portal_app, portal_fondo, portal_definer;
