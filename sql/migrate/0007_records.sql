-- Audit, looks at records, exports, work queue and outbox.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.auditoria (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ocurrido_en timestamptz NOT NULL DEFAULT clock_timestamp(),
    usuario_id bigint,
    rol text,
    entidad_id bigint,
    persona_id bigint,
    address text,
    request text,
    tabla text NOT NULL,
    registro_id text NOT NULL,
    accion text NOT NULL CONSTRAINT auditoria_accion_check
        CHECK (accion IN ('INSERT', 'UPDATE', 'DELETE')),
    antes jsonb,
    despues jsonb
);
COMMENT ON TABLE portal.auditoria
    IS 'Each write, by a trigger that no page can skip; an update keeps only the columns that '
    'changed, secrets are masked. No foreign keys: it outlives what it tells of';
CREATE INDEX auditoria_ocurrido_en_idx ON portal.auditoria (ocurrido_en, id);
CREATE INDEX auditoria_usuario_id_idx ON portal.auditoria (usuario_id, id);
CREATE INDEX auditoria_entidad_id_idx ON portal.auditoria (entidad_id, id);
CREATE INDEX auditoria_persona_id_idx ON portal.auditoria (persona_id, id)
    WHERE persona_id IS NOT NULL;
CREATE INDEX auditoria_registro_idx ON portal.auditoria (tabla, registro_id, id);

CREATE TABLE portal.acceso (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ocurrido_en timestamptz NOT NULL DEFAULT now(),
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario(),
    rol text NOT NULL DEFAULT portal.actual_rol(),
    tabla text NOT NULL CONSTRAINT acceso_tabla_format CHECK (tabla ~ '^[a-z_]{3,40}$'),
    registro_id text NOT NULL
        CONSTRAINT acceso_registro_id_check CHECK (char_length(registro_id) BETWEEN 1 AND 60),
    persona_id bigint,
    entidad_id bigint DEFAULT portal.actual_entidad(),
    address text DEFAULT portal.actual_address(),
    request text DEFAULT portal.actual_request()
);
COMMENT ON TABLE portal.acceso IS 'Who looked at whose record, when and from where';
CREATE INDEX acceso_persona_id_idx ON portal.acceso (persona_id, id) WHERE persona_id IS NOT NULL;
CREATE INDEX acceso_usuario_id_idx ON portal.acceso (usuario_id, id);
CREATE INDEX acceso_ocurrido_en_idx ON portal.acceso (ocurrido_en, id);

CREATE TABLE portal.exportacion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ocurrido_en timestamptz NOT NULL DEFAULT now(),
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT exportacion_usuario_id_fkey REFERENCES portal.usuario,
    rol text NOT NULL DEFAULT portal.actual_rol(),
    entidad_id bigint DEFAULT portal.actual_entidad(),
    que text NOT NULL CONSTRAINT exportacion_que_check CHECK (char_length(que) BETWEEN 1 AND 60),
    proposito text NOT NULL
        CONSTRAINT exportacion_proposito_check CHECK (char_length(proposito) BETWEEN 3 AND 300),
    filtros jsonb NOT NULL DEFAULT '{}'
        CONSTRAINT exportacion_filtros_check CHECK (pg_column_size(filtros) <= 8192),
    filas integer NOT NULL DEFAULT 0 CONSTRAINT exportacion_filas_range CHECK (filas >= 0),
    address text DEFAULT portal.actual_address(),
    request text DEFAULT portal.actual_request()
);
COMMENT ON TABLE portal.exportacion
    IS 'Each export of personal data: who, what for, which filters, how many rows';
CREATE INDEX exportacion_usuario_id_idx ON portal.exportacion (usuario_id, id);

CREATE TABLE portal.cola (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tipo text NOT NULL CONSTRAINT cola_tipo_format CHECK (tipo ~ '^[A-Z_]{3,40}$'),
    clave text COLLATE "C" NOT NULL CONSTRAINT cola_clave_key UNIQUE
        CONSTRAINT cola_clave_check CHECK (char_length(clave) BETWEEN 1 AND 200),
    datos jsonb NOT NULL DEFAULT '{}'
        CONSTRAINT cola_datos_check CHECK (pg_column_size(datos) <= 16384),
    estado text NOT NULL DEFAULT 'PENDIENTE'
        CONSTRAINT cola_estado_check
        CHECK (estado IN ('PENDIENTE', 'EN_CURSO', 'HECHA', 'FALLIDA')),
    intentos integer NOT NULL DEFAULT 0,
    proximo_en timestamptz NOT NULL DEFAULT now(),
    tomado_en timestamptz,
    terminado_en timestamptz,
    error text CONSTRAINT cola_error_check CHECK (char_length(error) <= 2000),
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.cola
    IS 'Background work, taken with SKIP LOCKED; clave makes a second request for the same work '
    'harmless';
CREATE INDEX cola_proximo_en_idx ON portal.cola (proximo_en)
    WHERE estado IN ('PENDIENTE', 'EN_CURSO');

CREATE TABLE portal.correo (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    clave text COLLATE "C" NOT NULL CONSTRAINT correo_clave_key UNIQUE
        CONSTRAINT correo_clave_check CHECK (char_length(clave) BETWEEN 1 AND 200),
    destinatario text NOT NULL
        CONSTRAINT correo_destinatario_format
        CHECK (destinatario ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND char_length(destinatario) <= 254),
    asunto text NOT NULL CONSTRAINT correo_asunto_check
        CHECK (char_length(asunto) BETWEEN 1 AND 200 AND asunto !~ '[\r\n]'),
    cuerpo text NOT NULL CONSTRAINT correo_cuerpo_check CHECK (char_length(cuerpo) <= 20000),
    motivo text NOT NULL CONSTRAINT correo_motivo_check
        CHECK (char_length(motivo) BETWEEN 1 AND 200),
    secreto boolean NOT NULL DEFAULT false,
    usuario_id bigint CONSTRAINT correo_usuario_id_fkey REFERENCES portal.usuario,
    estado text NOT NULL DEFAULT 'PENDIENTE'
        CONSTRAINT correo_estado_check CHECK (estado IN ('PENDIENTE', 'ENVIADO', 'FALLIDO')),
    error text CONSTRAINT correo_error_check CHECK (char_length(error) <= 2000),
    creado_en timestamptz NOT NULL DEFAULT now(),
    enviado_en timestamptz
);
COMMENT ON TABLE portal.correo
    IS 'Outbox; the body of a secret one (it carries a personal link) is blanked when sent';
CREATE INDEX correo_estado_idx ON portal.correo (estado, id);
