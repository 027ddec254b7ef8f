-- The evidence of the stages of a page, in its order; with whoever else's stage has the same file, unless it was declared
-- as one list of attendance: then of how many people.
-- :many
-- in:  ids text
-- out: etapa_id int8, id int8, nombre text, foto bool, kb int4, cuando date, otra_id int8?, otra text?, otras int8?,
--      personas int8?
SELECT x.etapa_id, x.id, x.nombre, x.tipo LIKE 'image/%' AS foto, (x.bytes + 1023) / 1024 AS kb, x.creado_en::date AS cuando,
       o.etapa_id AS otra_id, o.otra, nullif(o.n - 1, 0) AS otras,
       evidencia_personas(x) AS personas
FROM string_to_table($1, ',') WITH ORDINALITY AS p (id, orden)
JOIN evidencia x ON x.etapa_id = p.id::int8
LEFT JOIN LATERAL (
    SELECT min(y.etapa_id) AS etapa_id, count(*) AS n,
           min(concat(v.nombre_completo, ', etapa ', left(etapa_en_palabras(e.tipo), 1))) FILTER (WHERE y.primera) AS otra
    FROM (SELECT z.etapa_id, row_number() OVER (ORDER BY z.etapa_id) = 1 AS primera
          FROM evidencia z WHERE z.sha256 = x.sha256 AND z.etapa_id <> x.etapa_id
            AND NOT evidencia_comun(x, z) ORDER BY z.etapa_id LIMIT 100) y
    JOIN etapa e ON e.id = y.etapa_id
    JOIN vinculo v ON v.id = e.vinculo_id) o ON true
ORDER BY p.orden, x.id
LIMIT 500
