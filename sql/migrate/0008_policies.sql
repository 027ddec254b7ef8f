-- Row-level security, forced on every table, and what the worker may do at all. A row shows when
-- its entity or its person is in the scope that sesion_abrir() has set; without scope, nothing.
-- The scope functions stand in sub-selects so that each is evaluated once a statement.

SET LOCAL ROLE portal_owner;

DO $$
DECLARE
    t text;
BEGIN
    FOR t IN
        SELECT relname FROM pg_class
        WHERE relnamespace = 'portal'::regnamespace AND relkind = 'r'
    LOOP
        EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', t);
    END LOOP;
    -- Public knowledge: everybody reads, the administrator writes.
    FOREACH t IN ARRAY ARRAY[
        'parametro', 'ubigeo', 'feriado', 'tipo_documento', 'regimen', 'grupo', 'tipo_contrato',
        'condicion', 'rol', 'entidad', 'programa', 'periodo_gobierno', 'proceso_electoral',
        'edicion', 'meta', 'edicion_entidad', 'regla', 'regla_etapa', 'presupuesto',
        'cargo_electo']
    LOOP
        EXECUTE format('GRANT SELECT ON portal.%I TO portal_app, portal_fondo', t);
        EXECUTE format('CREATE POLICY %1$s_lectura ON portal.%1$s FOR SELECT USING (true)', t);
        EXECUTE format('CREATE POLICY %1$s_alta ON portal.%1$s FOR INSERT
                            WITH CHECK ((SELECT portal.es_admin()))', t);
        EXECUTE format('CREATE POLICY %1$s_cambio ON portal.%1$s FOR UPDATE
                            USING ((SELECT portal.es_admin()))', t);
    END LOOP;
    -- Of those, what a page writes today; a later page adds its own grant.
    FOREACH t IN ARRAY ARRAY['entidad', 'edicion', 'meta', 'edicion_entidad', 'feriado']
    LOOP
        EXECUTE format('GRANT INSERT, UPDATE ON portal.%I TO portal_app', t);
    END LOOP;
END $$;

-- organo: of the entities in scope; a jefe or servidor sees those of the vinculos they see.
GRANT SELECT, INSERT, UPDATE ON portal.organo TO portal_app;
CREATE POLICY organo_lectura ON portal.organo FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR ((SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.organo_id = organo.id)));
CREATE POLICY organo_alta ON portal.organo FOR INSERT WITH CHECK (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY organo_cambio ON portal.organo FOR UPDATE USING (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));

-- vinculo: the policy that the others lean on.
GRANT SELECT, INSERT, UPDATE ON portal.vinculo TO portal_app;
CREATE POLICY vinculo_lectura ON portal.vinculo FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR jefe_persona_id = (SELECT portal.ambito_jefe())
    OR persona_id = (SELECT portal.ambito_propio()));
CREATE POLICY vinculo_alta ON portal.vinculo FOR INSERT WITH CHECK (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY vinculo_cambio ON portal.vinculo FOR UPDATE USING (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));

GRANT SELECT, INSERT, UPDATE, DELETE ON portal.vinculo_cambio TO portal_app;
CREATE POLICY vinculo_cambio_lectura ON portal.vinculo_cambio FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR ((SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));
CREATE POLICY vinculo_cambio_alta ON portal.vinculo_cambio FOR INSERT WITH CHECK (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY vinculo_cambio_cambio ON portal.vinculo_cambio FOR UPDATE USING (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY vinculo_cambio_baja ON portal.vinculo_cambio FOR DELETE USING (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));

-- Written by trigger only.
GRANT SELECT ON portal.vinculo_palabra TO portal_app;
CREATE POLICY vinculo_palabra_lectura ON portal.vinculo_palabra FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR ((SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));

-- persona: through a vinculo that shows, an account that shows, or oneself. A new one enters only
-- by servidor_registrar() and usuario_invitar(); the document is not corrected by an ORH.
GRANT SELECT ON portal.persona TO portal_app;
GRANT UPDATE (digito_verificador, nombres, apellido_paterno, apellido_materno, sexo,
    fecha_nacimiento, correo, celular)
    ON portal.persona TO portal_app;
CREATE POLICY persona_lectura ON portal.persona FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR id = (SELECT portal.actual_persona())
    OR EXISTS (SELECT FROM portal.vinculo v WHERE v.persona_id = persona.id)
    OR ((SELECT portal.ambito_orh()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.usuario u WHERE u.persona_id = persona.id)));
CREATE POLICY persona_cambio ON portal.persona FOR UPDATE USING (
    (SELECT portal.es_admin())
    OR EXISTS (SELECT FROM portal.vinculo v WHERE v.persona_id = persona.id
                  AND v.entidad_id = (SELECT portal.ambito_orh())
                  AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy())));

-- inscripcion, etapa: opened by inscripcion_abrir(); an ORH moves its own, SERVIR reviews.
GRANT SELECT, UPDATE ON portal.inscripcion, portal.etapa TO portal_app;
CREATE POLICY inscripcion_lectura ON portal.inscripcion FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR persona_id = (SELECT portal.ambito_propio())
    OR ((SELECT portal.ambito_jefe()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));
CREATE POLICY inscripcion_cambio ON portal.inscripcion FOR UPDATE USING (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY etapa_lectura ON portal.etapa FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR ((SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));
CREATE POLICY etapa_cambio ON portal.etapa FOR UPDATE USING (
    (SELECT portal.es_revisor()) OR entidad_id = (SELECT portal.ambito_orh()));

-- evento: append-only.
GRANT SELECT, INSERT ON portal.evento TO portal_app;
CREATE POLICY evento_lectura ON portal.evento FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR persona_id = (SELECT portal.ambito_propio())
    OR ((SELECT portal.ambito_jefe()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));
CREATE POLICY evento_alta ON portal.evento FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND ((SELECT portal.es_revisor()) OR entidad_id = (SELECT portal.ambito_orh())));

-- transferencia: both entities read; the steps are functions.
GRANT SELECT ON portal.transferencia TO portal_app;
CREATE POLICY transferencia_lectura ON portal.transferencia FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR (SELECT portal.ambito_orh()) IN (entidad_origen, entidad_destino)
    OR entidad_origen = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR entidad_destino = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR persona_id = (SELECT portal.ambito_propio()));

GRANT SELECT, INSERT, UPDATE ON portal.autoridad TO portal_app;
CREATE POLICY autoridad_lectura ON portal.autoridad FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR persona_id = (SELECT portal.actual_persona())
    OR EXISTS (SELECT FROM portal.cargo_electo c WHERE c.id = cargo_electo_id
                  AND c.entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])));
CREATE POLICY autoridad_alta ON portal.autoridad FOR INSERT WITH CHECK ((SELECT portal.es_admin()));
CREATE POLICY autoridad_cambio ON portal.autoridad FOR UPDATE USING ((SELECT portal.es_admin()));

-- Accounts: written by functions only; the password's hash and the tokens are never readable.
GRANT SELECT (id, persona_id, correo, clave_cambiada_en, debe_cambiar_clave, estado,
    bloqueado_hasta, ultimo_ingreso_en, creado_por, version, creado_en)
    ON portal.usuario TO portal_app;
CREATE POLICY usuario_lectura ON portal.usuario FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR id = (SELECT portal.actual_usuario())
    OR ((SELECT portal.ambito_orh()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.asignacion a WHERE a.usuario_id = usuario.id
                       AND a.entidad_id = (SELECT portal.ambito_orh()))));
GRANT SELECT ON portal.asignacion, portal.asignacion_ambito TO portal_app;
CREATE POLICY asignacion_lectura ON portal.asignacion FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR usuario_id = (SELECT portal.actual_usuario())
    OR entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY asignacion_ambito_lectura ON portal.asignacion_ambito FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR EXISTS (SELECT FROM portal.asignacion a WHERE a.id = asignacion_id));
GRANT SELECT (id, usuario_id, asignacion_id, creado_en, visto_en, expira_en, cerrada_en, address,
    user_agent) ON portal.sesion TO portal_app;
CREATE POLICY sesion_lectura ON portal.sesion FOR SELECT
    USING (usuario_id = (SELECT portal.actual_usuario()));
GRANT SELECT (id, usuario_id, tipo, expira_en, usado_en, anulado_en, creado_por, creado_en)
    ON portal.enlace TO portal_app;
CREATE POLICY enlace_lectura ON portal.enlace FOR SELECT USING (
    (SELECT portal.ve_todo()) OR creado_por = (SELECT portal.actual_usuario()));

GRANT SELECT, DELETE ON portal.formulario_pendiente TO portal_app;
CREATE POLICY formulario_pendiente_lectura ON portal.formulario_pendiente FOR SELECT
    USING (usuario_id = (SELECT portal.actual_usuario()));
CREATE POLICY formulario_pendiente_baja ON portal.formulario_pendiente FOR DELETE
    USING (usuario_id = (SELECT portal.actual_usuario()));
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.registro_borrador TO portal_app;
CREATE POLICY registro_borrador_propio ON portal.registro_borrador USING (
    usuario_id = (SELECT portal.actual_usuario()) AND entidad_id = (SELECT portal.ambito_orh()));
GRANT SELECT, INSERT ON portal.aviso_lectura TO portal_app;
CREATE POLICY aviso_lectura_lectura ON portal.aviso_lectura FOR SELECT USING (
    usuario_id = (SELECT portal.actual_usuario()) OR (SELECT portal.ve_todo()));
CREATE POLICY aviso_lectura_alta ON portal.aviso_lectura FOR INSERT
    WITH CHECK (usuario_id = (SELECT portal.actual_usuario()));

-- Records: the audit is read by two roles and written by its trigger alone.
GRANT SELECT ON portal.auditoria TO portal_app;
CREATE POLICY auditoria_lectura ON portal.auditoria FOR SELECT USING (
    (SELECT portal.actual_rol()) IN ('SERVIR_ADMIN', 'AUDITOR'));
GRANT SELECT, INSERT ON portal.acceso, portal.exportacion TO portal_app;
CREATE POLICY acceso_lectura ON portal.acceso FOR SELECT USING (
    (SELECT portal.actual_rol()) IN ('SERVIR_ADMIN', 'AUDITOR')
        OR persona_id = (SELECT portal.actual_persona()));
CREATE POLICY acceso_alta ON portal.acceso FOR INSERT
    WITH CHECK (usuario_id = (SELECT portal.actual_usuario()));
CREATE POLICY exportacion_lectura ON portal.exportacion FOR SELECT USING (
    (SELECT portal.actual_rol()) IN ('SERVIR_ADMIN', 'AUDITOR')
    OR usuario_id = (SELECT portal.actual_usuario())
    OR ((SELECT portal.actual_rol()) = 'ORH_JEFE' AND entidad_id = (SELECT portal.ambito_orh())));
CREATE POLICY exportacion_alta ON portal.exportacion FOR INSERT
    WITH CHECK (usuario_id = (SELECT portal.actual_usuario()));

-- The background worker's own tables; pages put work there through functions.
GRANT SELECT, UPDATE ON portal.cola, portal.correo TO portal_fondo;
CREATE POLICY cola_fondo ON portal.cola TO portal_fondo USING (true);
CREATE POLICY correo_fondo ON portal.correo TO portal_fondo USING (true);
