-- What the figures count: one narrow row an enrolment, kept by triggers, so that a figure is one scan
-- of few pages and no writer waits for another.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.avance (
    inscripcion_id bigint CONSTRAINT avance_pkey PRIMARY KEY
        CONSTRAINT avance_inscripcion_id_fkey REFERENCES portal.inscripcion ON DELETE CASCADE,
    vinculo_id bigint NOT NULL,
    edicion_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    dias integer,
    ingreso date NOT NULL,
    mes date NOT NULL,
    cese date,
    vence date,
    vence_a date,
    vence_b date,
    vence_c date,
    observada boolean NOT NULL,
    nivel text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    regimen text COLLATE "C" NOT NULL,
    sexo text COLLATE "C" NOT NULL,
    situacion text COLLATE "C" NOT NULL CONSTRAINT avance_situacion_check CHECK (situacion IN
        ('SIN_INICIAR', 'EN_CURSO', 'COMPLETADO', 'VALIDADO', 'RETIRADO', 'TRASLADADO'))
) WITH (fillfactor = 85);
COMMENT ON TABLE portal.avance
    IS 'An enrolment as the figures count it; derived, kept by triggers, rebuilt by '
    'cifras_recontar(). Whether it is overdue, or retired by the end of its vinculo, depends on '
    'the day: hence the dates';
COMMENT ON COLUMN portal.avance.vence IS 'Earliest limit of the stages that are still open';
COMMENT ON COLUMN portal.avance.dias
    IS 'From entry to the last stage, when all are done and one was held here';
CREATE INDEX avance_entidad_idx ON portal.avance (entidad_id, edicion_id);
CREATE INDEX avance_vinculo_id_idx ON portal.avance (vinculo_id);
-- Who is there today, counted from the index alone.
CREATE INDEX vinculo_entidad_cese_idx ON portal.vinculo (entidad_id, fecha_cese);

ALTER TABLE portal.avance ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.avance FORCE ROW LEVEL SECURITY;
GRANT SELECT ON portal.avance TO portal_app;
CREATE POLICY avance_lectura ON portal.avance FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));

-- What a figure counts, and therefore what its list holds.
CREATE TYPE portal.cifra_filtro AS (
    edicion_id bigint,
    entidad_id bigint,
    nivel text,
    region text,
    regimen text,
    sexo text,
    situacion text,
    desde date,
    hasta date
);

DROP FUNCTION IF EXISTS portal.edicion_inscritos();

-- Reports of a month, as they were known: the figures of later corrections are never theirs.
CREATE TABLE portal.informe (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edicion_id bigint NOT NULL CONSTRAINT informe_edicion_id_fkey REFERENCES portal.edicion,
    mes date NOT NULL CONSTRAINT informe_mes_check CHECK (extract(day FROM mes) = 1),
    contenido text NOT NULL CONSTRAINT informe_contenido_check
        CHECK (char_length(contenido) BETWEEN 1 AND 4000000),
    sha256 text COLLATE "C" NOT NULL
        CONSTRAINT informe_sha256_check CHECK (sha256 = encode(sha256(convert_to(contenido, 'UTF8')), 'hex')),
    cifras jsonb NOT NULL,
    conocido_en timestamptz NOT NULL DEFAULT now(),
    usuario_id bigint DEFAULT portal.actual_usuario()
        CONSTRAINT informe_usuario_id_fkey REFERENCES portal.usuario,
    CONSTRAINT informe_mes_key UNIQUE (edicion_id, mes)
);
COMMENT ON TABLE portal.informe
    IS 'Sealed monthly reports: contenido is the file, byte by byte, and sha256 its hash; cifras the '
    'same numbers to compare with. Sealed by an administrator or by the background worker (no '
    'usuario_id). Never changed: a trigger refuses it';
ALTER TABLE portal.informe ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.informe FORCE ROW LEVEL SECURITY;
GRANT SELECT ON portal.informe TO portal_app;
CREATE POLICY informe_lectura ON portal.informe FOR SELECT USING ((SELECT portal.ve_todo()));
