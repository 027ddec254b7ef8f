-- Servidores in sight, by surname; each word must begin a word of the name or be the document's
-- beginning. Which ones and in what order, servidor_buscar() finds, or
-- cifras_buscar() for the list behind a figure; row-level security judges.
-- :many
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, organo_id int8?,
--      etapa text?, estado text?, desde date?, hasta date?, vigencia text, sin_jefe bool,
--      despues_de int8?, hoy date, limite int4, edicion_id int8?, situacion text?, nivel text?,
--      region text?, regimen text?, sexo text?
-- out: id int8, nombre text, documento text, entidad text, organo text?, puesto text,
--      fecha_ingreso date, fecha_cese date?, sin_jefe bool,
--      estado_a text?, limite_a date?, estado_b text?, limite_b date?, estado_c text?, limite_c date?
SELECT v.id, v.nombre_completo AS nombre, v.documento, coalesce(n.sigla, n.nombre) AS entidad,
       o.nombre AS organo, v.puesto, v.fecha_ingreso, v.fecha_cese, v.jefe_nombre IS NULL AS sin_jefe,
       e.estado_a, e.limite_a, e.estado_b, e.limite_b, e.estado_c, e.limite_c
FROM unnest(CASE WHEN num_nonnulls($15::int8, $16::text, $17::text, $18::text, $19::text, $20::text) = 0
    THEN ARRAY(SELECT servidor_buscar($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
    ELSE ARRAY(SELECT cifras_buscar(ROW($15, $1, $17, $18, $19, $20, $16, $8, $9)::cifra_filtro, $2, $3, $4, $5, $6, $7,
                                    $10, $11, $12, $13, $14)) END) AS b (id)
JOIN vinculo v ON v.id = b.id
JOIN entidad n ON n.id = v.entidad_id
LEFT JOIN organo o ON o.id = v.organo_id
-- One enrolment, the newest, has one stage of each kind.
CROSS JOIN LATERAL (
    SELECT max(x.visible) FILTER (WHERE x.tipo = 'ESTADO') AS estado_a,
           max(x.fecha_limite) FILTER (WHERE x.tipo = 'ESTADO') AS limite_a,
           max(x.visible) FILTER (WHERE x.tipo = 'ENTIDAD') AS estado_b,
           max(x.fecha_limite) FILTER (WHERE x.tipo = 'ENTIDAD') AS limite_b,
           max(x.visible) FILTER (WHERE x.tipo = 'ESPECIFICA') AS estado_c,
           max(x.fecha_limite) FILTER (WHERE x.tipo = 'ESPECIFICA') AS limite_c
    FROM (SELECT s.tipo, s.fecha_limite, etapa_visible(s.estado, s.fecha_limite, $13) AS visible
          FROM etapa s WHERE s.vinculo_id = v.id ORDER BY s.inscripcion_id DESC, s.id LIMIT 3) x) e
ORDER BY v.orden_nombre, v.id
