-- Who moves a stage from which state to which, what makes a finished one worth a second look, and
-- the jefe's hand in the specific stage of their people.

SET LOCAL ROLE portal_owner;

CREATE TABLE portal.etapa_transicion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rol text COLLATE "C" NOT NULL CONSTRAINT etapa_transicion_rol_fkey REFERENCES portal.rol,
    tipo text NOT NULL CONSTRAINT etapa_transicion_tipo_check
        CHECK (tipo IN ('ESTADO', 'ENTIDAD', 'ESPECIFICA')),
    desde text NOT NULL,
    hacia text NOT NULL,
    pide_fecha boolean NOT NULL,
    pide_motivo boolean NOT NULL,
    orden integer NOT NULL,
    CONSTRAINT etapa_transicion_rol_key UNIQUE (rol, tipo, desde, hacia),
    CONSTRAINT etapa_transicion_hacia_check CHECK (desde <> hacia
        AND desde IN ('PENDIENTE', 'EN_CURSO', 'CULMINADA', 'OBSERVADA', 'NO_APLICA')
        AND hacia IN ('PENDIENTE', 'EN_CURSO', 'CULMINADA', 'OBSERVADA', 'VALIDADA', 'NO_APLICA'))
);
COMMENT ON TABLE portal.etapa_transicion
    IS 'The state machine of a stage: what each role may do, and what it must say. Nothing leaves '
    'VALIDADA; RETIRADO comes and goes with the vinculo';
ALTER TABLE portal.etapa_transicion ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.etapa_transicion FORCE ROW LEVEL SECURITY;
GRANT SELECT ON portal.etapa_transicion TO portal_app, portal_fondo, portal_definer;
CREATE POLICY etapa_transicion_lectura ON portal.etapa_transicion FOR SELECT USING (true);

-- Codes of what is odd, separated by spaces; kept by trigger while the stage is CULMINADA.
ALTER TABLE portal.etapa ADD COLUMN rareza text COLLATE "C"
    CONSTRAINT etapa_rareza_format CHECK (rareza ~ '^[A-Z_]+( [A-Z_]+)*$');
COMMENT ON COLUMN portal.etapa.rareza IS 'What deserves a second look in a finished stage';
-- The queue of SERVIR: odd ones first, then the oldest.
CREATE INDEX etapa_revision_idx ON portal.etapa ((rareza IS NULL), fecha_fin, id)
    WHERE estado = 'CULMINADA';

-- A jefe moves the specific stage of their own people, and nothing else.
DROP POLICY etapa_cambio ON portal.etapa;
CREATE POLICY etapa_cambio ON portal.etapa FOR UPDATE USING (
    (SELECT portal.es_revisor())
    OR entidad_id = (SELECT portal.ambito_orh())
    OR ((SELECT portal.ambito_jefe()) IS NOT NULL AND tipo = 'ESPECIFICA'
        AND EXISTS (SELECT FROM portal.vinculo v
                    WHERE v.id = vinculo_id AND v.jefe_persona_id = (SELECT portal.ambito_jefe()))));
DROP POLICY evento_alta ON portal.evento;
CREATE POLICY evento_alta ON portal.evento FOR INSERT WITH CHECK (
    usuario_id = (SELECT portal.actual_usuario())
    AND ((SELECT portal.es_revisor())
         OR entidad_id = (SELECT portal.ambito_orh())
         OR ((SELECT portal.ambito_jefe()) IS NOT NULL AND tipo LIKE 'ETAPA\_%'
             AND EXISTS (SELECT FROM portal.vinculo v
                         WHERE v.id = vinculo_id
                           AND v.jefe_persona_id = (SELECT portal.ambito_jefe())))));

-- Rows: beyond the owner, whom the policies bind too.
RESET ROLE;
INSERT INTO portal.etapa_transicion (rol, tipo, desde, hacia, pide_fecha, pide_motivo, orden)
SELECT r.rol, t.tipo, p.desde, p.hacia, p.hacia IN ('EN_CURSO', 'CULMINADA') AND NOT p.vuelve,
       p.hacia = 'NO_APLICA' OR (p.hacia = 'CULMINADA' AND t.tipo = 'ESTADO'), p.orden
FROM (VALUES ('ORH_JEFE'), ('ORH_ANALISTA')) AS r (rol),
     (VALUES ('ESTADO'), ('ENTIDAD'), ('ESPECIFICA')) AS t (tipo),
     (VALUES ('PENDIENTE', 'CULMINADA', false, 1), ('PENDIENTE', 'EN_CURSO', false, 2),
             ('PENDIENTE', 'NO_APLICA', false, 3), ('EN_CURSO', 'CULMINADA', false, 1),
             ('EN_CURSO', 'NO_APLICA', false, 2), ('EN_CURSO', 'PENDIENTE', true, 3),
             ('OBSERVADA', 'CULMINADA', false, 1), ('OBSERVADA', 'EN_CURSO', false, 2),
             ('OBSERVADA', 'NO_APLICA', false, 3), ('CULMINADA', 'EN_CURSO', true, 1),
             ('CULMINADA', 'PENDIENTE', true, 2), ('NO_APLICA', 'PENDIENTE', true, 1))
         AS p (desde, hacia, vuelve, orden)
UNION ALL
SELECT 'JEFE', 'ESPECIFICA', p.desde, p.hacia, p.hacia = 'CULMINADA', false, p.orden
FROM (VALUES ('PENDIENTE', 'CULMINADA', 1), ('EN_CURSO', 'CULMINADA', 1),
             ('OBSERVADA', 'CULMINADA', 1), ('CULMINADA', 'PENDIENTE', 1)) AS p (desde, hacia, orden)
UNION ALL
SELECT r.rol, t.tipo, 'CULMINADA', p.hacia, false, p.hacia = 'OBSERVADA', p.orden
FROM (VALUES ('SERVIR_ADMIN'), ('SERVIR_REVISOR')) AS r (rol),
     (VALUES ('ESTADO'), ('ENTIDAD'), ('ESPECIFICA')) AS t (tipo),
     (VALUES ('VALIDADA', 1), ('OBSERVADA', 2)) AS p (hacia, orden);

INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('etapa_dias_rapida', '2', 'Una etapa culminada en menos días que estos desde el ingreso se '
     'muestra a SERVIR para revisarla con más cuidado');
