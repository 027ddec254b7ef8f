-- Review by SERVIR: since when a stage waits, a correction of what was validated, and random samples
-- that anybody can draw again.

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.etapa ADD COLUMN en_cola_desde timestamptz;
COMMENT ON COLUMN portal.etapa.en_cola_desde
    IS 'When it came to wait for SERVIR: the last time it became CULMINADA; kept by trigger';
CREATE INDEX etapa_cola_idx ON portal.etapa (en_cola_desde) WHERE estado = 'CULMINADA';
-- The queue of one entity, in the order of the whole.
CREATE INDEX etapa_revision_entidad_idx ON portal.etapa (entidad_id, (rareza IS NULL), fecha_fin, id)
    WHERE estado = 'CULMINADA';

-- An administrator alone takes a validation back, with the reason; everything stays in the events.
ALTER TABLE portal.etapa_transicion DROP CONSTRAINT etapa_transicion_hacia_check,
    ADD CONSTRAINT etapa_transicion_hacia_check CHECK (desde <> hacia
        AND (desde IN ('PENDIENTE', 'EN_CURSO', 'CULMINADA', 'OBSERVADA', 'NO_APLICA')
             OR (desde = 'VALIDADA' AND hacia = 'OBSERVADA' AND rol = 'SERVIR_ADMIN' AND pide_motivo))
        AND hacia IN ('PENDIENTE', 'EN_CURSO', 'CULMINADA', 'OBSERVADA', 'VALIDADA', 'NO_APLICA'));
COMMENT ON TABLE portal.etapa_transicion
    IS 'The state machine of a stage: what each role may do, and what it must say. VALIDADA is left only '
    'by an administrator with a reason; RETIRADO comes and goes with the vinculo';

-- Who decided what, newest first.
CREATE INDEX evento_decision_idx ON portal.evento (id) WHERE tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA');

CREATE TABLE portal.muestra (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    nombre text NOT NULL CONSTRAINT muestra_nombre_check CHECK (char_length(nombre) BETWEEN 3 AND 120),
    estado text NOT NULL CONSTRAINT muestra_estado_check CHECK (estado IN ('VALIDADA', 'CULMINADA')),
    desde date NOT NULL,
    hasta date NOT NULL,
    etapa text CONSTRAINT muestra_etapa_check CHECK (etapa IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    nivel text CONSTRAINT muestra_nivel_check CHECK (nivel IN ('NACIONAL', 'REGIONAL', 'LOCAL')),
    region text COLLATE "C" CONSTRAINT muestra_region_format CHECK (region ~ '^[0-9]{2}$'),
    semilla text COLLATE "C" NOT NULL CONSTRAINT muestra_semilla_format CHECK (semilla ~ '^[A-Za-z0-9-]{4,64}$'),
    tamano integer NOT NULL CONSTRAINT muestra_tamano_range CHECK (tamano BETWEEN 1 AND 500),
    poblacion integer NOT NULL,
    huella text COLLATE "C" NOT NULL CONSTRAINT muestra_huella_format CHECK (huella ~ '^[0-9a-f]{64}$'),
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT muestra_usuario_id_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT muestra_hasta_range CHECK (hasta >= desde),
    CONSTRAINT muestra_poblacion_range CHECK (poblacion >= tamano),
    CONSTRAINT muestra_semilla_key UNIQUE (semilla, huella, tamano)
);
COMMENT ON TABLE portal.muestra
    IS 'A random sample of stages. Drawn so: each stage of the population gets the SHA-256 of '
    '"seed:id" in hexadecimal; the `tamano` smallest are the sample. huella: the SHA-256 of the ids of '
    'the population, ascending, joined by commas. Never changed';
CREATE INDEX muestra_usuario_id_idx ON portal.muestra (usuario_id);

CREATE TABLE portal.muestra_etapa (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    muestra_id bigint NOT NULL CONSTRAINT muestra_etapa_muestra_id_fkey REFERENCES portal.muestra,
    orden integer NOT NULL,
    etapa_id bigint NOT NULL CONSTRAINT muestra_etapa_etapa_id_fkey REFERENCES portal.etapa,
    sorteo text COLLATE "C" NOT NULL CONSTRAINT muestra_etapa_sorteo_format CHECK (sorteo ~ '^[0-9a-f]{64}$'),
    resultado text CONSTRAINT muestra_etapa_resultado_check CHECK (resultado IN ('CONFORME', 'NO_CONFORME')),
    nota text CONSTRAINT muestra_etapa_nota_check CHECK (char_length(nota) BETWEEN 1 AND 500),
    verificado_por bigint CONSTRAINT muestra_etapa_verificado_por_fkey REFERENCES portal.usuario,
    verificado_en timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT muestra_etapa_orden_key UNIQUE (muestra_id, orden),
    CONSTRAINT muestra_etapa_etapa_id_key UNIQUE (muestra_id, etapa_id),
    CONSTRAINT muestra_etapa_nota_range CHECK (resultado <> 'NO_CONFORME' OR nota IS NOT NULL),
    CONSTRAINT muestra_etapa_verificado_en_check
        CHECK (num_nulls(resultado, verificado_por, verificado_en) IN (0, 3))
);
COMMENT ON TABLE portal.muestra_etapa
    IS 'The stages of a sample in the order of the draw, and what was found of each; earlier findings are in the audit';
CREATE INDEX muestra_etapa_etapa_id_idx ON portal.muestra_etapa (etapa_id);

ALTER TABLE portal.muestra ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.muestra FORCE ROW LEVEL SECURITY;
ALTER TABLE portal.muestra_etapa ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.muestra_etapa FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON portal.muestra, portal.muestra_etapa TO portal_app;
GRANT UPDATE (resultado, nota, verificado_por, verificado_en, version) ON portal.muestra_etapa TO portal_app;
CREATE POLICY muestra_lectura ON portal.muestra FOR SELECT USING ((SELECT portal.ve_todo()));
CREATE POLICY muestra_alta ON portal.muestra FOR INSERT WITH CHECK (
    (SELECT portal.es_revisor()) AND usuario_id = (SELECT portal.actual_usuario()));
CREATE POLICY muestra_etapa_lectura ON portal.muestra_etapa FOR SELECT USING ((SELECT portal.ve_todo()));
CREATE POLICY muestra_etapa_alta ON portal.muestra_etapa FOR INSERT WITH CHECK (
    (SELECT portal.es_revisor()) AND resultado IS NULL
    AND EXISTS (SELECT FROM portal.muestra m WHERE m.id = muestra_id
                AND m.usuario_id = (SELECT portal.actual_usuario())));
CREATE POLICY muestra_etapa_cambio ON portal.muestra_etapa FOR UPDATE USING ((SELECT portal.es_revisor()));

-- Rows: beyond the owner, whom the policies bind too.
RESET ROLE;
INSERT INTO portal.etapa_transicion (rol, tipo, desde, hacia, pide_fecha, pide_motivo, orden)
SELECT 'SERVIR_ADMIN', t, 'VALIDADA', 'OBSERVADA', false, true, 1 FROM unnest(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA']) AS t;

-- What waits already: since it was last reported, as far as that is known.
SET LOCAL session_replication_role = replica;
UPDATE portal.etapa e SET en_cola_desde = coalesce(
    (SELECT max(x.conocido_en) FROM portal.evento x WHERE x.vinculo_id = e.vinculo_id AND x.tipo = 'ETAPA_CULMINADA'
        AND x.datos ->> 'etapa_id' = e.id::text), e.fecha_fin::timestamp AT TIME ZONE 'America/Lima')
WHERE e.estado = 'CULMINADA';
SET LOCAL session_replication_role = origin;
