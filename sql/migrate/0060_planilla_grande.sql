-- Large planillas, read and registered by the background worker step by step; planillas whose
-- columns somebody has to name; and what is thrown away after some time.

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.planilla
    ADD COLUMN filas integer NOT NULL DEFAULT 0 CONSTRAINT planilla_filas_range CHECK (filas >= 0),
    ADD COLUMN juzgado integer NOT NULL DEFAULT 0 CONSTRAINT planilla_juzgado_range CHECK (juzgado >= 0),
    ADD COLUMN titulos jsonb CONSTRAINT planilla_titulos_check CHECK (jsonb_typeof(titulos) = 'array'),
    ADD COLUMN fila_titulos integer,
    ADD COLUMN clave_titulos text COLLATE "C"
        CONSTRAINT planilla_clave_titulos_format CHECK (clave_titulos ~ '^[0-9a-f]{64}$'),
    ADD COLUMN columnas jsonb CONSTRAINT planilla_columnas_check CHECK (jsonb_typeof(columnas) = 'array'),
    ADD COLUMN recordadas boolean NOT NULL DEFAULT false,
    ADD COLUMN cambian boolean NOT NULL DEFAULT false,
    ADD COLUMN asignacion_id bigint CONSTRAINT planilla_asignacion_id_fkey REFERENCES portal.asignacion,
    DROP CONSTRAINT planilla_estado_check,
    ADD CONSTRAINT planilla_estado_check
        CHECK (estado IN ('POR_MAPEAR', 'LEYENDO', 'ABIERTA', 'REGISTRANDO', 'DESHECHA', 'ARCHIVADA'));
COMMENT ON COLUMN portal.planilla.filas IS 'Rows of the file that are not empty';
COMMENT ON COLUMN portal.planilla.juzgado IS 'While LEYENDO or REGISTRANDO: the row up to which it is judged';
COMMENT ON COLUMN portal.planilla.titulos IS 'Titles as they came, when somebody has to say what they are';
COMMENT ON COLUMN portal.planilla.columnas IS 'What each column is, in their order; "" is not used';
COMMENT ON COLUMN portal.planilla.recordadas IS 'The columns are those that the entity chose for these titles before';
COMMENT ON COLUMN portal.planilla.asignacion_id IS 'In whose role the background worker goes on';

DROP INDEX portal.planilla_sha256_key;
CREATE UNIQUE INDEX planilla_sha256_key ON portal.planilla (entidad_id, sha256)
    WHERE estado NOT IN ('DESHECHA', 'ARCHIVADA');
CREATE INDEX planilla_creado_en_idx ON portal.planilla (creado_en) WHERE estado <> 'ARCHIVADA';

CREATE TABLE portal.planilla_lote (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    planilla_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    orden integer NOT NULL CONSTRAINT planilla_lote_orden_range CHECK (orden > 0),
    n integer NOT NULL,
    filas jsonb NOT NULL CONSTRAINT planilla_lote_filas_check CHECK (jsonb_typeof(filas) = 'array'),
    leido boolean NOT NULL DEFAULT false,
    CONSTRAINT planilla_lote_planilla_id_fkey FOREIGN KEY (planilla_id, entidad_id)
        REFERENCES portal.planilla (id, entidad_id),
    CONSTRAINT planilla_lote_orden_key UNIQUE (planilla_id, orden)
);
COMMENT ON TABLE portal.planilla_lote
    IS 'Rows of a planilla that wait to be read, some hundreds each. No audit: what enters is audited where it enters';

CREATE TABLE portal.planilla_eleccion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL CONSTRAINT planilla_eleccion_entidad_id_fkey REFERENCES portal.entidad,
    clave_titulos text COLLATE "C" NOT NULL
        CONSTRAINT planilla_eleccion_clave_titulos_format CHECK (clave_titulos ~ '^[0-9a-f]{64}$'),
    columnas jsonb NOT NULL CONSTRAINT planilla_eleccion_columnas_check CHECK (jsonb_typeof(columnas) = 'array'),
    CONSTRAINT planilla_eleccion_clave_titulos_key UNIQUE (entidad_id, clave_titulos)
);
COMMENT ON TABLE portal.planilla_eleccion IS 'What an entity said that the columns of a sheet with these titles are';

GRANT SELECT, INSERT, UPDATE ON portal.planilla_lote, portal.planilla_eleccion TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.planilla_lote, portal.planilla_fila TO portal_definer;
GRANT SELECT ON portal.planilla_eleccion TO portal_definer;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['planilla_lote', 'planilla_eleccion'] LOOP
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

-- They come back with a range of rows.
DROP FUNCTION IF EXISTS portal.planilla_conocidas(bigint);
