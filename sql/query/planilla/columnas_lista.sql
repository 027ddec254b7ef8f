-- The columns of an upload: title, some of its cells, and what it is taken for.
-- :many
-- in:  planilla_id int8
-- out: columna int4, titulo text, ejemplos text, codigo text
WITH fila AS MATERIALIZED (
    SELECT x.fila
    FROM planilla p
    JOIN planilla_lote l ON l.planilla_id = p.id AND l.orden = 1
    CROSS JOIN LATERAL jsonb_array_elements(l.filas) AS x (fila)
    WHERE p.id = $1 AND (x.fila ->> 0)::integer <> p.fila_titulos
    LIMIT 50)
SELECT t.i::integer AS columna, t.v AS titulo,
       coalesce((SELECT string_agg(m.v, ' · ') FROM (
           SELECT DISTINCT left(f.fila ->> t.i::integer, 40) AS v FROM fila f
           WHERE f.fila ->> t.i::integer <> '' LIMIT 3) m), '') AS ejemplos,
       coalesce(p.columnas ->> (t.i - 1)::integer, '') AS codigo
FROM planilla p
CROSS JOIN LATERAL jsonb_array_elements_text(p.titulos) WITH ORDINALITY AS t (v, i)
WHERE p.id = $1 AND p.entidad_id = ambito_orh()
ORDER BY t.i
LIMIT 50
