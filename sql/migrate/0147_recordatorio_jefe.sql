-- Reminders to a jefe whom the portal knows by name and mail alone, of a stage that SERVIR observed, and of
-- tasks that are late.

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.jefe_enlace ADD COLUMN correo text
    CONSTRAINT jefe_enlace_correo_check CHECK (char_length(correo) BETWEEN 3 AND 254);
COMMENT ON COLUMN portal.jefe_enlace.correo IS 'Where the ORH sent it; with a jefe who has no vinculo, all that is known of them';

-- destino: who is told, by their person or, a jefe without one, by the name in that entity.
ALTER TABLE portal.recordatorio
    ALTER COLUMN persona_id DROP NOT NULL,
    ADD COLUMN jefe_nombre text CONSTRAINT recordatorio_jefe_nombre_check CHECK (char_length(jefe_nombre) BETWEEN 2 AND 300),
    ADD COLUMN destino text COLLATE "C" NOT NULL GENERATED ALWAYS AS
        (coalesce('P' || persona_id::text, entidad_id::text || 'N' || portal.portal_buscable(jefe_nombre))) STORED,
    ADD CONSTRAINT recordatorio_persona_id_check CHECK ((persona_id IS NULL) <> (jefe_nombre IS NULL)),
    DROP CONSTRAINT recordatorio_regla_check,
    ADD CONSTRAINT recordatorio_regla_check
        CHECK (regla IN ('POR_VENCER', 'VENCIDA', 'OBSERVADA', 'TAREAS', 'RESUMEN'));
DROP INDEX portal.recordatorio_objeto_key;
CREATE UNIQUE INDEX recordatorio_objeto_key ON portal.recordatorio (destino, regla, objeto)
    WHERE estado IN ('PLANEADO', 'ENVIADO');
CREATE INDEX recordatorio_destino_idx ON portal.recordatorio (destino, envio_id);

ALTER TABLE portal.recordatorio_baja
    DROP CONSTRAINT recordatorio_baja_pkey,
    ALTER COLUMN persona_id DROP NOT NULL,
    ADD COLUMN entidad_id bigint CONSTRAINT recordatorio_baja_entidad_id_fkey REFERENCES portal.entidad,
    ADD COLUMN jefe_nombre text CONSTRAINT recordatorio_baja_jefe_nombre_check CHECK (char_length(jefe_nombre) BETWEEN 2 AND 300),
    ADD COLUMN destino text COLLATE "C" GENERATED ALWAYS AS
        (coalesce('P' || persona_id::text, entidad_id::text || 'N' || portal.portal_buscable(jefe_nombre))) STORED
        CONSTRAINT recordatorio_baja_pkey PRIMARY KEY,
    ADD CONSTRAINT recordatorio_baja_persona_id_key UNIQUE (persona_id),
    ADD CONSTRAINT recordatorio_baja_persona_id_check
        CHECK (num_nonnulls(persona_id, jefe_nombre) = 1 AND (entidad_id IS NULL) = (jefe_nombre IS NULL));
CREATE INDEX recordatorio_baja_entidad_id_idx ON portal.recordatorio_baja (entidad_id);

-- Rows: beyond the owner, whom the policies bind too.
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE portal.jefe_enlace k SET correo = m.destinatario FROM portal.correo m WHERE m.clave = 'jefe-enlace-' || k.id;
SET LOCAL session_replication_role = origin;
