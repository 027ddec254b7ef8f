-- Persons, their dated bond to an entity (vinculo), its history and its search words.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.persona (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tipo_documento text COLLATE "C" NOT NULL
        CONSTRAINT persona_tipo_documento_fkey REFERENCES portal.tipo_documento,
    numero_documento text COLLATE "C" NOT NULL,
    digito_verificador text,
    nombres text NOT NULL
        CONSTRAINT persona_nombres_check CHECK (char_length(nombres) BETWEEN 1 AND 120),
    apellido_paterno text
        CONSTRAINT persona_apellido_paterno_check
        CHECK (char_length(apellido_paterno) BETWEEN 1 AND 80),
    apellido_materno text
        CONSTRAINT persona_apellido_materno_check
        CHECK (char_length(apellido_materno) BETWEEN 1 AND 80),
    sexo text CONSTRAINT persona_sexo_check CHECK (sexo IN ('HOMBRE', 'MUJER')),
    fecha_nacimiento date
        CONSTRAINT persona_fecha_nacimiento_range
        CHECK (fecha_nacimiento BETWEEN '1900-01-01' AND '2100-01-01'),
    correo text CONSTRAINT persona_correo_format
        CHECK (correo ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND char_length(correo) <= 254),
    celular text CONSTRAINT persona_celular_format CHECK (celular ~ '^[0-9+ ]{6,20}$'),
    busqueda text COLLATE "C" NOT NULL GENERATED ALWAYS AS (portal.portal_buscable(
        coalesce(apellido_paterno, '') || ' ' || coalesce(apellido_materno, '') || ' '
        || nombres)) STORED,
    version integer NOT NULL DEFAULT 1,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT persona_numero_documento_key UNIQUE (numero_documento, tipo_documento),
    CONSTRAINT persona_numero_documento_format CHECK (
        CASE tipo_documento WHEN '01' THEN numero_documento ~ '^[0-9]{8}$'
        ELSE numero_documento ~ '^[0-9A-Z]{4,15}$' END),
    CONSTRAINT persona_digito_verificador_check CHECK (digito_verificador IS NULL
        OR (tipo_documento = '01'
            AND portal.dni_digito_valido(numero_documento, digito_verificador))),
    CONSTRAINT persona_apellido_check
        CHECK (apellido_paterno IS NOT NULL OR apellido_materno IS NOT NULL)
);
COMMENT ON TABLE portal.persona
    IS 'One row a person, shared by all entities and programmes; a mail is a contact, never an '
    'identity';
CREATE INDEX persona_correo_idx ON portal.persona (lower(correo)) WHERE correo IS NOT NULL;

CREATE TABLE portal.vinculo (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    persona_id bigint NOT NULL CONSTRAINT vinculo_persona_id_fkey REFERENCES portal.persona,
    entidad_id bigint NOT NULL CONSTRAINT vinculo_entidad_id_fkey REFERENCES portal.entidad,
    organo_id bigint,
    puesto text NOT NULL CONSTRAINT vinculo_puesto_check
        CHECK (char_length(puesto) BETWEEN 2 AND 200),
    regimen text COLLATE "C" NOT NULL CONSTRAINT vinculo_regimen_fkey REFERENCES portal.regimen,
    grupo text COLLATE "C" CONSTRAINT vinculo_grupo_fkey REFERENCES portal.grupo,
    tipo_contrato text COLLATE "C"
        CONSTRAINT vinculo_tipo_contrato_fkey REFERENCES portal.tipo_contrato,
    condicion text COLLATE "C" CONSTRAINT vinculo_condicion_fkey REFERENCES portal.condicion,
    modalidad text NOT NULL DEFAULT 'PRESENCIAL'
        CONSTRAINT vinculo_modalidad_check
        CHECK (modalidad IN ('PRESENCIAL', 'MIXTA', 'TELETRABAJO')),
    es_confianza boolean NOT NULL DEFAULT false,
    primer_ingreso_estado boolean NOT NULL DEFAULT true,
    documento_sustento text
        CONSTRAINT vinculo_documento_sustento_check
        CHECK (char_length(documento_sustento) BETWEEN 1 AND 200),
    jefe_vinculo_id bigint,
    jefe_nombre text CONSTRAINT vinculo_jefe_nombre_check
        CHECK (char_length(jefe_nombre) BETWEEN 2 AND 300),
    jefe_persona_id bigint CONSTRAINT vinculo_jefe_persona_id_fkey REFERENCES portal.persona,
    fecha_ingreso date NOT NULL
        CONSTRAINT vinculo_fecha_ingreso_range
        CHECK (fecha_ingreso BETWEEN '1950-01-01' AND '2100-01-01'),
    fecha_inicio_puesto date NOT NULL,
    fecha_cese date,
    motivo_cese text CONSTRAINT vinculo_motivo_cese_check
        CHECK (char_length(motivo_cese) BETWEEN 2 AND 300),
    -- Kept by trigger, so that a list is one index walk without reading persona.
    orden_nombre text COLLATE "C" NOT NULL,
    nombre_completo text NOT NULL,
    documento text COLLATE "C" NOT NULL,
    version integer NOT NULL DEFAULT 1,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT vinculo_id_entidad_id_key UNIQUE (id, entidad_id),
    CONSTRAINT vinculo_organo_id_fkey FOREIGN KEY (entidad_id, organo_id)
        REFERENCES portal.organo (entidad_id, id),
    CONSTRAINT vinculo_jefe_vinculo_id_fkey FOREIGN KEY (jefe_vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id),
    CONSTRAINT vinculo_jefe_vinculo_id_check CHECK (jefe_vinculo_id <> id),
    CONSTRAINT vinculo_fecha_inicio_puesto_range
        CHECK (fecha_inicio_puesto BETWEEN fecha_ingreso AND '2100-01-01'),
    CONSTRAINT vinculo_fecha_cese_range
        CHECK (fecha_cese >= fecha_ingreso AND fecha_cese <= '2100-01-01'),
    CONSTRAINT vinculo_motivo_cese_range CHECK (fecha_cese IS NOT NULL OR motivo_cese IS NULL),
    CONSTRAINT vinculo_periodo_key EXCLUDE USING gist (persona_id WITH =, entidad_id WITH =,
        daterange(fecha_ingreso, fecha_cese, '[]') WITH &&)
);
COMMENT ON TABLE portal.vinculo
    IS 'The dated bond of a person with an entity; the values are those in force, their past is in '
    'vinculo_cambio';
COMMENT ON COLUMN portal.vinculo.jefe_nombre
    IS 'Name to show: typed when the jefe has no vinculo here, else copied from theirs';
CREATE INDEX vinculo_entidad_orden_idx ON portal.vinculo (entidad_id, orden_nombre, id);
CREATE INDEX vinculo_orden_idx ON portal.vinculo (orden_nombre, id);
CREATE INDEX vinculo_entidad_ingreso_idx ON portal.vinculo (entidad_id, fecha_ingreso, id);
CREATE INDEX vinculo_persona_id_idx ON portal.vinculo (persona_id);
CREATE INDEX vinculo_organo_id_idx ON portal.vinculo (organo_id, orden_nombre, id)
    WHERE organo_id IS NOT NULL;
CREATE INDEX vinculo_jefe_persona_id_idx ON portal.vinculo (jefe_persona_id, orden_nombre, id)
    WHERE jefe_persona_id IS NOT NULL;
CREATE INDEX vinculo_jefe_vinculo_id_idx ON portal.vinculo (jefe_vinculo_id)
    WHERE jefe_vinculo_id IS NOT NULL;
CREATE INDEX vinculo_sin_jefe_idx ON portal.vinculo (entidad_id, orden_nombre, id)
    WHERE jefe_nombre IS NULL AND fecha_cese IS NULL;

CREATE TABLE portal.vinculo_cambio (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vinculo_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    desde date NOT NULL,
    hasta date,
    organo_id bigint,
    puesto text NOT NULL CONSTRAINT vinculo_cambio_puesto_check
        CHECK (char_length(puesto) BETWEEN 2 AND 200),
    regimen text COLLATE "C" NOT NULL
        CONSTRAINT vinculo_cambio_regimen_fkey REFERENCES portal.regimen,
    grupo text COLLATE "C" CONSTRAINT vinculo_cambio_grupo_fkey REFERENCES portal.grupo,
    tipo_contrato text COLLATE "C"
        CONSTRAINT vinculo_cambio_tipo_contrato_fkey REFERENCES portal.tipo_contrato,
    condicion text COLLATE "C" CONSTRAINT vinculo_cambio_condicion_fkey REFERENCES portal.condicion,
    modalidad text NOT NULL,
    es_confianza boolean NOT NULL,
    jefe_vinculo_id bigint,
    jefe_nombre text,
    documento_sustento text
        CONSTRAINT vinculo_cambio_documento_sustento_check
        CHECK (char_length(documento_sustento) BETWEEN 1 AND 200),
    motivo text CONSTRAINT vinculo_cambio_motivo_check
        CHECK (char_length(motivo) BETWEEN 1 AND 500),
    usuario_id bigint DEFAULT portal.actual_usuario(),
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT vinculo_cambio_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id),
    CONSTRAINT vinculo_cambio_organo_id_fkey FOREIGN KEY (entidad_id, organo_id)
        REFERENCES portal.organo (entidad_id, id),
    CONSTRAINT vinculo_cambio_hasta_range CHECK (hasta >= desde),
    CONSTRAINT vinculo_cambio_periodo_key EXCLUDE USING gist (vinculo_id WITH =,
        daterange(desde, hasta, '[]') WITH &&)
);
COMMENT ON TABLE portal.vinculo_cambio
    IS 'The periods of a vinculo: a change from a date closes one and opens the next, a correction '
    'rewrites it (the audit keeps the old value)';
CREATE INDEX vinculo_cambio_vinculo_id_idx ON portal.vinculo_cambio (vinculo_id, desde);

CREATE TABLE portal.vinculo_palabra (
    vinculo_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    palabra text COLLATE "C" NOT NULL,
    CONSTRAINT vinculo_palabra_pkey PRIMARY KEY (vinculo_id, palabra),
    CONSTRAINT vinculo_palabra_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id) ON DELETE CASCADE
);
COMMENT ON TABLE portal.vinculo_palabra
    IS 'Words of the name and the document, for prefix search with leakproof operators under '
    'row-level security; kept by trigger';
CREATE INDEX vinculo_palabra_entidad_idx
    ON portal.vinculo_palabra (entidad_id, palabra, vinculo_id);
CREATE INDEX vinculo_palabra_palabra_idx ON portal.vinculo_palabra (palabra, vinculo_id);
