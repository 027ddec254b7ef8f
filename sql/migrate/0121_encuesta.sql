-- The survey at the end of an induction: who has answered is in one table, what was answered in
-- another, and nothing leads from one to the other.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.encuesta (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edicion_id bigint NOT NULL CONSTRAINT encuesta_edicion_id_fkey REFERENCES portal.edicion,
    version integer NOT NULL CONSTRAINT encuesta_version_range CHECK (version > 0),
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT encuesta_version_key UNIQUE (edicion_id, version)
);
COMMENT ON TABLE portal.encuesta IS 'Versions of the questions of an edition; the newest is asked';

CREATE TABLE portal.encuesta_pregunta (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    encuesta_id bigint NOT NULL
        CONSTRAINT encuesta_pregunta_encuesta_id_fkey REFERENCES portal.encuesta,
    numero integer NOT NULL CONSTRAINT encuesta_pregunta_numero_range CHECK (numero BETWEEN 1 AND 6),
    texto text NOT NULL
        CONSTRAINT encuesta_pregunta_texto_check CHECK (char_length(texto) BETWEEN 5 AND 200),
    tipo text NOT NULL
        CONSTRAINT encuesta_pregunta_tipo_check CHECK (tipo IN ('ESCALA', 'SI_NO', 'TEXTO')),
    etapa text CONSTRAINT encuesta_pregunta_etapa_check
        CHECK (etapa IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    CONSTRAINT encuesta_pregunta_numero_key UNIQUE (encuesta_id, numero)
);
COMMENT ON TABLE portal.encuesta_pregunta IS 'At most six questions of a version; a text may stay empty';

CREATE TABLE portal.encuesta_permiso (
    inscripcion_id bigint PRIMARY KEY
        CONSTRAINT encuesta_permiso_inscripcion_id_fkey REFERENCES portal.inscripcion,
    token_hash bytea CONSTRAINT encuesta_permiso_token_hash_key UNIQUE
        CONSTRAINT encuesta_permiso_token_hash_format CHECK (octet_length(token_hash) = 32),
    usada boolean NOT NULL DEFAULT false,
    barajada boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE portal.encuesta_permiso
    IS 'Who may answer by a link and who has answered, without when. Each night the rows used since '
    'are written again together, so that none bears the mark of the transaction that used it';

CREATE TABLE portal.encuesta_buzon (
    encuesta_id bigint NOT NULL CONSTRAINT encuesta_buzon_encuesta_id_fkey REFERENCES portal.encuesta,
    mes date NOT NULL,
    entidad_id bigint CONSTRAINT encuesta_buzon_entidad_id_fkey REFERENCES portal.entidad,
    region text COLLATE "C",
    respuestas text[] NOT NULL
);
COMMENT ON TABLE portal.encuesta_buzon
    IS 'Sheets until enough of them wait to be mixed; emptied and written anew, in another order, '
    'each night';

CREATE TABLE portal.encuesta_respuesta (
    clave uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    encuesta_id bigint NOT NULL
        CONSTRAINT encuesta_respuesta_encuesta_id_fkey REFERENCES portal.encuesta,
    numero integer NOT NULL,
    mes date NOT NULL,
    entidad_id bigint CONSTRAINT encuesta_respuesta_entidad_id_fkey REFERENCES portal.entidad,
    region text COLLATE "C",
    valor integer CONSTRAINT encuesta_respuesta_valor_range CHECK (valor BETWEEN 0 AND 5),
    texto text CONSTRAINT encuesta_respuesta_texto_check CHECK (char_length(texto) <= 300)
);
COMMENT ON TABLE portal.encuesta_respuesta
    IS 'One answer to one question: no person, no account, no time, no order, and nothing that tells '
    'which answers came together. Entity or region only when several of it came at once';
CREATE INDEX encuesta_respuesta_encuesta_id_idx ON portal.encuesta_respuesta (encuesta_id, entidad_id);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['encuesta', 'encuesta_pregunta', 'encuesta_permiso', 'encuesta_buzon',
                             'encuesta_respuesta'] LOOP
        EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY %1$s_lectura ON portal.%1$s FOR SELECT USING (%2$s)', t,
                       CASE WHEN t IN ('encuesta', 'encuesta_pregunta') THEN 'true' ELSE 'false' END);
    END LOOP;
END $$;
GRANT SELECT ON portal.encuesta, portal.encuesta_pregunta TO portal_app;
GRANT TRUNCATE ON portal.encuesta_buzon TO portal_definer;
