-- A jefe or servidor is one in an entity; a draft that became a vinculo keeps no data; stages and
-- enrolments of who leaves end on the day; periods are not deleted; columns that nothing read.

-- As superuser, since these tables hide their rows from their owner too. A role of the person with
-- no entity gets the one entity that has them; with none or several nobody can tell which was meant.
UPDATE portal.asignacion a
SET entidad_id = x.entidad_id
FROM (SELECT u.id AS usuario_id, min(v.entidad_id) AS entidad_id
      FROM portal.usuario u JOIN portal.vinculo v ON v.persona_id = u.persona_id
      WHERE v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy()
      GROUP BY u.id HAVING count(DISTINCT v.entidad_id) = 1) x
WHERE a.usuario_id = x.usuario_id AND a.rol IN ('JEFE', 'SERVIDOR') AND a.entidad_id IS NULL
  AND NOT EXISTS (SELECT FROM portal.asignacion o WHERE o.usuario_id = a.usuario_id AND o.rol = a.rol
                     AND o.entidad_id = x.entidad_id AND o.revocada_en IS NULL);
UPDATE portal.asignacion
SET revocada_en = now(), motivo = 'El rol no decía de qué entidad'
WHERE rol IN ('JEFE', 'SERVIDOR') AND entidad_id IS NULL AND revocada_en IS NULL;
UPDATE portal.registro_borrador SET datos = '{}' WHERE vinculo_id IS NOT NULL AND datos <> '{}';

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.asignacion
    DROP CONSTRAINT asignacion_entidad_id_check,
    ADD CONSTRAINT asignacion_entidad_id_check CHECK (CASE
        WHEN rol IN ('ORH_JEFE', 'ORH_ANALISTA') THEN entidad_id IS NOT NULL
        WHEN rol IN ('JEFE', 'SERVIDOR') THEN entidad_id IS NOT NULL OR revocada_en IS NOT NULL
        ELSE entidad_id IS NULL END);

-- One's own and one's people, in the entity of the role alone: an ORH may register anybody and hand
-- over the link of that account, which must open nothing of another entity.
DROP POLICY vinculo_lectura ON portal.vinculo;
CREATE POLICY vinculo_lectura ON portal.vinculo FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR (jefe_persona_id = (SELECT portal.ambito_jefe()) AND entidad_id = (SELECT portal.actual_entidad()))
    OR (persona_id = (SELECT portal.ambito_propio()) AND entidad_id = (SELECT portal.actual_entidad())));
DROP POLICY inscripcion_lectura ON portal.inscripcion;
CREATE POLICY inscripcion_lectura ON portal.inscripcion FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR (persona_id = (SELECT portal.ambito_propio()) AND entidad_id = (SELECT portal.actual_entidad()))
    OR ((SELECT portal.ambito_jefe()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));
DROP POLICY evento_lectura ON portal.evento;
CREATE POLICY evento_lectura ON portal.evento FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR (persona_id = (SELECT portal.ambito_propio()) AND entidad_id = (SELECT portal.actual_entidad()))
    OR ((SELECT portal.ambito_jefe()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));
DROP POLICY transferencia_lectura ON portal.transferencia;
CREATE POLICY transferencia_lectura ON portal.transferencia FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR (SELECT portal.ambito_orh()) IN (entidad_origen, entidad_destino)
    OR entidad_origen = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR entidad_destino = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR (persona_id = (SELECT portal.ambito_propio())
        AND (SELECT portal.actual_entidad()) IN (entidad_origen, entidad_destino)));
-- Looks of one's own entity, and those of SERVIR, which has none.
DROP POLICY acceso_lectura ON portal.acceso;
CREATE POLICY acceso_lectura ON portal.acceso FOR SELECT USING (
    (SELECT portal.actual_rol()) IN ('SERVIR_ADMIN', 'AUDITOR')
    OR (persona_id = (SELECT portal.actual_persona())
        AND (entidad_id IS NULL OR entidad_id = (SELECT portal.actual_entidad()))));
DROP POLICY autoridad_lectura ON portal.autoridad;
CREATE POLICY autoridad_lectura ON portal.autoridad FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR EXISTS (SELECT FROM portal.cargo_electo c WHERE c.id = cargo_electo_id
                  AND (c.entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
                       OR (persona_id = (SELECT portal.actual_persona())
                           AND c.entidad_id = (SELECT portal.actual_entidad())))));

-- A period is closed and rewritten, never deleted.
REVOKE DELETE ON portal.vinculo_cambio FROM portal_app;
DROP POLICY vinculo_cambio_baja ON portal.vinculo_cambio;

ALTER TABLE portal.inscripcion ADD COLUMN estado_previo text;
COMMENT ON COLUMN portal.inscripcion.estado_previo IS 'Before RETIRADO, to undo it';

-- How many drafts an account began within the hour.
CREATE INDEX registro_borrador_creado_idx ON portal.registro_borrador (usuario_id, creado_en);

ALTER TABLE portal.sesion DROP COLUMN csrf;
ALTER TABLE portal.usuario DROP COLUMN bloqueado_hasta;

-- Their columns change.
RESET ROLE;
DROP FUNCTION IF EXISTS portal.sesion_abrir(text, text, text);
DROP FUNCTION IF EXISTS portal.documento_consultar(text, text);
DROP FUNCTION IF EXISTS portal.registro_ver(text);
