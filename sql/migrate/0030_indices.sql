-- Indexes that measuring at 150,000 people asked for. Those of counts hold the columns that the
-- policies read too, so that an index alone answers.

SET LOCAL ROLE portal_owner;

-- Stages of the country by state and limit; of an entity, with what a count reads.
CREATE INDEX etapa_estado_idx ON portal.etapa (estado, fecha_limite)
    INCLUDE (vinculo_id, entidad_id, tipo);
DROP INDEX portal.etapa_entidad_estado_idx;
CREATE INDEX etapa_entidad_estado_idx ON portal.etapa (entidad_id, estado, fecha_limite)
    INCLUDE (vinculo_id);
DROP INDEX portal.etapa_abierta_idx;
CREATE INDEX etapa_abierta_idx ON portal.etapa (entidad_id, fecha_limite, vinculo_id)
    INCLUDE (estado)
    WHERE estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA');

-- An entity's stages person by person, for the figures of its home.
CREATE INDEX etapa_entidad_vinculo_idx ON portal.etapa (entidad_id, vinculo_id)
    INCLUDE (estado, fecha_limite);

-- Search in the whole country.
DROP INDEX portal.vinculo_palabra_palabra_idx;
CREATE INDEX vinculo_palabra_palabra_idx ON portal.vinculo_palabra (palabra, vinculo_id)
    INCLUDE (entidad_id);
