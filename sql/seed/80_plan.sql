-- The first version of the plan template, so that an entity has one to adopt. Once there is any
-- version, they are SERVIR's and are not touched.

SET LOCAL search_path = portal, public;

CREATE TEMP TABLE dato_plan (etapa text, orden integer, titulo text, descripcion text, quien text, dias integer, unidad text,
    horas numeric, pide_evidencia boolean, obligatoria boolean) ON COMMIT DROP;
\copy dato_plan FROM 'plan_plantilla.csv' CSV HEADER
WITH version AS (
    INSERT INTO plan_plantilla (version, nombre, nota, estado, publicada_en)
    SELECT 1, 'Plan de inducción de servidores',
           'Propuesta configurable del proyecto según las tres etapas de la Ayuda Memoria 2022; no es texto de una norma. '
           'SERVIR la revisa y publica su propia versión.', 'PUBLICADA', now()
    WHERE NOT EXISTS (SELECT FROM plan_plantilla)
    RETURNING id)
INSERT INTO plan_plantilla_actividad (plantilla_id, etapa, orden, titulo, descripcion, quien, dias, unidad, horas,
                                      pide_evidencia, obligatoria)
SELECT v.id, d.etapa, d.orden, d.titulo, d.descripcion, d.quien, d.dias, d.unidad, d.horas, d.pide_evidencia, d.obligatoria
FROM version v, dato_plan d ORDER BY d.etapa, d.orden;
