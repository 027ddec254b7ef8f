-- A code with which anybody checks the constancia of a stage; and what a jefe's page lists has one column more.

SET LOCAL ROLE portal_owner;

-- Sixty random bits that nobody misreads: no I, L, O, U. The two bytes of a UUID that are not all random are left out.
CREATE FUNCTION portal.constancia_codigo() RETURNS text
LANGUAGE sql VOLATILE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(u.b, i) & 31), 1), '')
    FROM (SELECT uuid_send(gen_random_uuid()) AS b OFFSET 0) u, unnest('{0,1,2,3,4,5,9,10,11,12,13,14}'::integer[]) AS i $$;
ALTER TABLE portal.etapa ADD COLUMN constancia text COLLATE "C" NOT NULL DEFAULT portal.constancia_codigo()
    CONSTRAINT etapa_constancia_key UNIQUE
    CONSTRAINT etapa_constancia_format CHECK (constancia ~ '^[0-9A-HJKMNP-TV-Z]{12}$');
COMMENT ON COLUMN portal.etapa.constancia
    IS 'The code of its constancia, from the first day and for good; whether it is valid is what the stage says then';

-- Who checks a code is counted and kept as who tries to sign in.
ALTER TABLE portal.intento_acceso DROP CONSTRAINT intento_acceso_tipo_check,
    ADD CONSTRAINT intento_acceso_tipo_check CHECK (tipo IN ('INGRESO', 'RECUPERACION', 'CONSTANCIA'));
COMMENT ON TABLE portal.intento_acceso
    IS 'Attempts to sign in and checks of a constancia, for throttling; the document or the code is kept as a hash only';

RESET ROLE;
INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('constancia_fallos_hora', '30', 'Códigos de constancia que no existen que se aceptan en una hora desde una misma dirección');
DROP FUNCTION IF EXISTS portal.jefe_enlace_tareas(text);
