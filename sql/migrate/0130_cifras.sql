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
