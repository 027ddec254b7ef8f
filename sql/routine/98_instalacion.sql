-- What only the installer calls, as a superuser: demonstration accounts.

-- Which accounts: two ORH, so that one can try to see the other's people. A jefe and a servidor are
-- people of sql/seed/demo. No row for a role that the data cannot carry.
CREATE OR REPLACE FUNCTION portal.demo_roles()
RETURNS TABLE (n integer, rol text, documento text, nombre text, entidad_id bigint, persona_id bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH una AS (SELECT id FROM portal.entidad WHERE clave = 'MIDIS'),
    otra AS (
        SELECT v.entidad_id AS id FROM portal.vinculo v JOIN portal.entidad e ON e.id = v.entidad_id
        WHERE e.tipo = 'MUNICIPALIDAD_PROVINCIAL' GROUP BY v.entidad_id
        ORDER BY count(*) DESC, v.entidad_id LIMIT 1),
    jefe AS (
        SELECT v.jefe_persona_id AS persona_id FROM portal.vinculo v
        WHERE v.entidad_id = (SELECT id FROM una) AND v.jefe_persona_id IS NOT NULL AND v.fecha_cese IS NULL
        GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1),
    servidor AS (
        SELECT v.persona_id FROM portal.vinculo v
        WHERE v.entidad_id = (SELECT id FROM una) AND v.fecha_cese IS NULL
          AND v.persona_id NOT IN (SELECT persona_id FROM jefe)
        ORDER BY v.fecha_ingreso DESC, v.id LIMIT 1)
    SELECT v.* FROM (VALUES
        (1, 'SERVIR_ADMIN', '98000001', 'Administración', NULL::bigint, NULL::bigint),
        (2, 'SERVIR_REVISOR', '98000002', 'Revisión', NULL, NULL),
        (3, 'GESTOR', '98000003', 'Gestión', NULL, NULL),
        (4, 'AUDITOR', '98000004', 'Auditoría', NULL, NULL),
        (5, 'ORH_JEFE', '98000005', 'Jefatura ORH', (SELECT id FROM una), NULL),
        (6, 'ORH_ANALISTA', '98000006', 'Análisis ORH', (SELECT id FROM una), NULL),
        (7, 'ORH_JEFE', '98000007', 'Jefatura ORH', (SELECT id FROM otra), NULL),
        (8, 'ORH_ANALISTA', '98000008', 'Análisis ORH', (SELECT id FROM otra), NULL),
        (9, 'JEFE', NULL, NULL, (SELECT id FROM una), (SELECT persona_id FROM jefe)),
        (10, 'SERVIDOR', NULL, NULL, (SELECT id FROM una), (SELECT persona_id FROM servidor)))
        AS v (n, rol, documento, nombre, entidad_id, persona_id)
    WHERE (v.rol NOT LIKE 'ORH%' OR v.entidad_id IS NOT NULL)
      AND coalesce(v.documento, v.persona_id::text) IS NOT NULL
    ORDER BY v.n;
$$;

-- The role in force of an account, given when it has none. Answers the assignment.
CREATE OR REPLACE FUNCTION portal.demo_rol(p_usuario_id bigint, p_rol text, p_entidad_id bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_id bigint := (SELECT a.id FROM portal.asignacion_vigente a WHERE a.usuario_id = p_usuario_id
                       AND a.rol = p_rol AND a.entidad_id IS NOT DISTINCT FROM p_entidad_id);
BEGIN
    IF v_id IS NULL THEN
        INSERT INTO portal.asignacion (usuario_id, rol, entidad_id, motivo)
        VALUES (p_usuario_id, p_rol, p_entidad_id, 'Demostración') RETURNING id INTO v_id;
    END IF;
    RETURN v_id;
END $$;

-- One account of each role, all with the same password; again, it sets the password anew. One
-- account has two roles, one accompanies three regions.
CREATE OR REPLACE FUNCTION portal.demo_cuentas(p_clave_hash text)
RETURNS TABLE (rol text, documento text, nombre text, entidad text)
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    c record;
    v_persona bigint;
    v_usuario bigint;
    v_asignacion bigint;
BEGIN
    FOR c IN SELECT * FROM portal.demo_roles() LOOP
        v_persona := c.persona_id;
        IF v_persona IS NULL THEN
            INSERT INTO portal.persona (tipo_documento, numero_documento, nombres, apellido_paterno, apellido_materno)
            VALUES ('01', c.documento, 'Cuenta', 'Demo', c.nombre)
            ON CONFLICT (numero_documento, tipo_documento) DO UPDATE SET nombres = excluded.nombres
            RETURNING id INTO v_persona;
        END IF;
        INSERT INTO portal.usuario (persona_id, clave_hash, clave_cambiada_en, estado)
        VALUES (v_persona, p_clave_hash, now(), 'ACTIVO')
        ON CONFLICT (persona_id) DO UPDATE
            SET clave_hash = excluded.clave_hash, estado = 'ACTIVO', debe_cambiar_clave = false
        RETURNING id INTO v_usuario;
        v_asignacion := portal.demo_rol(v_usuario, c.rol, c.entidad_id);
        IF c.rol = 'GESTOR' THEN
            INSERT INTO portal.asignacion_ambito (asignacion_id, entidad_id)
            SELECT v_asignacion, e.id FROM portal.entidad e WHERE e.clave = 'MIDIS' ON CONFLICT DO NOTHING;
            INSERT INTO portal.asignacion_ambito (asignacion_id, region)
            SELECT v_asignacion, u.codigo FROM portal.ubigeo u WHERE u.codigo IN ('02', '13', '20')
            ON CONFLICT DO NOTHING;
        ELSIF c.n = 6 THEN
            PERFORM portal.demo_rol(v_usuario, 'SERVIDOR', c.entidad_id);
        END IF;
        RETURN QUERY
            SELECT c.rol, p.numero_documento, portal.persona_nombre(p), coalesce(e.nombre, '')
            FROM portal.persona p LEFT JOIN portal.entidad e ON e.id = c.entidad_id WHERE p.id = v_persona;
    END LOOP;
    PERFORM portal.demo_seguimiento();
END $$;
