-- Indexes of SERVIR's first pages: what is overdue by stage, how far an edition is, what an entity
-- registered last, and the audit lines of one request.

SET LOCAL ROLE portal_owner;

CREATE INDEX etapa_vencida_idx ON portal.etapa (tipo, fecha_limite)
    WHERE estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA');
CREATE INDEX inscripcion_edicion_estado_idx ON portal.inscripcion (edicion_id, estado);
CREATE INDEX auditoria_request_idx ON portal.auditoria (request, id) WHERE request IS NOT NULL;
CREATE INDEX acceso_request_idx ON portal.acceso (request, id) WHERE request IS NOT NULL;
CREATE INDEX vinculo_entidad_id_idx ON portal.vinculo (entidad_id, id);
