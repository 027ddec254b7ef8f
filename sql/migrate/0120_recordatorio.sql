-- Reminders: who was written to and why, the addresses that bounce, who asked for silence, pauses.

SET LOCAL ROLE portal_owner;

-- retorno: part of the return path, so that a bounce names its mail and nobody can invent one.
ALTER TABLE portal.correo
    ADD COLUMN retorno text COLLATE "C" NOT NULL
        DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 20)
        CONSTRAINT correo_retorno_key UNIQUE,
    DROP CONSTRAINT correo_estado_check,
    ADD CONSTRAINT correo_estado_check
        CHECK (estado IN ('PENDIENTE', 'ENVIADO', 'FALLIDO', 'REBOTADO', 'DETENIDO'));
COMMENT ON COLUMN portal.correo.estado
    IS 'REBOTADO: no such mailbox, said at once or later by a notice; DETENIDO: not sent on purpose';

CREATE TABLE portal.correo_rebote (
    correo_clave text COLLATE "C" PRIMARY KEY
        CONSTRAINT correo_rebote_correo_clave_check CHECK (char_length(correo_clave) <= 254),
    correo_id bigint CONSTRAINT correo_rebote_correo_id_fkey REFERENCES portal.correo,
    origen text NOT NULL CONSTRAINT correo_rebote_origen_check CHECK (origen IN ('ENVIO', 'AVISO')),
    detalle text NOT NULL CONSTRAINT correo_rebote_detalle_check CHECK (char_length(detalle) <= 500),
    desde timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.correo_rebote
    IS 'Addresses in lower case that do not take mail: nothing more goes there; a corrected address '
    'is another one';

CREATE TABLE portal.recordatorio_envio (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    correo_id bigint NOT NULL CONSTRAINT recordatorio_envio_correo_id_key UNIQUE
        CONSTRAINT recordatorio_envio_correo_id_fkey REFERENCES portal.correo,
    correo_clave text COLLATE "C" NOT NULL,
    dia date NOT NULL,
    estado text NOT NULL DEFAULT 'PLANEADO' CONSTRAINT recordatorio_envio_estado_check
        CHECK (estado IN ('PLANEADO', 'ENVIADO', 'DETENIDO', 'REBOTADO', 'FALLIDO')),
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.recordatorio_envio
    IS 'One mail to one mailbox, which gathers what is due for everybody who uses it; dia: when it '
    'was planned, then when it was last tried';
CREATE INDEX recordatorio_envio_clave_idx ON portal.recordatorio_envio (correo_clave, dia);

CREATE TABLE portal.recordatorio (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    envio_id bigint NOT NULL CONSTRAINT recordatorio_envio_id_fkey REFERENCES portal.recordatorio_envio,
    persona_id bigint NOT NULL CONSTRAINT recordatorio_persona_id_fkey REFERENCES portal.persona,
    rol text NOT NULL CONSTRAINT recordatorio_rol_check CHECK (rol IN ('SERVIDOR', 'JEFE', 'ORH')),
    regla text NOT NULL
        CONSTRAINT recordatorio_regla_check CHECK (regla IN ('POR_VENCER', 'VENCIDA', 'RESUMEN')),
    objeto text COLLATE "C" NOT NULL
        CONSTRAINT recordatorio_objeto_format CHECK (objeto ~ '^[a-z]+-[A-Za-z0-9-]{1,60}$'),
    entidad_id bigint NOT NULL CONSTRAINT recordatorio_entidad_id_fkey REFERENCES portal.entidad,
    vinculo_id bigint CONSTRAINT recordatorio_vinculo_id_fkey REFERENCES portal.vinculo,
    etapa_id bigint CONSTRAINT recordatorio_etapa_id_fkey REFERENCES portal.etapa,
    destinatario text NOT NULL,
    texto text NOT NULL CONSTRAINT recordatorio_texto_check CHECK (char_length(texto) <= 600),
    dia date NOT NULL,
    estado text NOT NULL DEFAULT 'PLANEADO' CONSTRAINT recordatorio_estado_check
        CHECK (estado IN ('PLANEADO', 'ENVIADO', 'DETENIDO', 'REBOTADO', 'FALLIDO')),
    detalle text CONSTRAINT recordatorio_detalle_check CHECK (char_length(detalle) <= 500),
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.recordatorio
    IS 'A reason to write to somebody, once: what was said, by which rule, and what became of it. One '
    'that was stopped, bounced or failed may come again';
CREATE UNIQUE INDEX recordatorio_objeto_key ON portal.recordatorio (persona_id, regla, objeto)
    WHERE estado IN ('PLANEADO', 'ENVIADO');
CREATE INDEX recordatorio_envio_id_idx ON portal.recordatorio (envio_id);
CREATE INDEX recordatorio_entidad_id_idx ON portal.recordatorio (entidad_id, id);
CREATE INDEX recordatorio_persona_id_idx ON portal.recordatorio (persona_id, envio_id);
CREATE INDEX recordatorio_vinculo_id_idx ON portal.recordatorio (vinculo_id);
CREATE INDEX recordatorio_etapa_id_idx ON portal.recordatorio (etapa_id);

CREATE TABLE portal.recordatorio_enlace (
    token_hash bytea PRIMARY KEY
        CONSTRAINT recordatorio_enlace_token_hash_format CHECK (octet_length(token_hash) = 32),
    envio_id bigint NOT NULL
        CONSTRAINT recordatorio_enlace_envio_id_fkey REFERENCES portal.recordatorio_envio
);
COMMENT ON TABLE portal.recordatorio_enlace
    IS 'Links at the foot of a reminder that stop them; a mail that was tried twice has two';
CREATE INDEX recordatorio_enlace_envio_id_idx ON portal.recordatorio_enlace (envio_id);

CREATE TABLE portal.recordatorio_baja (
    persona_id bigint PRIMARY KEY
        CONSTRAINT recordatorio_baja_persona_id_fkey REFERENCES portal.persona,
    creado_en timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE portal.recordatorio_baja IS 'Who asked for no more reminders';

CREATE TABLE portal.recordatorio_pausa (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL
        CONSTRAINT recordatorio_pausa_entidad_id_fkey REFERENCES portal.entidad,
    persona_id bigint CONSTRAINT recordatorio_pausa_persona_id_fkey REFERENCES portal.persona,
    motivo text NOT NULL CONSTRAINT recordatorio_pausa_motivo_check
        CHECK (char_length(motivo) BETWEEN 3 AND 300),
    hasta date,
    creado_por bigint NOT NULL DEFAULT portal.actual_usuario()
        CONSTRAINT recordatorio_pausa_creado_por_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    levantada_en timestamptz
);
COMMENT ON TABLE portal.recordatorio_pausa
    IS 'No reminders about an entity, or about one of its people (persona_id), until a date or lifted';
CREATE UNIQUE INDEX recordatorio_pausa_vigente_key
    ON portal.recordatorio_pausa (entidad_id, (coalesce(persona_id, 0))) WHERE levantada_en IS NULL;
CREATE INDEX recordatorio_pausa_persona_id_idx ON portal.recordatorio_pausa (persona_id);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['correo_rebote', 'recordatorio_envio', 'recordatorio', 'recordatorio_enlace',
                             'recordatorio_baja', 'recordatorio_pausa'] LOOP
        EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', t);
    END LOOP;
END $$;
GRANT SELECT ON portal.recordatorio, portal.correo_rebote, portal.recordatorio_baja TO portal_app;
GRANT SELECT, INSERT, UPDATE ON portal.recordatorio_pausa TO portal_app;
CREATE POLICY recordatorio_lectura ON portal.recordatorio FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
-- The background worker writes them into a mail.
GRANT SELECT ON portal.recordatorio TO portal_fondo;
CREATE POLICY recordatorio_fondo ON portal.recordatorio FOR SELECT TO portal_fondo USING (true);
-- Through the people that show.
CREATE POLICY correo_rebote_lectura ON portal.correo_rebote FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR EXISTS (SELECT FROM portal.persona p WHERE p.correo_clave = correo_rebote.correo_clave));
CREATE POLICY recordatorio_baja_lectura ON portal.recordatorio_baja FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR EXISTS (SELECT FROM portal.vinculo v WHERE v.persona_id = recordatorio_baja.persona_id));
CREATE POLICY recordatorio_pausa_lectura ON portal.recordatorio_pausa FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[]));
CREATE POLICY recordatorio_pausa_alta ON portal.recordatorio_pausa FOR INSERT WITH CHECK (
    creado_por = (SELECT portal.actual_usuario())
    AND ((SELECT portal.es_admin())
         OR (entidad_id = (SELECT portal.ambito_orh())
             AND (persona_id IS NULL OR EXISTS (
                 SELECT FROM portal.vinculo v
                 WHERE v.persona_id = recordatorio_pausa.persona_id AND v.entidad_id = recordatorio_pausa.entidad_id)))));
CREATE POLICY recordatorio_pausa_cambio ON portal.recordatorio_pausa FOR UPDATE USING (
    (SELECT portal.es_admin()) OR entidad_id = (SELECT portal.ambito_orh()));
-- Of the functions alone.
CREATE POLICY recordatorio_envio_lectura ON portal.recordatorio_envio FOR SELECT USING ((SELECT portal.ve_todo()));
CREATE POLICY recordatorio_enlace_lectura ON portal.recordatorio_enlace FOR SELECT USING (false);

-- A reminder never waits before a mail that somebody asked for.
CREATE INDEX cola_turno_idx ON portal.cola ((tipo = 'RECORDATORIO'), proximo_en, id)
    WHERE estado IN ('PENDIENTE', 'EN_CURSO');
DROP INDEX portal.cola_proximo_en_idx;
-- Which stages come due, over all entities.
CREATE INDEX etapa_por_recordar_idx ON portal.etapa (fecha_limite) WHERE estado IN ('PENDIENTE', 'EN_CURSO');
