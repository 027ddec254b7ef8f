-- Toys of one owner, by id (ends */ here).
-- Second line.
-- :many
-- in:  dueno int8, despues_de int8?, texto text?, desde date?, en timestamptz?, vivo bool?, peso float8?, n int4?
-- out: id int8, nombre text, nota text?, n int4?, vivo bool?, peso float8?, nacido date?,
--      creado timestamptz, grande int8?
SELECT id, nombre, nota, n, vivo, peso, nacido, creado, grande -- the columns
  FROM toy /* block; comment */
 WHERE dueno = $1 AND ($2::int8 IS NULL OR id > $2)
   AND ($3::text IS NULL OR nombre = $3) AND ($4::date IS NULL OR nacido >= $4)
   AND ($5::timestamptz IS NULL OR creado >= $5) AND ($6::bool IS NULL OR vivo = $6)
   AND ($7::float8 IS NULL OR peso = $7) AND ($8::int4 IS NULL OR n = $8)
   AND nombre <> '??;--"\' AND nombre <> E'a\';' AND nombre <> $q$ '; $q$
 ORDER BY id LIMIT 50;
