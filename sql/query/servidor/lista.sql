-- Servidores in sight, by surname; each word must begin a word of the name or be the document's
-- beginning. The entity is given by the page, so that its index is used; row-level security judges.
-- :many
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, organo_id int8?,
--      etapa text?, estado text?, desde date?, hasta date?, vigencia text, sin_jefe bool,
--      despues_de int8?, hoy date, limite int4
-- out: id int8, nombre text, documento text, entidad text, organo text?, puesto text,
--      fecha_ingreso date, fecha_cese date?, sin_jefe bool,
--      estado_a text?, limite_a date?, estado_b text?, limite_b date?, estado_c text?, limite_c date?
WITH pagina AS MATERIALIZED (
    SELECT v.id, v.nombre_completo, v.documento, v.entidad_id, v.organo_id, v.puesto, v.fecha_ingreso,
           v.fecha_cese, v.jefe_nombre, v.orden_nombre
    FROM vinculo v
    WHERE ($1::int8 IS NULL OR v.entidad_id = $1)
      AND ($2::text IS NULL OR EXISTS (
            SELECT FROM vinculo_palabra p WHERE p.vinculo_id = v.id AND p.palabra >= $2
               AND p.palabra < $2 || U&'\+10FFFF'))
      AND ($3::text IS NULL OR EXISTS (
            SELECT FROM vinculo_palabra p WHERE p.vinculo_id = v.id AND p.palabra >= $3
               AND p.palabra < $3 || U&'\+10FFFF'))
      AND ($4::text IS NULL OR EXISTS (
            SELECT FROM vinculo_palabra p WHERE p.vinculo_id = v.id AND p.palabra >= $4
               AND p.palabra < $4 || U&'\+10FFFF'))
      AND ($5::int8 IS NULL OR v.organo_id = $5)
      AND ($6::text IS NULL AND $7::text IS NULL OR EXISTS (
            SELECT FROM etapa e WHERE e.vinculo_id = v.id AND ($6::text IS NULL OR e.tipo = $6)
               AND ($7::text IS NULL OR $7 IN (etapa_visible(e.estado, e.fecha_limite, $13),
                                            etapa_por_vencer(e.estado, e.fecha_limite, $13)))))
      AND ($8::date IS NULL OR v.fecha_ingreso >= $8)
      AND ($9::date IS NULL OR v.fecha_ingreso <= $9)
      AND CASE $10 WHEN 'CESADOS' THEN v.fecha_cese < $13 WHEN 'TODOS' THEN true
          ELSE v.fecha_cese IS NULL OR v.fecha_cese >= $13 END
      AND (NOT $11 OR v.jefe_nombre IS NULL)
      AND ($12::int8 IS NULL OR (v.orden_nombre, v.id) > ((SELECT c.orden_nombre FROM vinculo c WHERE c.id = $12), $12))
    ORDER BY v.orden_nombre, v.id
    LIMIT $14)
SELECT v.id, v.nombre_completo AS nombre, v.documento, coalesce(n.sigla, n.nombre) AS entidad,
       o.nombre AS organo, v.puesto, v.fecha_ingreso, v.fecha_cese, v.jefe_nombre IS NULL AS sin_jefe,
       etapa_visible(a.estado, a.fecha_limite, $13) AS estado_a, a.fecha_limite AS limite_a,
       etapa_visible(b.estado, b.fecha_limite, $13) AS estado_b, b.fecha_limite AS limite_b,
       etapa_visible(c.estado, c.fecha_limite, $13) AS estado_c, c.fecha_limite AS limite_c
FROM pagina v
JOIN entidad n ON n.id = v.entidad_id
LEFT JOIN organo o ON o.id = v.organo_id
LEFT JOIN etapa a ON a.vinculo_id = v.id AND a.tipo = 'ESTADO'
LEFT JOIN etapa b ON b.vinculo_id = v.id AND b.tipo = 'ENTIDAD'
LEFT JOIN etapa c ON c.vinculo_id = v.id AND c.tipo = 'ESPECIFICA'
ORDER BY v.orden_nombre, v.id
