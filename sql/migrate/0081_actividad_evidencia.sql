-- Evidence of one task of a stage, beside that of the stage itself.

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.actividad ADD CONSTRAINT actividad_id_etapa_id_key UNIQUE (id, etapa_id);
ALTER TABLE portal.evidencia
    ADD COLUMN actividad_id bigint,
    ADD CONSTRAINT evidencia_actividad_id_fkey FOREIGN KEY (actividad_id, etapa_id)
        REFERENCES portal.actividad (id, etapa_id),
    DROP CONSTRAINT evidencia_etapa_id_key,
    ADD CONSTRAINT evidencia_etapa_id_key
        UNIQUE NULLS NOT DISTINCT (etapa_id, actividad_id, sha256);
COMMENT ON COLUMN portal.evidencia.actividad_id IS 'The task that it shows; empty: the stage as a whole';
CREATE INDEX evidencia_actividad_id_idx ON portal.evidencia (actividad_id)
    WHERE actividad_id IS NOT NULL;

-- A jefe adds to stage C, and to a task that is theirs wherever it is.
DROP POLICY evidencia_alta ON portal.evidencia;
CREATE POLICY evidencia_alta ON portal.evidencia FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND EXISTS (SELECT FROM portal.etapa e JOIN portal.vinculo v ON v.id = e.vinculo_id
                WHERE e.id = etapa_id AND e.vinculo_id = evidencia.vinculo_id
                  AND e.entidad_id = evidencia.entidad_id
                  AND (e.entidad_id = (SELECT portal.ambito_orh())
                       OR v.persona_id = (SELECT portal.ambito_propio())
                       OR (v.jefe_persona_id = (SELECT portal.ambito_jefe())
                           AND (e.tipo = 'ESPECIFICA'
                                OR EXISTS (SELECT FROM portal.actividad a WHERE a.id = actividad_id
                                           AND a.quien IN ('JEFE', 'TUTOR')))))));
