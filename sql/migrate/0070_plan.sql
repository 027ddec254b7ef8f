-- The planning phase: materials, SERVIR's versions of the plan template, the plan of each entity.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.material (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint CONSTRAINT material_entidad_id_fkey REFERENCES portal.entidad,
    titulo text NOT NULL CONSTRAINT material_titulo_check CHECK (char_length(titulo) BETWEEN 3 AND 150),
    descripcion text CONSTRAINT material_descripcion_check CHECK (char_length(descripcion) BETWEEN 1 AND 1000),
    tipo text NOT NULL CONSTRAINT material_tipo_check CHECK (tipo IN ('ENLACE', 'ARCHIVO')),
    url text CONSTRAINT material_url_format CHECK (url ~ '^https?://[^\s]+$' AND char_length(url) <= 500),
    sha256 text COLLATE "C" CONSTRAINT material_sha256_format CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    mime text CONSTRAINT material_mime_format CHECK (mime ~ '^[a-z]+/[a-z0-9.+-]+$'),
    bytes integer CONSTRAINT material_bytes_range CHECK (bytes BETWEEN 1 AND 5242880),
    nombre_archivo text CONSTRAINT material_nombre_archivo_check
        CHECK (char_length(nombre_archivo) BETWEEN 1 AND 150),
    para_orh boolean NOT NULL DEFAULT false,
    para_jefe boolean NOT NULL DEFAULT false,
    para_servidor boolean NOT NULL DEFAULT false,
    etapa text CONSTRAINT material_etapa_check CHECK (etapa IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    estado text NOT NULL DEFAULT 'VIGENTE'
        CONSTRAINT material_estado_check CHECK (estado IN ('VIGENTE', 'RETIRADO')),
    version integer NOT NULL DEFAULT 1,
    creado_por bigint DEFAULT portal.actual_usuario()
        CONSTRAINT material_creado_por_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    actualizado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT material_para_check CHECK (para_orh OR para_jefe OR para_servidor),
    CONSTRAINT material_tipo_range CHECK (CASE tipo
        WHEN 'ENLACE' THEN url IS NOT NULL AND sha256 IS NULL AND mime IS NULL AND bytes IS NULL
        ELSE url IS NULL AND num_nonnulls(sha256, mime, bytes, nombre_archivo) = 4 END)
);
COMMENT ON TABLE portal.material
    IS 'Files and links for ORH (its plantillas among them), jefes and servidores; without entity it is '
    'SERVIR''s, for all. The bytes of a file are in the folder of files under their SHA-256';
COMMENT ON COLUMN portal.material.etapa IS 'Stage that it belongs to; empty: to all of the induction';
CREATE INDEX material_entidad_id_idx ON portal.material (entidad_id, estado);

CREATE TABLE portal.plan_plantilla (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version integer NOT NULL CONSTRAINT plan_plantilla_version_key UNIQUE
        CONSTRAINT plan_plantilla_version_range CHECK (version > 0),
    nombre text NOT NULL CONSTRAINT plan_plantilla_nombre_check CHECK (char_length(nombre) BETWEEN 3 AND 150),
    nota text CONSTRAINT plan_plantilla_nota_check CHECK (char_length(nota) BETWEEN 1 AND 1000),
    estado text NOT NULL DEFAULT 'BORRADOR'
        CONSTRAINT plan_plantilla_estado_check CHECK (estado IN ('BORRADOR', 'PUBLICADA', 'RETIRADA')),
    publicada_en timestamptz,
    publicada_por bigint CONSTRAINT plan_plantilla_publicada_por_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT plan_plantilla_publicada_en_check CHECK ((estado = 'BORRADOR') = (publicada_en IS NULL))
);
COMMENT ON TABLE portal.plan_plantilla
    IS 'SERVIR''s plan template by version: one draft and one published at most; a published one never changes. '
    'nota: where it comes from';
CREATE UNIQUE INDEX plan_plantilla_estado_key ON portal.plan_plantilla (estado) WHERE estado <> 'RETIRADA';

CREATE TABLE portal.plan_plantilla_actividad (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plantilla_id bigint NOT NULL
        CONSTRAINT plan_plantilla_actividad_plantilla_id_fkey REFERENCES portal.plan_plantilla,
    etapa text NOT NULL CONSTRAINT plan_plantilla_actividad_etapa_check
        CHECK (etapa IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    orden integer NOT NULL CONSTRAINT plan_plantilla_actividad_orden_range CHECK (orden > 0),
    titulo text NOT NULL CONSTRAINT plan_plantilla_actividad_titulo_check
        CHECK (char_length(titulo) BETWEEN 3 AND 150),
    descripcion text CONSTRAINT plan_plantilla_actividad_descripcion_check
        CHECK (char_length(descripcion) BETWEEN 1 AND 1000),
    quien text NOT NULL CONSTRAINT plan_plantilla_actividad_quien_check
        CHECK (quien IN ('ORH', 'JEFE', 'SERVIDOR', 'TUTOR')),
    dias integer NOT NULL CONSTRAINT plan_plantilla_actividad_dias_range CHECK (dias BETWEEN -60 AND 365),
    unidad text NOT NULL CONSTRAINT plan_plantilla_actividad_unidad_check
        CHECK (unidad IN ('HABIL', 'CALENDARIO')),
    horas numeric(5, 1) CONSTRAINT plan_plantilla_actividad_horas_range CHECK (horas > 0 AND horas <= 400),
    pide_evidencia boolean NOT NULL DEFAULT false,
    obligatoria boolean NOT NULL DEFAULT true,
    material_id bigint CONSTRAINT plan_plantilla_actividad_material_id_fkey REFERENCES portal.material,
    regimenes text[] CONSTRAINT plan_plantilla_actividad_regimenes_check
        CHECK (cardinality(regimenes) BETWEEN 1 AND 30),
    grupos text[] CONSTRAINT plan_plantilla_actividad_grupos_check CHECK (cardinality(grupos) BETWEEN 1 AND 30),
    solo_primer_ingreso boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT plan_plantilla_actividad_titulo_key UNIQUE (plantilla_id, etapa, titulo)
);
COMMENT ON TABLE portal.plan_plantilla_actividad
    IS 'What a version of the template asks for: who does it, how many days from the entry (negative: before), for whom';
CREATE INDEX plan_plantilla_actividad_plantilla_id_idx ON portal.plan_plantilla_actividad (plantilla_id, etapa, orden);

CREATE TABLE portal.plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entidad_id bigint NOT NULL CONSTRAINT plan_entidad_id_fkey REFERENCES portal.entidad,
    plantilla_id bigint NOT NULL CONSTRAINT plan_plantilla_id_fkey REFERENCES portal.plan_plantilla,
    version integer NOT NULL CONSTRAINT plan_version_range CHECK (version > 0),
    estado text NOT NULL DEFAULT 'BORRADOR'
        CONSTRAINT plan_estado_check CHECK (estado IN ('BORRADOR', 'PUBLICADO', 'REEMPLAZADO')),
    documento_aprobacion text CONSTRAINT plan_documento_aprobacion_check
        CHECK (char_length(documento_aprobacion) BETWEEN 3 AND 200),
    aprobado_el date,
    vigente_desde date,
    publicado_en timestamptz,
    publicado_por bigint CONSTRAINT plan_publicado_por_fkey REFERENCES portal.usuario,
    creado_por bigint DEFAULT portal.actual_usuario() CONSTRAINT plan_creado_por_fkey REFERENCES portal.usuario,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT plan_id_entidad_id_key UNIQUE (id, entidad_id),
    CONSTRAINT plan_version_key UNIQUE (entidad_id, version),
    CONSTRAINT plan_publicado_en_check CHECK (CASE estado WHEN 'BORRADOR' THEN publicado_en IS NULL
        ELSE num_nonnulls(documento_aprobacion, aprobado_el, vigente_desde, publicado_en) = 4 END)
);
COMMENT ON TABLE portal.plan
    IS 'The induction plan of an entity by version: one draft and one published at most; a published one never '
    'changes, and who was registered under it keeps it';
CREATE UNIQUE INDEX plan_estado_key ON portal.plan (entidad_id, estado) WHERE estado <> 'REEMPLAZADO';

CREATE TABLE portal.plan_actividad (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    origen text NOT NULL CONSTRAINT plan_actividad_origen_check CHECK (origen IN ('SERVIR', 'ENTIDAD')),
    etapa text NOT NULL CONSTRAINT plan_actividad_etapa_check CHECK (etapa IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    orden integer NOT NULL CONSTRAINT plan_actividad_orden_range CHECK (orden > 0),
    titulo text NOT NULL CONSTRAINT plan_actividad_titulo_check CHECK (char_length(titulo) BETWEEN 3 AND 150),
    descripcion text CONSTRAINT plan_actividad_descripcion_check CHECK (char_length(descripcion) BETWEEN 1 AND 1000),
    quien text NOT NULL CONSTRAINT plan_actividad_quien_check CHECK (quien IN ('ORH', 'JEFE', 'SERVIDOR', 'TUTOR')),
    dias integer NOT NULL CONSTRAINT plan_actividad_dias_range CHECK (dias BETWEEN -60 AND 365),
    unidad text NOT NULL CONSTRAINT plan_actividad_unidad_check CHECK (unidad IN ('HABIL', 'CALENDARIO')),
    horas numeric(5, 1) CONSTRAINT plan_actividad_horas_range CHECK (horas > 0 AND horas <= 400),
    pide_evidencia boolean NOT NULL DEFAULT false,
    obligatoria boolean NOT NULL DEFAULT true,
    material_id bigint CONSTRAINT plan_actividad_material_id_fkey REFERENCES portal.material,
    regimenes text[] CONSTRAINT plan_actividad_regimenes_check CHECK (cardinality(regimenes) BETWEEN 1 AND 30),
    grupos text[] CONSTRAINT plan_actividad_grupos_check CHECK (cardinality(grupos) BETWEEN 1 AND 30),
    unidad_id bigint,
    solo_primer_ingreso boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT plan_actividad_plan_id_fkey FOREIGN KEY (plan_id, entidad_id) REFERENCES portal.plan (id, entidad_id),
    CONSTRAINT plan_actividad_id_plan_id_key UNIQUE (id, plan_id),
    CONSTRAINT plan_actividad_titulo_key UNIQUE (plan_id, etapa, titulo),
    CONSTRAINT plan_actividad_unidad_id_fkey FOREIGN KEY (entidad_id, unidad_id)
        REFERENCES portal.organo (entidad_id, id),
    CONSTRAINT plan_actividad_etapa_range CHECK (origen = 'SERVIR' OR etapa <> 'ESTADO')
);
COMMENT ON TABLE portal.plan_actividad
    IS 'What a plan asks for: those of SERVIR''s template and the entity''s own, these of stages b and c only';
CREATE INDEX plan_actividad_plan_id_idx ON portal.plan_actividad (plan_id, etapa, orden);

CREATE TABLE portal.actividad (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inscripcion_id bigint NOT NULL CONSTRAINT actividad_inscripcion_id_fkey REFERENCES portal.inscripcion ON DELETE CASCADE,
    etapa_id bigint NOT NULL CONSTRAINT actividad_etapa_id_fkey REFERENCES portal.etapa ON DELETE CASCADE,
    vinculo_id bigint NOT NULL,
    persona_id bigint NOT NULL,
    entidad_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    plan_actividad_id bigint NOT NULL,
    tipo text NOT NULL CONSTRAINT actividad_tipo_check CHECK (tipo IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    titulo text NOT NULL,
    quien text NOT NULL CONSTRAINT actividad_quien_check CHECK (quien IN ('ORH', 'JEFE', 'SERVIDOR', 'TUTOR')),
    fecha_prevista date NOT NULL,
    horas numeric(5, 1),
    pide_evidencia boolean NOT NULL,
    obligatoria boolean NOT NULL,
    estado text NOT NULL DEFAULT 'PENDIENTE'
        CONSTRAINT actividad_estado_check CHECK (estado IN ('PENDIENTE', 'HECHA', 'NO_APLICA')),
    hecha_el date,
    hecha_por bigint CONSTRAINT actividad_hecha_por_fkey REFERENCES portal.usuario,
    hecha_por_texto text CONSTRAINT actividad_hecha_por_texto_check
        CHECK (char_length(hecha_por_texto) BETWEEN 1 AND 100),
    motivo text CONSTRAINT actividad_motivo_check CHECK (char_length(motivo) BETWEEN 1 AND 500),
    version integer NOT NULL DEFAULT 1,
    creado_en timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT actividad_vinculo_id_fkey FOREIGN KEY (vinculo_id, entidad_id)
        REFERENCES portal.vinculo (id, entidad_id),
    CONSTRAINT actividad_plan_actividad_id_fkey FOREIGN KEY (plan_actividad_id, plan_id)
        REFERENCES portal.plan_actividad (id, plan_id),
    CONSTRAINT actividad_plan_actividad_id_key UNIQUE (etapa_id, plan_actividad_id),
    CONSTRAINT actividad_hecha_el_check CHECK ((estado = 'HECHA') = (hecha_el IS NOT NULL)),
    CONSTRAINT actividad_motivo_range CHECK (estado <> 'NO_APLICA' OR motivo IS NOT NULL)
);
COMMENT ON TABLE portal.actividad
    IS 'A person''s own dated tasks, copied from the plan in force when they were registered, and theirs from then on. '
    'persona_id: whose induction it is. While the stage is open a PENDIENTE one waits for `quien`; it goes with its stage';
COMMENT ON COLUMN portal.actividad.hecha_por_texto IS 'Who marked it when it was not an account: the link of a jefe';
CREATE INDEX actividad_vinculo_id_idx ON portal.actividad (vinculo_id, fecha_prevista);
CREATE INDEX actividad_inscripcion_id_idx ON portal.actividad (inscripcion_id);
CREATE INDEX actividad_pendiente_idx ON portal.actividad (entidad_id, fecha_prevista) WHERE estado = 'PENDIENTE';
CREATE INDEX actividad_plan_actividad_id_idx ON portal.actividad (plan_actividad_id);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['material', 'plan_plantilla', 'plan_plantilla_actividad', 'plan', 'plan_actividad', 'actividad']
    LOOP
        EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', t);
    END LOOP;
END $$;

-- SERVIR's are for whom they are meant; an entity's only for its own.
GRANT SELECT, INSERT, UPDATE ON portal.material TO portal_app;
CREATE POLICY material_lectura ON portal.material FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR (entidad_id IS NULL AND ((SELECT portal.ambito_orh()) IS NOT NULL
                                OR (SELECT portal.actual_rol()) = 'GESTOR'))
    OR (estado = 'VIGENTE'
        AND (((SELECT portal.ambito_jefe()) IS NOT NULL AND para_jefe)
             OR ((SELECT portal.ambito_propio()) IS NOT NULL AND (SELECT portal.ambito_jefe()) IS NULL AND para_servidor))
        AND (entidad_id IS NULL
             OR EXISTS (SELECT FROM portal.vinculo v WHERE v.entidad_id = material.entidad_id))));
CREATE POLICY material_alta ON portal.material FOR INSERT WITH CHECK (
    ((SELECT portal.es_admin()) AND entidad_id IS NULL) OR entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY material_cambio ON portal.material FOR UPDATE USING (
    ((SELECT portal.es_admin()) AND entidad_id IS NULL) OR entidad_id = (SELECT portal.ambito_orh()));

-- The template: a draft is SERVIR's, published ones everybody's who makes or accompanies a plan.
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.plan_plantilla, portal.plan_plantilla_actividad TO portal_app;
CREATE POLICY plan_plantilla_lectura ON portal.plan_plantilla FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR (estado <> 'BORRADOR' AND (SELECT portal.actual_rol()) IS NOT NULL));
CREATE POLICY plan_plantilla_alta ON portal.plan_plantilla FOR INSERT WITH CHECK ((SELECT portal.es_admin()));
CREATE POLICY plan_plantilla_cambio ON portal.plan_plantilla FOR UPDATE USING ((SELECT portal.es_admin()));
CREATE POLICY plan_plantilla_baja ON portal.plan_plantilla FOR DELETE USING (
    (SELECT portal.es_admin()) AND estado = 'BORRADOR');
CREATE POLICY plan_plantilla_actividad_lectura ON portal.plan_plantilla_actividad FOR SELECT USING (
    EXISTS (SELECT FROM portal.plan_plantilla p WHERE p.id = plantilla_id));
CREATE POLICY plan_plantilla_actividad_alta ON portal.plan_plantilla_actividad FOR INSERT WITH CHECK (
    (SELECT portal.es_admin())
    AND EXISTS (SELECT FROM portal.plan_plantilla p WHERE p.id = plantilla_id AND p.estado = 'BORRADOR'));
CREATE POLICY plan_plantilla_actividad_cambio ON portal.plan_plantilla_actividad FOR UPDATE USING (
    (SELECT portal.es_admin())
    AND EXISTS (SELECT FROM portal.plan_plantilla p WHERE p.id = plantilla_id AND p.estado = 'BORRADOR'));
CREATE POLICY plan_plantilla_actividad_baja ON portal.plan_plantilla_actividad FOR DELETE USING (
    (SELECT portal.es_admin())
    AND EXISTS (SELECT FROM portal.plan_plantilla p WHERE p.id = plantilla_id AND p.estado = 'BORRADOR'));

-- The plan: its entity's; a jefe or servidor reads what was published where they are.
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.plan, portal.plan_actividad TO portal_app;
CREATE POLICY plan_lectura ON portal.plan FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR (estado <> 'BORRADOR' AND (SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.entidad_id = plan.entidad_id)));
CREATE POLICY plan_alta ON portal.plan FOR INSERT WITH CHECK (entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY plan_cambio ON portal.plan FOR UPDATE USING (entidad_id = (SELECT portal.ambito_orh()));
CREATE POLICY plan_baja ON portal.plan FOR DELETE USING (
    entidad_id = (SELECT portal.ambito_orh()) AND estado = 'BORRADOR');
CREATE POLICY plan_actividad_lectura ON portal.plan_actividad FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR ((SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.plan p WHERE p.id = plan_id)));
CREATE POLICY plan_actividad_alta ON portal.plan_actividad FOR INSERT WITH CHECK (
    entidad_id = (SELECT portal.ambito_orh())
    AND EXISTS (SELECT FROM portal.plan p WHERE p.id = plan_id AND p.estado = 'BORRADOR'));
CREATE POLICY plan_actividad_cambio ON portal.plan_actividad FOR UPDATE USING (
    entidad_id = (SELECT portal.ambito_orh())
    AND EXISTS (SELECT FROM portal.plan p WHERE p.id = plan_id AND p.estado = 'BORRADOR'));
CREATE POLICY plan_actividad_baja ON portal.plan_actividad FOR DELETE USING (
    entidad_id = (SELECT portal.ambito_orh())
    AND EXISTS (SELECT FROM portal.plan p WHERE p.id = plan_id AND p.estado = 'BORRADOR'));

-- Tasks: as the stage shows; each marks what is theirs, the ORH everything of its entity. Rows come by
-- trigger when a stage is opened.
GRANT SELECT ON portal.actividad TO portal_app, portal_fondo;
GRANT UPDATE (estado, hecha_el, hecha_por, hecha_por_texto, motivo) ON portal.actividad TO portal_app;
CREATE POLICY actividad_lectura ON portal.actividad FOR SELECT USING (
    (SELECT portal.ve_todo())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR entidad_id = ANY ((SELECT portal.ambito_gestor())::bigint[])
    OR ((SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id)));
CREATE POLICY actividad_cambio ON portal.actividad FOR UPDATE USING (
    entidad_id = (SELECT portal.ambito_orh())
    OR ((SELECT portal.ambito_propio()) IS NOT NULL
        AND EXISTS (SELECT FROM portal.vinculo v WHERE v.id = vinculo_id
                    AND ((quien IN ('JEFE', 'TUTOR') AND v.jefe_persona_id = (SELECT portal.ambito_jefe()))
                         OR (quien = 'SERVIDOR' AND v.persona_id = (SELECT portal.ambito_propio()))))));
