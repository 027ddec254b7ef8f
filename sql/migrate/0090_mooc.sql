-- The courses of stage A: their settings by version, what people got in them, and how it came in: from a file, from
-- Moodle, by hand.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.curso (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    codigo text COLLATE "C" NOT NULL CONSTRAINT curso_codigo_key UNIQUE
        CONSTRAINT curso_codigo_format CHECK (codigo ~ '^[A-Z0-9-]{3,40}$'),
    edicion_id bigint CONSTRAINT curso_edicion_id_fkey REFERENCES portal.edicion,
    vigente boolean NOT NULL DEFAULT true,
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.curso IS 'A course of stage A; without an edition it counts for all of them';
CREATE INDEX curso_edicion_id_idx ON portal.curso (edicion_id);

CREATE TABLE portal.curso_version (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    curso_id bigint NOT NULL CONSTRAINT curso_version_curso_id_fkey REFERENCES portal.curso,
    version integer NOT NULL CONSTRAINT curso_version_version_range CHECK (version > 0),
    nombre text NOT NULL CONSTRAINT curso_version_nombre_check CHECK (char_length(nombre) BETWEEN 3 AND 200),
    acreditacion text NOT NULL CONSTRAINT curso_version_acreditacion_check
        CHECK (acreditacion IN ('ASISTENCIA', 'EVALUACION', 'AMBAS')),
    escala numeric(6, 2) NOT NULL DEFAULT 20 CONSTRAINT curso_version_escala_range CHECK (escala BETWEEN 1 AND 1000),
    nota_minima numeric(6, 2) NOT NULL CONSTRAINT curso_version_nota_minima_range CHECK (nota_minima BETWEEN 0 AND escala),
    escala_origen numeric(6, 2) NOT NULL DEFAULT 20
        CONSTRAINT curso_version_escala_origen_range CHECK (escala_origen BETWEEN 1 AND 1000),
    horas integer CONSTRAINT curso_version_horas_range CHECK (horas BETWEEN 1 AND 2000),
    cierre date,
    moodle_id bigint CONSTRAINT curso_version_moodle_id_range CHECK (moodle_id > 1),
    usuario_id bigint DEFAULT portal.actual_usuario() CONSTRAINT curso_version_usuario_id_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT curso_version_version_key UNIQUE (curso_id, version),
    CONSTRAINT curso_version_id_curso_id_key UNIQUE (id, curso_id)
);
COMMENT ON TABLE portal.curso_version
    IS 'Settings of a course, never changed: what was judged under one version stays. Marks are kept in escala; in files '
    'and in Moodle they count to escala_origen. Before cierre a low mark is not final yet. moodle_id 1 is Moodle''s own '
    'front page';

CREATE TABLE portal.mooc_carga (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    curso_id bigint NOT NULL,
    curso_version_id bigint NOT NULL,
    fuente text NOT NULL CONSTRAINT mooc_carga_fuente_check CHECK (fuente IN ('ARCHIVO', 'MOODLE')),
    usuario_id bigint DEFAULT portal.actual_usuario() CONSTRAINT mooc_carga_usuario_id_fkey REFERENCES portal.usuario,
    nombre text NOT NULL CONSTRAINT mooc_carga_nombre_check CHECK (char_length(nombre) BETWEEN 1 AND 200),
    sha256 text COLLATE "C" CONSTRAINT mooc_carga_sha256_format CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    formato text CONSTRAINT mooc_carga_formato_check CHECK (char_length(formato) <= 200),
    ignoradas text CONSTRAINT mooc_carga_ignoradas_check CHECK (char_length(ignoradas) <= 1000),
    fecha date NOT NULL,
    completa boolean NOT NULL DEFAULT false,
    estado text NOT NULL DEFAULT 'ABIERTA' CONSTRAINT mooc_carga_estado_check
        CHECK (estado IN ('ABIERTA', 'EN_COLA', 'EN_CURSO', 'HECHA', 'FALLIDA', 'DESHECHA')),
    llamadas integer NOT NULL DEFAULT 0,
    vueltas integer NOT NULL DEFAULT 0,
    error text CONSTRAINT mooc_carga_error_check CHECK (char_length(error) <= 2000),
    creado_en timestamptz NOT NULL DEFAULT now(),
    terminado_en timestamptz,
    CONSTRAINT mooc_carga_curso_version_id_fkey FOREIGN KEY (curso_version_id, curso_id)
        REFERENCES portal.curso_version (id, curso_id),
    CONSTRAINT mooc_carga_sha256_check CHECK ((fuente = 'ARCHIVO') = (sha256 IS NOT NULL))
);
COMMENT ON TABLE portal.mooc_carga
    IS 'A load of results: a file that SERVIR sent, or a pull from Moodle; fecha is the day of results that carry none';
CREATE UNIQUE INDEX mooc_carga_sha256_key ON portal.mooc_carga (curso_version_id, sha256)
    WHERE fuente = 'ARCHIVO' AND estado <> 'DESHECHA';
CREATE UNIQUE INDEX mooc_carga_curso_id_key ON portal.mooc_carga (curso_id)
    WHERE fuente = 'MOODLE' AND estado IN ('EN_COLA', 'EN_CURSO');
CREATE INDEX mooc_carga_curso_id_idx ON portal.mooc_carga (curso_id, id);

CREATE TABLE portal.mooc_fila (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    carga_id bigint NOT NULL CONSTRAINT mooc_fila_carga_id_fkey REFERENCES portal.mooc_carga,
    numero integer NOT NULL CONSTRAINT mooc_fila_numero_range CHECK (numero > 0),
    celdas jsonb NOT NULL CONSTRAINT mooc_fila_celdas_check CHECK (pg_column_size(celdas) <= 32768),
    estado text NOT NULL DEFAULT 'POR_CORREGIR' CONSTRAINT mooc_fila_estado_check
        CHECK (estado IN ('PENDIENTE', 'ENTRA', 'OTRA_NOTA', 'YA_ESTABA', 'SIN_RESULTADO', 'SIN_COINCIDENCIA',
        'POR_CORREGIR', 'REPETIDA', 'ACEPTADA', 'DEJADA', 'DESHECHA')),
    persona_id bigint CONSTRAINT mooc_fila_persona_id_fkey REFERENCES portal.persona,
    sugerida_id bigint CONSTRAINT mooc_fila_sugerida_id_fkey REFERENCES portal.persona,
    resultado text CONSTRAINT mooc_fila_resultado_check
        CHECK (resultado IN ('ASISTIO', 'APROBADO', 'DESAPROBADO', 'RETIRADO')),
    aprueba boolean NOT NULL DEFAULT false,
    nota numeric(6, 2),
    fecha date,
    detalle text,
    moodle_id bigint,
    ultimo_acceso bigint,
    preguntado_en timestamptz,
    CONSTRAINT mooc_fila_numero_key UNIQUE (carga_id, numero)
);
COMMENT ON TABLE portal.mooc_fila
    IS 'A row of a load: celdas as read, the rest as judged; of a pull, when Moodle was asked about this person. No audit: '
    'what enters is audited where it enters';
CREATE INDEX mooc_fila_estado_idx ON portal.mooc_fila (carga_id, estado, numero);
CREATE INDEX mooc_fila_persona_id_idx ON portal.mooc_fila (persona_id) WHERE persona_id IS NOT NULL;
CREATE INDEX mooc_fila_sugerida_id_idx ON portal.mooc_fila (sugerida_id) WHERE sugerida_id IS NOT NULL;

CREATE TABLE portal.curso_resultado (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inscripcion_id bigint NOT NULL CONSTRAINT curso_resultado_inscripcion_id_fkey REFERENCES portal.inscripcion,
    persona_id bigint NOT NULL CONSTRAINT curso_resultado_persona_id_fkey REFERENCES portal.persona,
    vinculo_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    curso_id bigint NOT NULL,
    curso_version_id bigint NOT NULL,
    intento integer NOT NULL CONSTRAINT curso_resultado_intento_range CHECK (intento > 0),
    estado text NOT NULL CONSTRAINT curso_resultado_estado_check
        CHECK (estado IN ('ASISTIO', 'APROBADO', 'DESAPROBADO', 'RETIRADO')),
    aprueba boolean NOT NULL,
    nota numeric(6, 2) CONSTRAINT curso_resultado_nota_range CHECK (nota BETWEEN 0 AND 1000),
    fecha date NOT NULL,
    fuente text NOT NULL CONSTRAINT curso_resultado_fuente_check CHECK (fuente IN ('ARCHIVO', 'MOODLE', 'MANO')),
    carga_id bigint CONSTRAINT curso_resultado_carga_id_fkey REFERENCES portal.mooc_carga,
    evidencia_id bigint CONSTRAINT curso_resultado_evidencia_id_fkey REFERENCES portal.evidencia,
    sustento text CONSTRAINT curso_resultado_sustento_check CHECK (char_length(sustento) BETWEEN 3 AND 300),
    etapa_id bigint CONSTRAINT curso_resultado_etapa_id_fkey REFERENCES portal.etapa,
    etapa_previa jsonb,
    etapa_version integer,
    usuario_id bigint DEFAULT portal.actual_usuario()
        CONSTRAINT curso_resultado_usuario_id_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT curso_resultado_curso_version_id_fkey FOREIGN KEY (curso_version_id, curso_id)
        REFERENCES portal.curso_version (id, curso_id),
    CONSTRAINT curso_resultado_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id),
    CONSTRAINT curso_resultado_intento_key UNIQUE (inscripcion_id, curso_id, intento),
    CONSTRAINT curso_resultado_fuente_range CHECK ((fuente = 'MANO') = (carga_id IS NULL)),
    CONSTRAINT curso_resultado_aprueba_check CHECK (NOT aprueba OR estado IN ('ASISTIO', 'APROBADO'))
);
COMMENT ON TABLE portal.curso_resultado
    IS 'What somebody got in a course, append-only: each attempt stays, the best counts. When it moved the stage, which one, '
    'to which version, and what it was before';
CREATE INDEX curso_resultado_carga_id_idx ON portal.curso_resultado (carga_id) WHERE carga_id IS NOT NULL;
CREATE INDEX curso_resultado_curso_id_idx ON portal.curso_resultado (curso_id, id);
CREATE INDEX curso_resultado_persona_id_idx ON portal.curso_resultado (persona_id);
CREATE INDEX curso_resultado_vinculo_id_idx ON portal.curso_resultado (vinculo_id);
CREATE INDEX curso_resultado_etapa_id_idx ON portal.curso_resultado (etapa_id) WHERE etapa_id IS NOT NULL;

CREATE TABLE portal.curso_anulacion (
    resultado_id bigint CONSTRAINT curso_anulacion_pkey PRIMARY KEY
        CONSTRAINT curso_anulacion_resultado_id_fkey REFERENCES portal.curso_resultado,
    entidad_id bigint NOT NULL,
    usuario_id bigint DEFAULT portal.actual_usuario() CONSTRAINT curso_anulacion_usuario_id_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.curso_anulacion IS 'Results that no longer count because their load was undone; they stay to be read';

-- Written by functions alone, but for the settings and the rows of a load.
GRANT SELECT ON portal.curso, portal.curso_version, portal.mooc_carga, portal.mooc_fila, portal.curso_resultado,
    portal.curso_anulacion TO portal_app, portal_definer;
GRANT INSERT, UPDATE ON portal.curso, portal.mooc_carga, portal.mooc_fila TO portal_app, portal_definer;
GRANT INSERT ON portal.curso_version TO portal_app, portal_definer;
GRANT INSERT ON portal.curso_resultado, portal.curso_anulacion TO portal_definer;
GRANT DELETE ON portal.mooc_fila TO portal_definer;
GRANT INSERT ON portal.evidencia TO portal_definer;
GRANT SELECT, UPDATE ON portal.mooc_carga TO portal_fondo;
GRANT SELECT, UPDATE ON portal.mooc_fila TO portal_fondo;
GRANT SELECT ON portal.curso, portal.curso_version TO portal_fondo;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['curso', 'curso_version', 'mooc_carga', 'mooc_fila', 'curso_resultado', 'curso_anulacion'] LOOP
        EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', t);
    END LOOP;
    -- The courses are a catalogue: whoever is signed in reads them.
    FOREACH t IN ARRAY ARRAY['curso', 'curso_version'] LOOP
        EXECUTE format('CREATE POLICY %1$s_lectura ON portal.%1$s FOR SELECT TO portal_app
            USING ((SELECT portal.actual_usuario()) IS NOT NULL)', t);
        EXECUTE format('CREATE POLICY %1$s_alta ON portal.%1$s FOR INSERT TO portal_app
            WITH CHECK ((SELECT portal.es_admin()))', t);
    END LOOP;
    CREATE POLICY curso_cambio ON portal.curso FOR UPDATE TO portal_app USING ((SELECT portal.es_admin()));
    FOREACH t IN ARRAY ARRAY['mooc_carga', 'mooc_fila'] LOOP
        EXECUTE format('CREATE POLICY %1$s_lectura ON portal.%1$s FOR SELECT TO portal_app
            USING ((SELECT portal.ve_todo()))', t);
        EXECUTE format('CREATE POLICY %1$s_alta ON portal.%1$s FOR INSERT TO portal_app
            WITH CHECK ((SELECT portal.es_admin()))', t);
        EXECUTE format('CREATE POLICY %1$s_cambio ON portal.%1$s FOR UPDATE TO portal_app
            USING ((SELECT portal.es_admin()))', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['curso', 'curso_version', 'mooc_carga', 'mooc_fila'] LOOP
        EXECUTE format('CREATE POLICY %1$s_fondo ON portal.%1$s TO portal_fondo USING (true)', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['curso_resultado', 'curso_anulacion'] LOOP
        EXECUTE format('CREATE POLICY %1$s_lectura ON portal.%1$s FOR SELECT TO portal_app USING (
            (SELECT portal.ve_todo())
            OR entidad_id = (SELECT portal.ambito_orh())
            OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
            OR ((SELECT portal.ambito_propio()) IS NOT NULL AND EXISTS (%2$s)))', t,
            CASE t WHEN 'curso_resultado' THEN 'SELECT FROM portal.vinculo v WHERE v.id = vinculo_id'
                 ELSE 'SELECT FROM portal.curso_resultado r WHERE r.id = resultado_id' END);
    END LOOP;
END $$;

-- A result of a course moves stage A for SERVIR as well, and undoing its load moves it back.
RESET ROLE;
INSERT INTO portal.etapa_transicion (rol, tipo, desde, hacia, pide_fecha, pide_motivo, orden)
VALUES ('SERVIR_ADMIN', 'ESTADO', 'PENDIENTE', 'CULMINADA', true, true, 11),
       ('SERVIR_ADMIN', 'ESTADO', 'EN_CURSO', 'CULMINADA', true, true, 12),
       ('SERVIR_ADMIN', 'ESTADO', 'OBSERVADA', 'CULMINADA', true, true, 13),
       ('SERVIR_ADMIN', 'ESTADO', 'CULMINADA', 'PENDIENTE', false, false, 14),
       ('SERVIR_ADMIN', 'ESTADO', 'CULMINADA', 'EN_CURSO', false, false, 15);
