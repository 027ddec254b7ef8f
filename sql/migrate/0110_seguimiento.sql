-- Follow-up by the gestores: whose entity it is, contacts, commitments, and the queries of an ORH
-- with their answer clock.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.cartera (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL CONSTRAINT cartera_entidad_id_fkey REFERENCES portal.entidad,
    usuario_id bigint NOT NULL CONSTRAINT cartera_usuario_id_fkey REFERENCES portal.usuario,
    desde timestamptz NOT NULL DEFAULT now(),
    hasta timestamptz,
    motivo text CONSTRAINT cartera_motivo_check CHECK (char_length(motivo) BETWEEN 1 AND 300),
    asignada_por bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT cartera_asignada_por_fkey REFERENCES portal.usuario,
    CONSTRAINT cartera_hasta_range CHECK (hasta >= desde)
);
COMMENT ON TABLE portal.cartera
    IS 'Which gestor accompanies an entity, and who did before. It goes before the scope of a '
    'role: an entity entrusted to one gestor leaves the region of another';
CREATE UNIQUE INDEX cartera_entidad_id_key ON portal.cartera (entidad_id) WHERE hasta IS NULL;
CREATE INDEX cartera_historia_idx ON portal.cartera (entidad_id, id);
CREATE INDEX cartera_usuario_id_idx ON portal.cartera (usuario_id) WHERE hasta IS NULL;

CREATE TABLE portal.contacto (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL CONSTRAINT contacto_entidad_id_fkey REFERENCES portal.entidad,
    fecha date NOT NULL,
    canal text NOT NULL CONSTRAINT contacto_canal_check
        CHECK (canal IN ('LLAMADA', 'VISITA', 'CORREO', 'REUNION', 'NOTA')),
    con_quien text CONSTRAINT contacto_con_quien_check
        CHECK (char_length(con_quien) BETWEEN 1 AND 150),
    tema text NOT NULL CONSTRAINT contacto_tema_check CHECK (char_length(tema) BETWEEN 3 AND 150),
    nota text CONSTRAINT contacto_nota_check CHECK (char_length(nota) BETWEEN 1 AND 2000),
    corrige_id bigint CONSTRAINT contacto_corrige_id_fkey REFERENCES portal.contacto
        CONSTRAINT contacto_corrige_id_key UNIQUE,
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT contacto_usuario_id_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.contacto
    IS 'Calls, visits, mails and meetings with an ORH, append-only: what was wrong is corrected by '
    'a new one (corrige_id). SERVIR''s own notes: no ORH reads them';
CREATE INDEX contacto_entidad_id_idx ON portal.contacto (entidad_id, fecha, id);

CREATE TABLE portal.compromiso (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL CONSTRAINT compromiso_entidad_id_fkey REFERENCES portal.entidad,
    contacto_id bigint CONSTRAINT compromiso_contacto_id_fkey REFERENCES portal.contacto,
    texto text NOT NULL CONSTRAINT compromiso_texto_check
        CHECK (char_length(texto) BETWEEN 3 AND 300),
    responsable text NOT NULL
        CONSTRAINT compromiso_responsable_check CHECK (responsable IN ('ORH', 'SERVIR')),
    fecha_limite date NOT NULL,
    estado text NOT NULL DEFAULT 'ABIERTO'
        CONSTRAINT compromiso_estado_check CHECK (estado IN ('ABIERTO', 'CUMPLIDO', 'ANULADO')),
    motivo text CONSTRAINT compromiso_motivo_check CHECK (char_length(motivo) BETWEEN 1 AND 300),
    cerrado_en timestamptz,
    cerrado_por bigint CONSTRAINT compromiso_cerrado_por_fkey REFERENCES portal.usuario,
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT compromiso_usuario_id_fkey REFERENCES portal.usuario,
    version integer NOT NULL DEFAULT 1,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT compromiso_cerrado_en_check CHECK ((estado = 'ABIERTO') = (cerrado_en IS NULL)),
    CONSTRAINT compromiso_motivo_range CHECK (estado <> 'ANULADO' OR motivo IS NOT NULL)
);
COMMENT ON TABLE portal.compromiso
    IS 'What was agreed with an ORH, by whom and until when; overdue is derived. The ORH reads it';
CREATE INDEX compromiso_entidad_id_idx ON portal.compromiso (entidad_id, id);
CREATE INDEX compromiso_abierto_idx ON portal.compromiso (fecha_limite, entidad_id)
    WHERE estado = 'ABIERTO';

CREATE TABLE portal.compromiso_evento (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    compromiso_id bigint NOT NULL
        CONSTRAINT compromiso_evento_compromiso_id_fkey REFERENCES portal.compromiso,
    entidad_id bigint NOT NULL CONSTRAINT compromiso_evento_entidad_id_fkey REFERENCES portal.entidad,
    estado text NOT NULL CONSTRAINT compromiso_evento_estado_check
        CHECK (estado IN ('ABIERTO', 'CUMPLIDO', 'ANULADO')),
    motivo text CONSTRAINT compromiso_evento_motivo_check
        CHECK (char_length(motivo) BETWEEN 1 AND 300),
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT compromiso_evento_usuario_id_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.compromiso_evento
    IS 'Each change of a commitment, append-only: done, cancelled with its reason, opened again';
CREATE INDEX compromiso_evento_compromiso_id_idx
    ON portal.compromiso_evento (compromiso_id, id);

CREATE TABLE portal.consulta (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL CONSTRAINT consulta_entidad_id_fkey REFERENCES portal.entidad,
    vinculo_id bigint,
    asunto text NOT NULL CONSTRAINT consulta_asunto_check
        CHECK (char_length(asunto) BETWEEN 5 AND 150),
    estado text NOT NULL DEFAULT 'POR_RESPONDER'
        CONSTRAINT consulta_estado_check
        CHECK (estado IN ('POR_RESPONDER', 'POR_ACLARAR', 'RESPONDIDA', 'CERRADA')),
    vence_en timestamptz,
    atiende_id bigint CONSTRAINT consulta_atiende_id_fkey REFERENCES portal.usuario,
    para_admin boolean NOT NULL DEFAULT false,
    creado_por bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT consulta_creado_por_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT consulta_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id),
    CONSTRAINT consulta_vence_en_check CHECK ((estado = 'POR_RESPONDER') = (vence_en IS NOT NULL)),
    CONSTRAINT consulta_atiende_id_check CHECK (NOT para_admin OR atiende_id IS NULL)
);
COMMENT ON TABLE portal.consulta
    IS 'A question of an ORH to SERVIR; its id is its number. vence_en: SERVIR answers before, '
    'while it is SERVIR''s turn. atiende_id: the gestor it was referred to, else the entity''s own; '
    'para_admin: referred to SERVIR''s administration';
CREATE INDEX consulta_entidad_id_idx ON portal.consulta (entidad_id, id);
CREATE INDEX consulta_vence_en_idx ON portal.consulta (vence_en, id)
    WHERE estado = 'POR_RESPONDER';
CREATE INDEX consulta_atiende_id_idx ON portal.consulta (atiende_id)
    WHERE atiende_id IS NOT NULL;

CREATE TABLE portal.consulta_mensaje (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consulta_id bigint NOT NULL
        CONSTRAINT consulta_mensaje_consulta_id_fkey REFERENCES portal.consulta,
    entidad_id bigint NOT NULL CONSTRAINT consulta_mensaje_entidad_id_fkey REFERENCES portal.entidad,
    lado text NOT NULL CONSTRAINT consulta_mensaje_lado_check CHECK (lado IN ('ORH', 'SERVIR')),
    tipo text NOT NULL CONSTRAINT consulta_mensaje_tipo_check
        CHECK (tipo IN ('PREGUNTA', 'RESPUESTA', 'ACLARACION', 'DERIVACION', 'CIERRE', 'REAPERTURA')),
    interno boolean NOT NULL DEFAULT false,
    texto text CONSTRAINT consulta_mensaje_texto_check CHECK (char_length(texto) BETWEEN 1 AND 3000),
    usuario_id bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT consulta_mensaje_usuario_id_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT consulta_mensaje_texto_range CHECK (tipo IN ('CIERRE', 'DERIVACION') OR texto IS NOT NULL),
    CONSTRAINT consulta_mensaje_interno_check CHECK (NOT interno OR lado = 'SERVIR')
);
COMMENT ON TABLE portal.consulta_mensaje
    IS 'The thread of a query, append-only; interno: between SERVIR''s people, the ORH never reads it';
CREATE INDEX consulta_mensaje_consulta_id_idx ON portal.consulta_mensaje (consulta_id, id);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['cartera', 'contacto', 'compromiso', 'compromiso_evento', 'consulta',
                             'consulta_mensaje'] LOOP
        EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('GRANT SELECT, INSERT ON portal.%I TO portal_app', t);
    END LOOP;
END $$;

GRANT UPDATE (hasta) ON portal.cartera TO portal_app;
CREATE POLICY cartera_lectura ON portal.cartera FOR SELECT USING (
    (SELECT portal.ve_todo()) OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
CREATE POLICY cartera_alta ON portal.cartera FOR INSERT WITH CHECK (
    (SELECT portal.es_admin()) AND asignada_por = (SELECT portal.actual_usuario()));
CREATE POLICY cartera_cambio ON portal.cartera FOR UPDATE USING ((SELECT portal.es_admin()));

CREATE POLICY contacto_lectura ON portal.contacto FOR SELECT USING (
    (SELECT portal.ve_todo()) OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
CREATE POLICY contacto_alta ON portal.contacto FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND ((SELECT portal.es_revisor()) OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])));

GRANT UPDATE (estado, motivo, cerrado_en, cerrado_por, version) ON portal.compromiso TO portal_app;
CREATE POLICY compromiso_lectura ON portal.compromiso FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
CREATE POLICY compromiso_alta ON portal.compromiso FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND ((SELECT portal.es_revisor()) OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])));
CREATE POLICY compromiso_cambio ON portal.compromiso FOR UPDATE USING (
    (SELECT portal.es_revisor()) OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
CREATE POLICY compromiso_evento_lectura ON portal.compromiso_evento FOR SELECT USING (
    (SELECT portal.ve_todo()) OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
CREATE POLICY compromiso_evento_alta ON portal.compromiso_evento FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND EXISTS (SELECT FROM portal.compromiso c WHERE c.id = compromiso_id
                AND c.entidad_id = compromiso_evento.entidad_id)
    AND ((SELECT portal.es_revisor()) OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])));

-- A gestor also sees what was referred to them, whatever entity it comes from.
CREATE POLICY consulta_lectura ON portal.consulta FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR ((SELECT portal.actual_rol()) = 'GESTOR' AND atiende_id = (SELECT portal.actual_usuario())));
CREATE POLICY consulta_alta ON portal.consulta FOR INSERT WITH CHECK (
    creado_por = (SELECT portal.actual_usuario()) AND entidad_id = (SELECT portal.ambito_orh()));
-- Every later step is consulta_mover(): who refers a query may not see it afterwards.
CREATE POLICY consulta_mensaje_lectura ON portal.consulta_mensaje FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR (entidad_id = (SELECT portal.ambito_orh()) AND NOT interno)
    OR ((SELECT portal.actual_rol()) = 'GESTOR'
        AND EXISTS (SELECT FROM portal.consulta c WHERE c.id = consulta_id)));
CREATE POLICY consulta_mensaje_alta ON portal.consulta_mensaje FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND EXISTS (SELECT FROM portal.consulta c WHERE c.id = consulta_id
                AND c.entidad_id = consulta_mensaje.entidad_id)
    AND lado = 'ORH' AND entidad_id = (SELECT portal.ambito_orh()));

-- Rows: beyond the owner, whom the policies bind too.
RESET ROLE;
INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('semaforo_vencidas_rojo', '25',
     'Seguimiento: rojo cuando está vencido este porcentaje, o más, de las etapas por terminar'),
    ('semaforo_contacto_ambar', '30', 'Seguimiento: ámbar tras estos días sin contacto con la ORH'),
    ('semaforo_contacto_rojo', '60', 'Seguimiento: rojo tras estos días sin contacto con la ORH'),
    ('semaforo_compromiso_rojo', '7',
     'Seguimiento: rojo cuando un compromiso lleva más de estos días vencido'),
    ('consulta_plazo_dias', '2', 'Días hábiles para responder la consulta de una ORH'),
    ('consulta_hora_cierre', '17',
     'Hora a la que termina el día de atención; una consulta posterior cuenta desde el siguiente día hábil');
