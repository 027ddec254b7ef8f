-- Accounts, dated roles with their scope, sessions, personal links, drafts.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.rol (
    codigo text COLLATE "C" PRIMARY KEY
        CONSTRAINT rol_codigo_format CHECK (codigo ~ '^[A-Z_]{3,30}$'),
    nombre text NOT NULL CONSTRAINT rol_nombre_check CHECK (char_length(nombre) BETWEEN 3 AND 60),
    ambito text NOT NULL CONSTRAINT rol_ambito_check
        CHECK (ambito IN ('TODO', 'TERRITORIO', 'ENTIDAD', 'PERSONA')),
    orden integer NOT NULL
);
COMMENT ON TABLE portal.rol
    IS 'Roles of an account and the kind of scope each needs; orden: which one a session starts '
    'with';
INSERT INTO portal.rol (codigo, nombre, ambito, orden) VALUES
    ('SERVIR_ADMIN', 'Administración de SERVIR', 'TODO', 1),
    ('SERVIR_REVISOR', 'Revisión de SERVIR', 'TODO', 2),
    ('AUDITOR', 'Auditoría', 'TODO', 3),
    ('GESTOR', 'Gestión de acompañamiento', 'TERRITORIO', 4),
    ('ORH_JEFE', 'Jefatura de ORH', 'ENTIDAD', 5),
    ('ORH_ANALISTA', 'Analista de ORH', 'ENTIDAD', 6),
    ('JEFE', 'Jefatura inmediata', 'PERSONA', 7),
    ('SERVIDOR', 'Servidor', 'PERSONA', 8);

CREATE TABLE portal.usuario (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    persona_id bigint NOT NULL CONSTRAINT usuario_persona_id_key UNIQUE
        CONSTRAINT usuario_persona_id_fkey REFERENCES portal.persona,
    correo text CONSTRAINT usuario_correo_format
        CHECK (correo ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' AND char_length(correo) <= 254),
    clave_hash text CONSTRAINT usuario_clave_hash_format
        CHECK (clave_hash ~ '^\$argon2id\$' AND char_length(clave_hash) <= 256),
    clave_cambiada_en timestamptz,
    debe_cambiar_clave boolean NOT NULL DEFAULT false,
    estado text NOT NULL DEFAULT 'INVITADO'
        CONSTRAINT usuario_estado_check CHECK (estado IN ('INVITADO', 'ACTIVO', 'SUSPENDIDO')),
    bloqueado_hasta timestamptz,
    ultimo_ingreso_en timestamptz,
    creado_por bigint DEFAULT portal.actual_usuario()
        CONSTRAINT usuario_creado_por_fkey REFERENCES portal.usuario,
    version integer NOT NULL DEFAULT 1,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT usuario_clave_hash_check CHECK (estado <> 'ACTIVO' OR clave_hash IS NOT NULL)
);
COMMENT ON TABLE portal.usuario
    IS 'Accounts; the identity is the person''s document. correo: where links of this account go, '
    'which an ORH cannot change';

CREATE TABLE portal.asignacion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    usuario_id bigint NOT NULL CONSTRAINT asignacion_usuario_id_fkey REFERENCES portal.usuario,
    rol text COLLATE "C" NOT NULL CONSTRAINT asignacion_rol_fkey REFERENCES portal.rol,
    entidad_id bigint CONSTRAINT asignacion_entidad_id_fkey REFERENCES portal.entidad,
    desde date NOT NULL DEFAULT portal.hoy(),
    hasta date,
    otorgada_por bigint DEFAULT portal.actual_usuario()
        CONSTRAINT asignacion_otorgada_por_fkey REFERENCES portal.usuario,
    motivo text CONSTRAINT asignacion_motivo_check CHECK (char_length(motivo) BETWEEN 1 AND 300),
    sustituye_a bigint CONSTRAINT asignacion_sustituye_a_fkey REFERENCES portal.asignacion,
    revocada_en timestamptz,
    revocada_por bigint CONSTRAINT asignacion_revocada_por_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT asignacion_hasta_range CHECK (hasta >= desde),
    CONSTRAINT asignacion_sustituye_a_check CHECK (sustituye_a IS NULL OR hasta IS NOT NULL),
    CONSTRAINT asignacion_entidad_id_check CHECK (CASE
        WHEN rol IN ('ORH_JEFE', 'ORH_ANALISTA') THEN entidad_id IS NOT NULL
        WHEN rol IN ('JEFE', 'SERVIDOR') THEN true ELSE entidad_id IS NULL END),
    CONSTRAINT asignacion_periodo_key EXCLUDE USING gist (usuario_id WITH =, rol WITH =,
        coalesce(entidad_id, 0) WITH =, daterange(desde, hasta, '[]') WITH &&)
        WHERE (revocada_en IS NULL)
);
COMMENT ON TABLE portal.asignacion
    IS 'A role given to an account from a date, until a date or revoked; sustituye_a: the one it '
    'stands in for';
CREATE INDEX asignacion_usuario_id_idx ON portal.asignacion (usuario_id);
CREATE INDEX asignacion_entidad_id_idx ON portal.asignacion (entidad_id, rol)
    WHERE entidad_id IS NOT NULL;

CREATE TABLE portal.asignacion_ambito (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    asignacion_id bigint NOT NULL
        CONSTRAINT asignacion_ambito_asignacion_id_fkey REFERENCES portal.asignacion,
    entidad_id bigint CONSTRAINT asignacion_ambito_entidad_id_fkey REFERENCES portal.entidad,
    region text COLLATE "C" CONSTRAINT asignacion_ambito_region_fkey REFERENCES portal.ubigeo
        CONSTRAINT asignacion_ambito_region_format CHECK (region ~ '^[0-9]{2}$'),
    CONSTRAINT asignacion_ambito_check CHECK (num_nonnulls(entidad_id, region) = 1),
    CONSTRAINT asignacion_ambito_entidad_id_key UNIQUE (asignacion_id, entidad_id),
    CONSTRAINT asignacion_ambito_region_key UNIQUE (asignacion_id, region)
);
COMMENT ON TABLE portal.asignacion_ambito IS 'The entities or regions of a gestor';

CREATE TABLE portal.sesion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea NOT NULL CONSTRAINT sesion_token_hash_key UNIQUE
        CONSTRAINT sesion_token_hash_format CHECK (octet_length(token_hash) = 32),
    csrf text NOT NULL DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
    usuario_id bigint NOT NULL CONSTRAINT sesion_usuario_id_fkey REFERENCES portal.usuario,
    asignacion_id bigint NOT NULL CONSTRAINT sesion_asignacion_id_fkey REFERENCES portal.asignacion,
    creado_en timestamptz NOT NULL DEFAULT now(),
    visto_en timestamptz NOT NULL DEFAULT now(),
    expira_en timestamptz NOT NULL,
    cerrada_en timestamptz,
    address text NOT NULL CONSTRAINT sesion_address_check CHECK (char_length(address) <= 45),
    user_agent text NOT NULL
        CONSTRAINT sesion_user_agent_check CHECK (char_length(user_agent) <= 400)
);
COMMENT ON TABLE portal.sesion IS 'Sessions; only the SHA-256 of the token is kept';
CREATE INDEX sesion_usuario_id_idx ON portal.sesion (usuario_id, cerrada_en);

CREATE TABLE portal.intento_acceso (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    documento_hash bytea NOT NULL,
    address text NOT NULL
        CONSTRAINT intento_acceso_address_check CHECK (char_length(address) <= 45),
    exito boolean NOT NULL,
    tipo text NOT NULL DEFAULT 'INGRESO'
        CONSTRAINT intento_acceso_tipo_check CHECK (tipo IN ('INGRESO', 'RECUPERACION')),
    ocurrido_en timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE portal.intento_acceso
    IS 'Sign-in attempts, for throttling; what was typed as a document is kept as a hash only';
CREATE INDEX intento_acceso_documento_idx ON portal.intento_acceso (documento_hash, ocurrido_en);
CREATE INDEX intento_acceso_address_idx ON portal.intento_acceso (address, ocurrido_en);

CREATE TABLE portal.enlace (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea NOT NULL CONSTRAINT enlace_token_hash_key UNIQUE
        CONSTRAINT enlace_token_hash_format CHECK (octet_length(token_hash) = 32),
    usuario_id bigint NOT NULL CONSTRAINT enlace_usuario_id_fkey REFERENCES portal.usuario,
    tipo text NOT NULL CONSTRAINT enlace_tipo_check CHECK (tipo IN ('INVITACION', 'RECUPERACION')),
    expira_en timestamptz NOT NULL,
    usado_en timestamptz,
    anulado_en timestamptz,
    creado_por bigint DEFAULT portal.actual_usuario()
        CONSTRAINT enlace_creado_por_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.enlace
    IS 'Personal links: used once, only by POST; a new one annuls those before it';
CREATE INDEX enlace_usuario_id_idx ON portal.enlace (usuario_id)
    WHERE usado_en IS NULL AND anulado_en IS NULL;

CREATE TABLE portal.formulario_pendiente (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    usuario_id bigint NOT NULL
        CONSTRAINT formulario_pendiente_usuario_id_fkey REFERENCES portal.usuario,
    ruta text NOT NULL CONSTRAINT formulario_pendiente_ruta_format
        CHECK (ruta ~ '^/[^/\\]' AND char_length(ruta) <= 4700),
    cuerpo text NOT NULL CONSTRAINT formulario_pendiente_cuerpo_check
        CHECK (octet_length(cuerpo) <= 65536),
    creado_en timestamptz NOT NULL DEFAULT now(),
    expira_en timestamptz NOT NULL
);
COMMENT ON TABLE portal.formulario_pendiente
    IS 'What was being sent when a session had expired, to be shown again after signing in';
CREATE INDEX formulario_pendiente_usuario_id_idx ON portal.formulario_pendiente (usuario_id, id);

CREATE TABLE portal.registro_borrador (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token text COLLATE "C" NOT NULL CONSTRAINT registro_borrador_token_key UNIQUE
        CONSTRAINT registro_borrador_token_format CHECK (token ~ '^[A-Za-z0-9_-]{43}$'),
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT registro_borrador_usuario_id_fkey REFERENCES portal.usuario,
    entidad_id bigint NOT NULL
        CONSTRAINT registro_borrador_entidad_id_fkey REFERENCES portal.entidad,
    tipo_documento text COLLATE "C" NOT NULL
        CONSTRAINT registro_borrador_tipo_documento_fkey REFERENCES portal.tipo_documento,
    numero_documento text COLLATE "C" NOT NULL
        CONSTRAINT registro_borrador_numero_documento_format
        CHECK (numero_documento ~ '^[0-9A-Z]{4,15}$'),
    datos jsonb NOT NULL DEFAULT '{}'
        CONSTRAINT registro_borrador_datos_check
        CHECK (jsonb_typeof(datos) = 'object' AND pg_column_size(datos) <= 16384),
    completo boolean NOT NULL DEFAULT false,
    vinculo_id bigint CONSTRAINT registro_borrador_vinculo_id_fkey REFERENCES portal.vinculo,
    creado_en timestamptz NOT NULL DEFAULT now(),
    actualizado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.registro_borrador
    IS 'A registration on its way; its token is the idempotency key: sent twice it answers the '
    'same vinculo';
CREATE INDEX registro_borrador_usuario_id_idx ON portal.registro_borrador (usuario_id)
    WHERE vinculo_id IS NULL;

CREATE TABLE portal.aviso_lectura (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT aviso_lectura_usuario_id_fkey REFERENCES portal.usuario,
    version text NOT NULL
        CONSTRAINT aviso_lectura_version_check CHECK (char_length(version) BETWEEN 1 AND 30),
    address text CONSTRAINT aviso_lectura_address_check CHECK (char_length(address) <= 45),
    leido_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT aviso_lectura_version_key UNIQUE (usuario_id, version)
);
COMMENT ON TABLE portal.aviso_lectura
    IS 'Which version of the privacy notice each account has read, and when';

ALTER TABLE portal.vinculo_cambio
    ADD CONSTRAINT vinculo_cambio_usuario_id_fkey FOREIGN KEY (usuario_id)
        REFERENCES portal.usuario;
