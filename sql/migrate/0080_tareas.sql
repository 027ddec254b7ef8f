-- The link of a jefe without an account, what servidor and jefe say of a finished stage, and who
-- wrote when nobody was signed in.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.jefe_enlace (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea NOT NULL CONSTRAINT jefe_enlace_token_hash_key UNIQUE
        CONSTRAINT jefe_enlace_token_hash_format CHECK (octet_length(token_hash) = 32),
    entidad_id bigint NOT NULL CONSTRAINT jefe_enlace_entidad_id_fkey REFERENCES portal.entidad,
    persona_id bigint CONSTRAINT jefe_enlace_persona_id_fkey REFERENCES portal.persona,
    clave text COLLATE "C" NOT NULL
        CONSTRAINT jefe_enlace_clave_format CHECK (clave ~ '^(P[0-9]+|N[A-Z0-9 ]+)$'),
    nombre text NOT NULL CONSTRAINT jefe_enlace_nombre_check
        CHECK (char_length(nombre) BETWEEN 2 AND 300),
    vence_el date NOT NULL,
    anulado_en timestamptz,
    anulado_por text CONSTRAINT jefe_enlace_anulado_por_check
        CHECK (anulado_por IN ('ORH', 'OTRO', 'CAMBIO')),
    creado_por bigint DEFAULT portal.actual_usuario()
        CONSTRAINT jefe_enlace_creado_por_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT jefe_enlace_anulado_en_check CHECK ((anulado_en IS NULL) = (anulado_por IS NULL))
);
COMMENT ON TABLE portal.jefe_enlace
    IS 'The personal link with which a jefe marks the specific stage of their people in one entity. '
    'clave: P and the person, or N and the name as searched when the jefe has no vinculo there. '
    'Only the hash of its token is kept; a new one annuls the one before';
CREATE UNIQUE INDEX jefe_enlace_vivo_key ON portal.jefe_enlace (entidad_id, clave)
    WHERE anulado_en IS NULL;
-- Whom a jefe known by name alone leads.
CREATE INDEX vinculo_jefe_nombre_idx
    ON portal.vinculo (entidad_id, portal.portal_buscable(jefe_nombre))
    WHERE jefe_persona_id IS NULL AND jefe_nombre IS NOT NULL;
ALTER TABLE portal.jefe_enlace ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.jefe_enlace FORCE ROW LEVEL SECURITY;
GRANT SELECT (id, entidad_id, persona_id, clave, nombre, vence_el, anulado_en, anulado_por,
    creado_por, creado_en) ON portal.jefe_enlace TO portal_app;
CREATE POLICY jefe_enlace_lectura ON portal.jefe_enlace FOR SELECT USING (
    (SELECT portal.ve_todo()) OR entidad_id = (SELECT portal.ambito_orh()));

-- What each side says of a finished stage; every answer is an event too.
ALTER TABLE portal.etapa
    ADD COLUMN conforme_servidor boolean,
    ADD COLUMN conforme_servidor_en timestamptz,
    ADD COLUMN comentario_servidor text CONSTRAINT etapa_comentario_servidor_check
        CHECK (char_length(comentario_servidor) BETWEEN 1 AND 500),
    ADD COLUMN conforme_jefe boolean,
    ADD COLUMN conforme_jefe_en timestamptz,
    ADD COLUMN comentario_jefe text CONSTRAINT etapa_comentario_jefe_check
        CHECK (char_length(comentario_jefe) BETWEEN 1 AND 500),
    ADD CONSTRAINT etapa_conforme_servidor_check
        CHECK ((conforme_servidor IS NULL) = (conforme_servidor_en IS NULL)),
    ADD CONSTRAINT etapa_conforme_jefe_check
        CHECK ((conforme_jefe IS NULL) = (conforme_jefe_en IS NULL));
COMMENT ON COLUMN portal.etapa.conforme_servidor
    IS 'Whether the person says that they received it; empty until asked and answered';

ALTER TABLE portal.auditoria ADD COLUMN via text
    CONSTRAINT auditoria_via_check CHECK (char_length(via) <= 400);
COMMENT ON COLUMN portal.auditoria.via IS 'The personal link that wrote, when nobody was signed in';

-- A jefe adds evidence to the specific stage of their people alone, and each in the entity of the
-- role that they have now.
DROP POLICY evidencia_alta ON portal.evidencia;
CREATE POLICY evidencia_alta ON portal.evidencia FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND EXISTS (SELECT FROM portal.etapa e JOIN portal.vinculo v ON v.id = e.vinculo_id
                WHERE e.id = etapa_id AND e.vinculo_id = evidencia.vinculo_id
                  AND e.entidad_id = evidencia.entidad_id
                  AND (e.entidad_id = (SELECT portal.ambito_orh())
                       OR v.persona_id = (SELECT portal.ambito_propio())
                       OR (e.tipo = 'ESPECIFICA'
                           AND v.jefe_persona_id = (SELECT portal.ambito_jefe())))));

RESET ROLE;
INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('enlace_jefe_dias', '15', 'Días que el enlace personal de un jefe sirve después del plazo de la '
     'etapa específica de sus personas');
