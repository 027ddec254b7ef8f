-- How many servidores a list holds, counted up to 1,001: beyond that the screen says "more than".
-- :one
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, organo_id int8?,
--      etapa text?, estado text?, desde date?, hasta date?, vigencia text, sin_jefe bool, hoy date
-- out: total int8
SELECT count(*) AS total FROM (
    SELECT
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
               AND ($7::text IS NULL OR $7 IN (etapa_visible(e.estado, e.fecha_limite, $12),
                                            etapa_por_vencer(e.estado, e.fecha_limite, $12)))))
      AND ($8::date IS NULL OR v.fecha_ingreso >= $8)
      AND ($9::date IS NULL OR v.fecha_ingreso <= $9)
      AND CASE $10 WHEN 'CESADOS' THEN v.fecha_cese < $12 WHEN 'TODOS' THEN true
          ELSE v.fecha_cese IS NULL OR v.fecha_cese >= $12 END
      AND (NOT $11 OR v.jefe_nombre IS NULL)
    LIMIT 1001) x
