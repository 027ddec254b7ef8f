-- Programmes, editions, targets, rules and budget; seats and their holders; enrolments, stages,
-- events and transfers.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.programa (
    codigo text COLLATE "C" PRIMARY KEY
        CONSTRAINT programa_codigo_check
        CHECK (codigo IN ('SERVIDORES', 'DIRECTIVOS', 'FUNCIONARIOS')),
    nombre text NOT NULL CONSTRAINT programa_nombre_check
        CHECK (char_length(nombre) BETWEEN 3 AND 150),
    descripcion text CONSTRAINT programa_descripcion_check CHECK (char_length(descripcion) <= 2000),
    orden integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE portal.programa IS 'The three induction programmes';

CREATE TABLE portal.periodo_gobierno (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    codigo text COLLATE "C" NOT NULL CONSTRAINT periodo_gobierno_codigo_key UNIQUE
        CONSTRAINT periodo_gobierno_codigo_format CHECK (codigo ~ '^[0-9]{4}-[0-9]{4}$'),
    nombre text NOT NULL CONSTRAINT periodo_gobierno_nombre_check
        CHECK (char_length(nombre) BETWEEN 3 AND 100),
    desde date NOT NULL,
    hasta date NOT NULL,
    fuente text CONSTRAINT periodo_gobierno_fuente_check CHECK (char_length(fuente) <= 300),
    CONSTRAINT periodo_gobierno_hasta_range CHECK (hasta > desde)
);
COMMENT ON TABLE portal.periodo_gobierno IS 'Terms of office of regional and local authorities';

CREATE TABLE portal.proceso_electoral (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    codigo text COLLATE "C" NOT NULL CONSTRAINT proceso_electoral_codigo_key UNIQUE
        CONSTRAINT proceso_electoral_codigo_format CHECK (codigo ~ '^[A-Z0-9-]{3,30}$'),
    nombre text NOT NULL CONSTRAINT proceso_electoral_nombre_check
        CHECK (char_length(nombre) BETWEEN 3 AND 150),
    fecha date NOT NULL,
    periodo_id bigint NOT NULL
        CONSTRAINT proceso_electoral_periodo_id_fkey REFERENCES portal.periodo_gobierno,
    fuente text CONSTRAINT proceso_electoral_fuente_check CHECK (char_length(fuente) <= 300)
);
COMMENT ON TABLE portal.proceso_electoral IS 'Elections that fill the seats of a term';

CREATE TABLE portal.edicion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    codigo text COLLATE "C" NOT NULL CONSTRAINT edicion_codigo_key UNIQUE
        CONSTRAINT edicion_codigo_format CHECK (codigo ~ '^[A-Z0-9-]{3,40}$'),
    programa text COLLATE "C" NOT NULL CONSTRAINT edicion_programa_fkey REFERENCES portal.programa,
    anio integer NOT NULL CONSTRAINT edicion_anio_range CHECK (anio BETWEEN 2000 AND 2100),
    nombre text NOT NULL CONSTRAINT edicion_nombre_check
        CHECK (char_length(nombre) BETWEEN 3 AND 150),
    desde date NOT NULL,
    hasta date,
    periodo_id bigint CONSTRAINT edicion_periodo_id_fkey REFERENCES portal.periodo_gobierno,
    nota text CONSTRAINT edicion_nota_check CHECK (char_length(nota) <= 1000),
    fuente text CONSTRAINT edicion_fuente_check CHECK (char_length(fuente) <= 300),
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT edicion_hasta_range CHECK (hasta >= desde),
    CONSTRAINT edicion_periodo_key EXCLUDE USING gist (programa WITH =,
        daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE portal.edicion
    IS 'One run of a programme; a registration belongs to the one in force at its entry date, so '
    'two of a programme never overlap';

CREATE TABLE portal.meta (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edicion_id bigint NOT NULL CONSTRAINT meta_edicion_id_fkey REFERENCES portal.edicion,
    codigo text COLLATE "C" NOT NULL
        CONSTRAINT meta_codigo_format CHECK (codigo ~ '^[A-Z0-9_]{2,40}$'),
    texto text NOT NULL CONSTRAINT meta_texto_check CHECK (char_length(texto) BETWEEN 1 AND 500),
    valor numeric(12, 2) NOT NULL CONSTRAINT meta_valor_range CHECK (valor >= 0),
    unidad text NOT NULL CONSTRAINT meta_unidad_check CHECK (char_length(unidad) BETWEEN 1 AND 60),
    nota text CONSTRAINT meta_nota_check CHECK (char_length(nota) <= 1000),
    fuente text CONSTRAINT meta_fuente_check CHECK (char_length(fuente) <= 300),
    orden integer NOT NULL DEFAULT 1,
    CONSTRAINT meta_codigo_key UNIQUE (edicion_id, codigo)
);
COMMENT ON TABLE portal.meta
    IS 'Targets of an edition as their source words them; the universe is counted, never stored '
    'here';

CREATE TABLE portal.edicion_entidad (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edicion_id bigint NOT NULL CONSTRAINT edicion_entidad_edicion_id_fkey REFERENCES portal.edicion,
    orden integer NOT NULL,
    grupo text NOT NULL CONSTRAINT edicion_entidad_grupo_check
        CHECK (grupo IN ('MINISTERIO', 'GR')),
    entidad_id bigint CONSTRAINT edicion_entidad_entidad_id_fkey REFERENCES portal.entidad,
    nota text CONSTRAINT edicion_entidad_nota_check CHECK (char_length(nota) <= 500),
    CONSTRAINT edicion_entidad_orden_key UNIQUE (edicion_id, orden),
    CONSTRAINT edicion_entidad_entidad_id_key UNIQUE (edicion_id, entidad_id)
);
COMMENT ON TABLE portal.edicion_entidad
    IS 'The places of an edition for entities; entidad_id empty is an open place that SERVIR fills';
CREATE INDEX edicion_entidad_entidad_id_idx ON portal.edicion_entidad (entidad_id);

CREATE TABLE portal.regla (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    codigo text COLLATE "C" NOT NULL CONSTRAINT regla_codigo_key UNIQUE
        CONSTRAINT regla_codigo_format CHECK (codigo ~ '^[A-Z0-9-]{3,40}$'),
    programa text COLLATE "C" NOT NULL CONSTRAINT regla_programa_fkey REFERENCES portal.programa,
    edicion_id bigint CONSTRAINT regla_edicion_id_fkey REFERENCES portal.edicion,
    version integer NOT NULL CONSTRAINT regla_version_range CHECK (version > 0),
    vigente_desde date NOT NULL,
    vigente_hasta date,
    exonera_estado_en_reingreso boolean NOT NULL DEFAULT false,
    meses_en_puesto integer
        CONSTRAINT regla_meses_en_puesto_range CHECK (meses_en_puesto BETWEEN 1 AND 120),
    fecha_referencia text
        CONSTRAINT regla_fecha_referencia_check CHECK (char_length(fecha_referencia) <= 200),
    texto text NOT NULL CONSTRAINT regla_texto_check CHECK (char_length(texto) BETWEEN 1 AND 2000),
    fuente text NOT NULL CONSTRAINT regla_fuente_check
        CHECK (char_length(fuente) BETWEEN 1 AND 500),
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT regla_vigente_range CHECK (vigente_hasta >= vigente_desde),
    CONSTRAINT regla_version_key UNIQUE NULLS NOT DISTINCT (programa, edicion_id, version)
);
COMMENT ON TABLE portal.regla
    IS 'Versioned rule of a programme, or of one edition; who was enrolled under a version keeps '
    'it. fuente says when a value is a setting and not a norm';

CREATE TABLE portal.regla_etapa (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    regla_id bigint NOT NULL CONSTRAINT regla_etapa_regla_id_fkey REFERENCES portal.regla,
    tipo text NOT NULL CONSTRAINT regla_etapa_tipo_check
        CHECK (tipo IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    dias integer NOT NULL CONSTRAINT regla_etapa_dias_range CHECK (dias BETWEEN 0 AND 730),
    unidad text NOT NULL CONSTRAINT regla_etapa_unidad_check
        CHECK (unidad IN ('HABIL', 'CALENDARIO')),
    base text NOT NULL DEFAULT 'INGRESO'
        CONSTRAINT regla_etapa_base_check CHECK (base IN ('INGRESO', 'INICIO_PUESTO')),
    responsable text NOT NULL
        CONSTRAINT regla_etapa_responsable_check CHECK (responsable IN ('SERVIR', 'ORH', 'JEFE')),
    texto text NOT NULL CONSTRAINT regla_etapa_texto_check
        CHECK (char_length(texto) BETWEEN 1 AND 500),
    fuente text NOT NULL CONSTRAINT regla_etapa_fuente_check
        CHECK (char_length(fuente) BETWEEN 1 AND 500),
    CONSTRAINT regla_etapa_tipo_key UNIQUE (regla_id, tipo)
);
COMMENT ON TABLE portal.regla_etapa IS 'Days that a rule gives each stage, from its base date';

CREATE TABLE portal.presupuesto (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edicion_id bigint NOT NULL CONSTRAINT presupuesto_edicion_id_fkey REFERENCES portal.edicion,
    orden integer NOT NULL,
    etiqueta text NOT NULL
        CONSTRAINT presupuesto_etiqueta_check CHECK (char_length(etiqueta) BETWEEN 1 AND 250),
    etiqueta_corregida text
        CONSTRAINT presupuesto_etiqueta_corregida_check
        CHECK (char_length(etiqueta_corregida) BETWEEN 1 AND 250),
    monto numeric(12, 2) NOT NULL CONSTRAINT presupuesto_monto_range CHECK (monto >= 0),
    descripcion text CONSTRAINT presupuesto_descripcion_check
        CHECK (char_length(descripcion) <= 2000),
    nota text CONSTRAINT presupuesto_nota_check CHECK (char_length(nota) <= 1000),
    fuente text CONSTRAINT presupuesto_fuente_check CHECK (char_length(fuente) <= 300),
    CONSTRAINT presupuesto_orden_key UNIQUE (edicion_id, orden)
);
COMMENT ON TABLE portal.presupuesto
    IS 'Budget lines of an edition: the literal label of the source, and the corrected one when it '
    'is wrong there';

CREATE TABLE portal.cargo_electo (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    periodo_id bigint NOT NULL
        CONSTRAINT cargo_electo_periodo_id_fkey REFERENCES portal.periodo_gobierno,
    proceso_id bigint CONSTRAINT cargo_electo_proceso_id_fkey REFERENCES portal.proceso_electoral,
    tipo text NOT NULL CONSTRAINT cargo_electo_tipo_check
        CHECK (tipo IN ('GOBERNADOR_REGIONAL', 'ALCALDE_PROVINCIAL', 'ALCALDE_DISTRITAL')),
    ubigeo text COLLATE "C" NOT NULL CONSTRAINT cargo_electo_ubigeo_fkey REFERENCES portal.ubigeo,
    entidad_id bigint CONSTRAINT cargo_electo_entidad_id_fkey REFERENCES portal.entidad,
    CONSTRAINT cargo_electo_ubigeo_key UNIQUE (periodo_id, tipo, ubigeo),
    CONSTRAINT cargo_electo_ubigeo_range CHECK (char_length(ubigeo) = CASE tipo
        WHEN 'GOBERNADOR_REGIONAL' THEN 2 WHEN 'ALCALDE_PROVINCIAL' THEN 4 ELSE 6 END)
);
COMMENT ON TABLE portal.cargo_electo IS 'Seats: they exist before their holder is known';
CREATE INDEX cargo_electo_entidad_id_idx ON portal.cargo_electo (entidad_id);
CREATE INDEX cargo_electo_ubigeo_idx ON portal.cargo_electo (ubigeo);

CREATE TABLE portal.autoridad (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cargo_electo_id bigint NOT NULL
        CONSTRAINT autoridad_cargo_electo_id_fkey REFERENCES portal.cargo_electo,
    persona_id bigint NOT NULL CONSTRAINT autoridad_persona_id_fkey REFERENCES portal.persona,
    organizacion_politica text
        CONSTRAINT autoridad_organizacion_politica_check
        CHECK (char_length(organizacion_politica) BETWEEN 1 AND 200),
    estado text NOT NULL CONSTRAINT autoridad_estado_check
        CHECK (estado IN ('ELECTA', 'EN_FUNCIONES', 'ENCARGADA',
        'SUSPENDIDA', 'VACADA', 'REVOCADA', 'CONCLUIDA')),
    desde date NOT NULL,
    hasta date,
    reemplaza_a bigint CONSTRAINT autoridad_reemplaza_a_fkey REFERENCES portal.autoridad,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT autoridad_hasta_range CHECK (hasta >= desde)
);
COMMENT ON TABLE portal.autoridad
    IS 'Who holds a seat and since when; replacements keep the history';
CREATE UNIQUE INDEX autoridad_cargo_electo_id_key ON portal.autoridad (cargo_electo_id)
    WHERE estado IN ('ELECTA', 'EN_FUNCIONES', 'ENCARGADA');
CREATE INDEX autoridad_persona_id_idx ON portal.autoridad (persona_id);

CREATE TABLE portal.inscripcion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edicion_id bigint NOT NULL CONSTRAINT inscripcion_edicion_id_fkey REFERENCES portal.edicion,
    persona_id bigint NOT NULL CONSTRAINT inscripcion_persona_id_fkey REFERENCES portal.persona,
    vinculo_id bigint,
    entidad_id bigint NOT NULL CONSTRAINT inscripcion_entidad_id_fkey REFERENCES portal.entidad,
    regla_id bigint NOT NULL CONSTRAINT inscripcion_regla_id_fkey REFERENCES portal.regla,
    estado text NOT NULL DEFAULT 'INSCRITO'
        CONSTRAINT inscripcion_estado_check CHECK (estado IN ('INVITADO', 'INSCRITO',
        'INICIADO', 'CULMINADO', 'CERTIFICADO', 'RETIRADO')),
    es_tardia boolean NOT NULL DEFAULT false,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inscripcion_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id),
    CONSTRAINT inscripcion_vinculo_id_key UNIQUE (edicion_id, vinculo_id)
);
COMMENT ON TABLE portal.inscripcion
    IS 'A person in an edition, under the rule of the day they entered';
CREATE INDEX inscripcion_vinculo_id_idx ON portal.inscripcion (vinculo_id);
CREATE INDEX inscripcion_persona_id_idx ON portal.inscripcion (persona_id);
CREATE INDEX inscripcion_entidad_id_idx ON portal.inscripcion (entidad_id, edicion_id, estado);

CREATE TABLE portal.etapa (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inscripcion_id bigint NOT NULL
        CONSTRAINT etapa_inscripcion_id_fkey REFERENCES portal.inscripcion,
    vinculo_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    tipo text NOT NULL CONSTRAINT etapa_tipo_check
        CHECK (tipo IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    estado text NOT NULL DEFAULT 'PENDIENTE'
        CONSTRAINT etapa_estado_check CHECK (estado IN ('PENDIENTE', 'EN_CURSO', 'CULMINADA',
        'OBSERVADA', 'VALIDADA', 'NO_APLICA', 'RETIRADO')),
    estado_previo text,
    fecha_limite date NOT NULL,
    fecha_inicio date,
    fecha_fin date,
    motivo text CONSTRAINT etapa_motivo_check CHECK (char_length(motivo) BETWEEN 1 AND 500),
    heredada_de bigint CONSTRAINT etapa_heredada_de_fkey REFERENCES portal.etapa,
    version integer NOT NULL DEFAULT 1,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT etapa_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id),
    CONSTRAINT etapa_tipo_key UNIQUE (inscripcion_id, tipo),
    CONSTRAINT etapa_fecha_fin_range CHECK (fecha_fin >= fecha_inicio),
    CONSTRAINT etapa_fecha_fin_check
        CHECK (estado NOT IN ('CULMINADA', 'VALIDADA') OR fecha_fin IS NOT NULL),
    CONSTRAINT etapa_motivo_range
        CHECK (estado NOT IN ('NO_APLICA', 'OBSERVADA') OR motivo IS NOT NULL)
);
COMMENT ON TABLE portal.etapa
    IS 'The three stages of an enrolment. Overdue is derived: fecha_limite past and not CULMINADA, '
    'VALIDADA, NO_APLICA, RETIRADO. estado_previo: before RETIRADO, to undo it';
CREATE INDEX etapa_vinculo_id_idx ON portal.etapa (vinculo_id);
CREATE INDEX etapa_entidad_estado_idx ON portal.etapa (entidad_id, estado, fecha_limite);
CREATE INDEX etapa_abierta_idx ON portal.etapa (entidad_id, fecha_limite, vinculo_id)
    WHERE estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA');
CREATE INDEX etapa_heredada_de_idx ON portal.etapa (heredada_de) WHERE heredada_de IS NOT NULL;

CREATE TABLE portal.evento (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    persona_id bigint NOT NULL CONSTRAINT evento_persona_id_fkey REFERENCES portal.persona,
    vinculo_id bigint CONSTRAINT evento_vinculo_id_fkey REFERENCES portal.vinculo,
    entidad_id bigint CONSTRAINT evento_entidad_id_fkey REFERENCES portal.entidad,
    tipo text NOT NULL CONSTRAINT evento_tipo_format CHECK (tipo ~ '^[A-Z_]{3,40}$'),
    datos jsonb NOT NULL DEFAULT '{}'
        CONSTRAINT evento_datos_check
        CHECK (jsonb_typeof(datos) = 'object' AND pg_column_size(datos) <= 16384),
    ocurrido_en timestamptz NOT NULL DEFAULT now(),
    conocido_en timestamptz NOT NULL DEFAULT now(),
    usuario_id bigint DEFAULT portal.actual_usuario()
        CONSTRAINT evento_usuario_id_fkey REFERENCES portal.usuario
);
COMMENT ON TABLE portal.evento
    IS 'What happened to a person, append-only: when it happened and when the portal came to know';
CREATE INDEX evento_vinculo_id_idx ON portal.evento (vinculo_id, id);
CREATE INDEX evento_persona_id_idx ON portal.evento (persona_id, id);
CREATE INDEX evento_entidad_id_idx ON portal.evento (entidad_id, id);

CREATE TABLE portal.transferencia (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vinculo_id bigint NOT NULL,
    persona_id bigint NOT NULL CONSTRAINT transferencia_persona_id_fkey REFERENCES portal.persona,
    entidad_origen bigint NOT NULL
        CONSTRAINT transferencia_entidad_origen_fkey REFERENCES portal.entidad,
    entidad_destino bigint NOT NULL
        CONSTRAINT transferencia_entidad_destino_fkey REFERENCES portal.entidad,
    fecha date NOT NULL,
    estado text NOT NULL DEFAULT 'PROPUESTA'
        CONSTRAINT transferencia_estado_check
        CHECK (estado IN ('PROPUESTA', 'ACEPTADA', 'RECHAZADA', 'RETIRADA')),
    motivo text CONSTRAINT transferencia_motivo_check CHECK (char_length(motivo) BETWEEN 1 AND 500),
    respuesta text CONSTRAINT transferencia_respuesta_check
        CHECK (char_length(respuesta) BETWEEN 1 AND 500),
    persona_nombre text NOT NULL,
    persona_documento text NOT NULL,
    puesto_origen text NOT NULL,
    propuesta_por bigint DEFAULT portal.actual_usuario()
        CONSTRAINT transferencia_propuesta_por_fkey REFERENCES portal.usuario,
    propuesta_en timestamptz NOT NULL DEFAULT now(),
    resuelta_por bigint CONSTRAINT transferencia_resuelta_por_fkey REFERENCES portal.usuario,
    resuelta_en timestamptz,
    vinculo_nuevo_id bigint
        CONSTRAINT transferencia_vinculo_nuevo_id_fkey REFERENCES portal.vinculo,
    CONSTRAINT transferencia_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_origen)
        REFERENCES portal.vinculo (id, entidad_id),
    CONSTRAINT transferencia_entidad_destino_check CHECK (entidad_destino <> entidad_origen),
    CONSTRAINT transferencia_resuelta_en_check
        CHECK ((estado = 'PROPUESTA') = (resuelta_en IS NULL)),
    CONSTRAINT transferencia_vinculo_nuevo_id_check
        CHECK ((estado = 'ACEPTADA') = (vinculo_nuevo_id IS NOT NULL))
);
COMMENT ON TABLE portal.transferencia
    IS 'A move to another entity: proposed by the origin, settled by the destination, which sees '
    'of the person only what is copied here';
CREATE UNIQUE INDEX transferencia_vinculo_id_key ON portal.transferencia (vinculo_id)
    WHERE estado = 'PROPUESTA';
CREATE INDEX transferencia_origen_idx ON portal.transferencia (entidad_origen, estado, id);
CREATE INDEX transferencia_destino_idx ON portal.transferencia (entidad_destino, estado, id);
