-- Versions of the survey that an administrator writes: a draft, and what is published, which nobody changes.

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.encuesta ADD COLUMN publicada_en timestamptz,
    ADD COLUMN publicada_por bigint CONSTRAINT encuesta_publicada_por_fkey REFERENCES portal.usuario,
    ADD CONSTRAINT encuesta_publicada_por_check CHECK (publicada_por IS NULL OR publicada_en IS NOT NULL);
COMMENT ON TABLE portal.encuesta IS 'Versions of the questions of an edition; the newest published is asked. One draft at most (publicada_en is null)';
CREATE UNIQUE INDEX encuesta_borrador_key ON portal.encuesta (edicion_id) WHERE publicada_en IS NULL;
CREATE INDEX encuesta_publicada_por_idx ON portal.encuesta (publicada_por);

-- Only a draft changes.
GRANT INSERT (edicion_id, version), UPDATE (publicada_en, publicada_por), DELETE ON portal.encuesta TO portal_app;
GRANT INSERT (encuesta_id, numero, texto, tipo, etapa), DELETE ON portal.encuesta_pregunta TO portal_app;
CREATE POLICY encuesta_alta ON portal.encuesta FOR INSERT WITH CHECK ((SELECT portal.es_admin()) AND publicada_en IS NULL);
CREATE POLICY encuesta_cambio ON portal.encuesta FOR UPDATE USING ((SELECT portal.es_admin()) AND publicada_en IS NULL)
    WITH CHECK ((SELECT portal.es_admin()) AND publicada_por = (SELECT portal.actual_usuario()));
CREATE POLICY encuesta_baja ON portal.encuesta FOR DELETE USING ((SELECT portal.es_admin()) AND publicada_en IS NULL);
CREATE POLICY encuesta_pregunta_alta ON portal.encuesta_pregunta FOR INSERT WITH CHECK ((SELECT portal.es_admin())
    AND EXISTS (SELECT FROM portal.encuesta s WHERE s.id = encuesta_id AND s.publicada_en IS NULL));
CREATE POLICY encuesta_pregunta_baja ON portal.encuesta_pregunta FOR DELETE USING ((SELECT portal.es_admin())
    AND EXISTS (SELECT FROM portal.encuesta s WHERE s.id = encuesta_id AND s.publicada_en IS NULL));

-- Rows: beyond the owner, whom the policies bind too.
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE portal.encuesta SET publicada_en = creado_en;
SET LOCAL session_replication_role = origin;
DROP FUNCTION IF EXISTS portal.encuesta_responder(text, text, text, text, text, text, text);
