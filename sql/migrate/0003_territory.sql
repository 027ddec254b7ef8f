-- Settings, territory, official code tables, entities and their organs.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.parametro (
    clave text PRIMARY KEY CONSTRAINT parametro_clave_format CHECK (clave ~ '^[a-z0-9_]{3,60}$'),
    valor text NOT NULL CONSTRAINT parametro_valor_check CHECK (char_length(valor) <= 2000),
    descripcion text NOT NULL
        CONSTRAINT parametro_descripcion_check CHECK (char_length(descripcion) BETWEEN 1 AND 500),
    fuente text CONSTRAINT parametro_fuente_check CHECK (char_length(fuente) <= 500)
);
COMMENT ON TABLE portal.parametro
    IS 'Settings of the product that an administrator may change; never a norm by itself';

INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('sesion_ocio_min', '30', 'Minutos sin uso tras los que una sesión caduca'),
    ('sesion_max_min', '720', 'Minutos que dura una sesión como máximo'),
    ('acceso_ventana_min', '15', 'Minutos en que se cuentan los ingresos fallidos'),
    ('acceso_fallos_cuenta', '5', 'Ingresos fallidos de un documento antes de pedir espera'),
    ('acceso_fallos_direccion', '60',
        'Ingresos fallidos desde una dirección antes de pedir espera'),
    ('enlace_invitacion_horas', '168', 'Horas que vale un enlace de invitación'),
    ('enlace_recuperacion_horas', '2', 'Horas que vale un enlace para recuperar la clave'),
    ('formulario_pendiente_min', '120',
        'Minutos que se guarda un formulario de una sesión caducada'),
    ('registro_tardio_dias', '30',
        'Días desde el ingreso tras los que el registro se avisa como tardío');

CREATE TABLE portal.ubigeo (
    codigo text COLLATE "C" PRIMARY KEY
        CONSTRAINT ubigeo_codigo_format CHECK (codigo ~ '^([0-9]{2}){1,3}$'),
    nombre text NOT NULL CONSTRAINT ubigeo_nombre_check
        CHECK (char_length(nombre) BETWEEN 1 AND 100),
    nivel text NOT NULL CONSTRAINT ubigeo_nivel_check
        CHECK (nivel IN ('REGION', 'PROVINCIA', 'DISTRITO')),
    padre text COLLATE "C" CONSTRAINT ubigeo_padre_fkey REFERENCES portal.ubigeo,
    reniec text COLLATE "C" CONSTRAINT ubigeo_reniec_format CHECK (reniec ~ '^[0-9]{6}$'),
    vigente_desde date,
    vigente_hasta date,
    fuente text NOT NULL CONSTRAINT ubigeo_fuente_check
        CHECK (char_length(fuente) BETWEEN 1 AND 300),
    CONSTRAINT ubigeo_nivel_range CHECK (char_length(codigo)
        = CASE nivel WHEN 'REGION' THEN 2 WHEN 'PROVINCIA' THEN 4 ELSE 6 END),
    CONSTRAINT ubigeo_padre_check CHECK (CASE nivel WHEN 'REGION' THEN padre IS NULL
        ELSE padre IS NOT NULL AND padre = left(codigo, char_length(codigo) - 2) END),
    CONSTRAINT ubigeo_vigente_range CHECK (vigente_hasta >= vigente_desde)
);
COMMENT ON TABLE portal.ubigeo
    IS 'Territory by INEI code; RENIEC code as an alias; vigente_desde empty means before the '
    'first list';
CREATE INDEX ubigeo_padre_idx ON portal.ubigeo (padre);

CREATE TABLE portal.feriado (
    fecha date PRIMARY KEY,
    nombre text NOT NULL CONSTRAINT feriado_nombre_check
        CHECK (char_length(nombre) BETWEEN 1 AND 120),
    fuente text NOT NULL CONSTRAINT feriado_fuente_check
        CHECK (char_length(fuente) BETWEEN 1 AND 300)
);
COMMENT ON TABLE portal.feriado IS 'National holidays and non-working days of the public sector';

CREATE TABLE portal.tipo_documento (
    codigo text COLLATE "C" PRIMARY KEY
        CONSTRAINT tipo_documento_codigo_format CHECK (codigo ~ '^[0-9]{2}$'),
    nombre text NOT NULL CONSTRAINT tipo_documento_nombre_check
        CHECK (char_length(nombre) BETWEEN 1 AND 100),
    sigla text NOT NULL CONSTRAINT tipo_documento_sigla_check
        CHECK (char_length(sigla) BETWEEN 1 AND 20),
    formato text NOT NULL
        CONSTRAINT tipo_documento_formato_check CHECK (char_length(formato) BETWEEN 1 AND 100),
    ayuda text CONSTRAINT tipo_documento_ayuda_check CHECK (char_length(ayuda) <= 200),
    orden integer NOT NULL DEFAULT 100,
    vigente boolean NOT NULL DEFAULT true,
    fuente text CONSTRAINT tipo_documento_fuente_check CHECK (char_length(fuente) <= 300)
);
COMMENT ON TABLE portal.tipo_documento
    IS 'Identity documents of a person (SUNAT table 3); formato is the regular expression of the '
    'number';

CREATE TABLE portal.regimen (
    codigo text COLLATE "C" PRIMARY KEY
        CONSTRAINT regimen_codigo_format CHECK (codigo ~ '^[0-9A-Z]{1,6}$'),
    nombre text NOT NULL CONSTRAINT regimen_nombre_check
        CHECK (char_length(nombre) BETWEEN 1 AND 200),
    nombre_corto text NOT NULL
        CONSTRAINT regimen_nombre_corto_check CHECK (char_length(nombre_corto) BETWEEN 1 AND 60),
    orden integer NOT NULL DEFAULT 100,
    vigente boolean NOT NULL DEFAULT true,
    fuente text CONSTRAINT regimen_fuente_check CHECK (char_length(fuente) <= 300)
);
COMMENT ON TABLE portal.regimen IS 'Labour regimes (table 33 of the electronic payroll)';

CREATE TABLE portal.grupo (
    codigo text COLLATE "C" PRIMARY KEY
        CONSTRAINT grupo_codigo_format CHECK (codigo ~ '^[0-9A-Z]{1,6}$'),
    nombre text NOT NULL CONSTRAINT grupo_nombre_check
        CHECK (char_length(nombre) BETWEEN 1 AND 200),
    orden integer NOT NULL DEFAULT 100,
    vigente boolean NOT NULL DEFAULT true,
    fuente text CONSTRAINT grupo_fuente_check CHECK (char_length(fuente) <= 300)
);
COMMENT ON TABLE portal.grupo IS 'Groups of servidores (table 8 of the electronic payroll)';

CREATE TABLE portal.tipo_contrato (
    codigo text COLLATE "C" PRIMARY KEY
        CONSTRAINT tipo_contrato_codigo_format CHECK (codigo ~ '^[0-9A-Z]{1,6}$'),
    nombre text NOT NULL CONSTRAINT tipo_contrato_nombre_check
        CHECK (char_length(nombre) BETWEEN 1 AND 200),
    orden integer NOT NULL DEFAULT 100,
    vigente boolean NOT NULL DEFAULT true,
    fuente text CONSTRAINT tipo_contrato_fuente_check CHECK (char_length(fuente) <= 300)
);
COMMENT ON TABLE portal.tipo_contrato IS 'Kinds of contract (table 12 of the electronic payroll)';

CREATE TABLE portal.condicion (
    codigo text COLLATE "C" PRIMARY KEY
        CONSTRAINT condicion_codigo_format CHECK (codigo ~ '^[A-Z_]{2,30}$'),
    nombre text NOT NULL CONSTRAINT condicion_nombre_check
        CHECK (char_length(nombre) BETWEEN 1 AND 200),
    orden integer NOT NULL DEFAULT 100,
    vigente boolean NOT NULL DEFAULT true,
    fuente text CONSTRAINT condicion_fuente_check CHECK (char_length(fuente) <= 300)
);
COMMENT ON TABLE portal.condicion IS 'Condition of the post: nombrado, contratado, suplencia …';

CREATE TABLE portal.entidad (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    clave text COLLATE "C" NOT NULL CONSTRAINT entidad_clave_key UNIQUE
        CONSTRAINT entidad_clave_format CHECK (clave ~ '^[A-Z0-9-]{2,40}$'),
    ruc text COLLATE "C" CONSTRAINT entidad_ruc_key UNIQUE
        CONSTRAINT entidad_ruc_format CHECK (portal.ruc_valido(ruc)),
    nombre text NOT NULL CONSTRAINT entidad_nombre_check
        CHECK (char_length(nombre) BETWEEN 3 AND 250),
    sigla text CONSTRAINT entidad_sigla_check CHECK (char_length(sigla) BETWEEN 2 AND 30),
    tipo text NOT NULL CONSTRAINT entidad_tipo_check CHECK (tipo IN (
        'MINISTERIO', 'PCM', 'ORGANISMO_PUBLICO', 'ORGANISMO_AUTONOMO', 'PODER_DEL_ESTADO',
        'UNIVERSIDAD', 'EMPRESA', 'PROGRAMA', 'GOBIERNO_REGIONAL', 'MUNICIPALIDAD_PROVINCIAL',
        'MUNICIPALIDAD_DISTRITAL', 'OTRA')),
    nivel_gobierno text NOT NULL
        CONSTRAINT entidad_nivel_gobierno_check
        CHECK (nivel_gobierno IN ('NACIONAL', 'REGIONAL', 'LOCAL')),
    ubigeo text COLLATE "C" CONSTRAINT entidad_ubigeo_fkey REFERENCES portal.ubigeo,
    padre_id bigint CONSTRAINT entidad_padre_id_fkey REFERENCES portal.entidad,
    vigente_desde date,
    vigente_hasta date,
    contacto_nombre text CONSTRAINT entidad_contacto_nombre_check
        CHECK (char_length(contacto_nombre) BETWEEN 1 AND 150),
    contacto_correo text CONSTRAINT entidad_contacto_correo_format
        CHECK (contacto_correo ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'
        AND char_length(contacto_correo) <= 254),
    contacto_telefono text
        CONSTRAINT entidad_contacto_telefono_format
        CHECK (contacto_telefono ~ '^[0-9 ()+-]{6,30}$'),
    fuente text CONSTRAINT entidad_fuente_check CHECK (char_length(fuente) <= 300),
    version integer NOT NULL DEFAULT 1,
    busqueda text COLLATE "C" NOT NULL GENERATED ALWAYS AS (portal.portal_buscable(
        nombre || ' ' || coalesce(sigla, '') || ' ' || coalesce(ruc, ''))) STORED,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT entidad_padre_id_check CHECK (padre_id <> id),
    CONSTRAINT entidad_vigente_range CHECK (vigente_hasta >= vigente_desde)
);
COMMENT ON TABLE portal.entidad
    IS 'Public entities; clave is the natural key of the loading files (MINEDU, GR-02, '
    'MUNI-150101)';
CREATE INDEX entidad_ubigeo_idx ON portal.entidad (ubigeo);
CREATE INDEX entidad_tipo_idx ON portal.entidad (tipo, id);
CREATE INDEX entidad_padre_id_idx ON portal.entidad (padre_id) WHERE padre_id IS NOT NULL;
CREATE INDEX entidad_busqueda_idx ON portal.entidad (busqueda, id);

CREATE TABLE portal.organo (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL CONSTRAINT organo_entidad_id_fkey REFERENCES portal.entidad,
    nombre text NOT NULL CONSTRAINT organo_nombre_check
        CHECK (char_length(nombre) BETWEEN 2 AND 200),
    sigla text CONSTRAINT organo_sigla_check CHECK (char_length(sigla) BETWEEN 1 AND 30),
    tipo text NOT NULL CONSTRAINT organo_tipo_check
        CHECK (tipo IN ('ALTA_DIRECCION', 'LINEA', 'ASESORAMIENTO', 'APOYO',
        'CONTROL', 'DEFENSA', 'DESCONCENTRADO', 'CONSULTIVO')),
    nivel integer NOT NULL CONSTRAINT organo_nivel_range CHECK (nivel BETWEEN 1 AND 3),
    padre_id bigint,
    es_predeterminado boolean NOT NULL DEFAULT false,
    vigente_desde date,
    vigente_hasta date,
    es_administracion_interna boolean NOT NULL
        GENERATED ALWAYS AS (tipo IN ('ASESORAMIENTO', 'APOYO')) STORED,
    version integer NOT NULL DEFAULT 1,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT organo_entidad_id_id_key UNIQUE (entidad_id, id),
    CONSTRAINT organo_padre_id_fkey FOREIGN KEY (entidad_id, padre_id)
        REFERENCES portal.organo (entidad_id, id),
    CONSTRAINT organo_padre_id_check CHECK (padre_id <> id),
    CONSTRAINT organo_vigente_range CHECK (vigente_hasta >= vigente_desde)
);
COMMENT ON TABLE portal.organo
    IS 'Organs and units of an entity by organisational level; es_predeterminado is the one a form '
    'proposes';
CREATE UNIQUE INDEX organo_nombre_key ON portal.organo (entidad_id, portal.portal_buscable(nombre))
    WHERE vigente_hasta IS NULL;
CREATE UNIQUE INDEX organo_es_predeterminado_key ON portal.organo (entidad_id)
    WHERE es_predeterminado;
