-- What shows that a stage was held: a file or a photo, kept outside the database by its hash.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.evidencia (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    etapa_id bigint NOT NULL CONSTRAINT evidencia_etapa_id_fkey REFERENCES portal.etapa,
    vinculo_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    sha256 text COLLATE "C" NOT NULL
        CONSTRAINT evidencia_sha256_format CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    tipo text NOT NULL CONSTRAINT evidencia_tipo_check
        CHECK (tipo IN ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
    bytes integer NOT NULL CONSTRAINT evidencia_bytes_range CHECK (bytes BETWEEN 1 AND 5242880),
    nombre text NOT NULL CONSTRAINT evidencia_nombre_check
        CHECK (char_length(nombre) BETWEEN 1 AND 150),
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT evidencia_usuario_id_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT evidencia_etapa_id_key UNIQUE (etapa_id, sha256),
    CONSTRAINT evidencia_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id)
);
COMMENT ON TABLE portal.evidencia
    IS 'Files of a stage; the bytes are in the folder of files under their SHA-256. Never changed';
CREATE INDEX evidencia_vinculo_id_idx ON portal.evidencia (vinculo_id);
CREATE INDEX evidencia_sha256_idx ON portal.evidencia (sha256);
ALTER TABLE portal.evidencia ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.evidencia FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON portal.evidencia TO portal_app;
CREATE POLICY evidencia_lectura ON portal.evidencia FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR ((SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));
CREATE POLICY evidencia_alta ON portal.evidencia FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND EXISTS (SELECT FROM portal.etapa e WHERE e.id = etapa_id
                AND e.vinculo_id = evidencia.vinculo_id)
    AND (entidad_id = (SELECT portal.ambito_orh())
         OR EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id
                    AND (v.persona_id = (SELECT portal.ambito_propio())
                         OR v.jefe_persona_id = (SELECT portal.ambito_jefe())))));
