-- People of the entity whom a typed jefe may mean: every word begins a word of their name, or is their
-- document. `texto` is folded as the search words are; `exacto` when nothing is left to doubt.
-- :many
-- in:  entidad_id int8, texto text, menos_vinculo int8?, hoy date
-- out: id int8, nombre text, documento text, puesto text, exacto bool
WITH palabra AS MATERIALIZED (
    SELECT w FROM unnest(string_to_array($2, ' ')) AS w WHERE w <> '' ORDER BY char_length(w) DESC LIMIT 8)
SELECT v.id, v.nombre_completo AS nombre, v.documento, v.puesto,
       v.documento = $2 OR (SELECT array_agg(w COLLATE "C" ORDER BY w COLLATE "C") FROM palabra)
           = (SELECT array_agg(x COLLATE "C" ORDER BY x COLLATE "C") FROM unnest(string_to_array(v.orden_nombre, ' ')) AS x)
           AS exacto
FROM vinculo v
WHERE v.entidad_id = $1 AND (v.fecha_cese IS NULL OR v.fecha_cese >= $4)
  AND ($3::int8 IS NULL OR v.id <> $3)
  AND v.id IN (SELECT f.vinculo_id FROM vinculo_palabra f
               WHERE f.entidad_id = $1 AND f.palabra >= (SELECT w FROM palabra LIMIT 1)
                 AND f.palabra < (SELECT w FROM palabra LIMIT 1) || U&'\+10FFFF')
  AND NOT EXISTS (SELECT FROM palabra q WHERE NOT EXISTS (
        SELECT FROM vinculo_palabra p WHERE p.vinculo_id = v.id AND p.palabra >= q.w
           AND p.palabra < q.w || U&'\+10FFFF'))
ORDER BY exacto DESC, v.orden_nombre, v.id
LIMIT 10
