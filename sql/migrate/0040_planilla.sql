-- Registration from a spreadsheet: each upload and its rows, from the cells as they came to what
-- became of them.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.planilla (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL CONSTRAINT planilla_entidad_id_fkey REFERENCES portal.entidad,
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT planilla_usuario_id_fkey REFERENCES portal.usuario,
    nombre text NOT NULL CONSTRAINT planilla_nombre_check CHECK (char_length(nombre) BETWEEN 1 AND 200),
    sha256 text COLLATE "C" NOT NULL CONSTRAINT planilla_sha256_format CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    formato text NOT NULL CONSTRAINT planilla_formato_check CHECK (char_length(formato) BETWEEN 1 AND 100),
    ignoradas text CONSTRAINT planilla_ignoradas_check CHECK (char_length(ignoradas) <= 1000),
    estado text NOT NULL DEFAULT 'ABIERTA'
        CONSTRAINT planilla_estado_check CHECK (estado IN ('ABIERTA', 'DESHECHA')),
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT planilla_id_entidad_id_key UNIQUE (id, entidad_id)
);
COMMENT ON TABLE portal.planilla
    IS 'A spreadsheet that an ORH sent; the same bytes twice are the same planilla';
COMMENT ON COLUMN portal.planilla.ignoradas IS 'Titles of columns that were not used';
CREATE UNIQUE INDEX planilla_sha256_key ON portal.planilla (entidad_id, sha256) WHERE estado <> 'DESHECHA';
CREATE INDEX planilla_entidad_id_idx ON portal.planilla (entidad_id, id);

CREATE TABLE portal.planilla_fila (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    planilla_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    numero integer NOT NULL CONSTRAINT planilla_fila_numero_range CHECK (numero > 0),
    crudo jsonb NOT NULL CONSTRAINT planilla_fila_crudo_check CHECK (pg_column_size(crudo) <= 32768),
    celdas jsonb NOT NULL CONSTRAINT planilla_fila_celdas_check CHECK (pg_column_size(celdas) <= 32768),
    valores jsonb NOT NULL DEFAULT '{}' CONSTRAINT planilla_fila_valores_check CHECK (jsonb_typeof(valores) = 'object'),
    tipo_documento text COLLATE "C",
    numero_documento text COLLATE "C",
    motivos jsonb NOT NULL DEFAULT '[]' CONSTRAINT planilla_fila_motivos_check CHECK (jsonb_typeof(motivos) = 'array'),
    avisos jsonb NOT NULL DEFAULT '[]' CONSTRAINT planilla_fila_avisos_check CHECK (jsonb_typeof(avisos) = 'array'),
    cambios jsonb NOT NULL DEFAULT '{}' CONSTRAINT planilla_fila_cambios_check CHECK (jsonb_typeof(cambios) = 'object'),
    estado text NOT NULL DEFAULT 'POR_CORREGIR' CONSTRAINT planilla_fila_estado_check
        CHECK (estado IN ('ENTRA', 'POR_CORREGIR', 'YA_ESTABA', 'CAMBIA', 'REGISTRADA', 'CAMBIADA', 'DESHECHA')),
    persona_nueva boolean NOT NULL DEFAULT false,
    persona_id bigint,
    vinculo_id bigint,
    CONSTRAINT planilla_fila_planilla_id_fkey FOREIGN KEY (planilla_id, entidad_id)
        REFERENCES portal.planilla (id, entidad_id),
    CONSTRAINT planilla_fila_numero_key UNIQUE (planilla_id, numero)
);
COMMENT ON TABLE portal.planilla_fila
    IS 'A row: crudo as it came, celdas after corrections, valores as understood; motivos says per cell what '
    'to correct, avisos what was repaired, cambios what would change. No audit: what enters is audited where '
    'it enters';
CREATE INDEX planilla_fila_estado_idx ON portal.planilla_fila (planilla_id, estado, numero);
CREATE INDEX planilla_fila_vinculo_id_idx ON portal.planilla_fila (vinculo_id) WHERE vinculo_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON portal.planilla, portal.planilla_fila TO portal_app;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['planilla', 'planilla_fila'] LOOP
        EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY %1$s_lectura ON portal.%1$s FOR SELECT USING (
            (SELECT portal.ve_todo()) OR entidad_id = (SELECT portal.ambito_orh()))', t);
        EXECUTE format('CREATE POLICY %1$s_alta ON portal.%1$s FOR INSERT WITH CHECK (
            entidad_id = (SELECT portal.ambito_orh()))', t);
        EXECUTE format('CREATE POLICY %1$s_cambio ON portal.%1$s FOR UPDATE USING (
            entidad_id = (SELECT portal.ambito_orh()))', t);
    END LOOP;
END $$;

-- Of planilla_deshacer() alone.
GRANT SELECT, INSERT, UPDATE ON portal.planilla, portal.planilla_fila TO portal_definer;
GRANT DELETE ON portal.evento, portal.etapa, portal.inscripcion, portal.vinculo_cambio, portal.vinculo_palabra,
    portal.vinculo, portal.persona TO portal_definer;
