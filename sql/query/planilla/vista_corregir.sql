-- The wrong cells of the first rows to correct: why, and what to do.
-- :many
-- in:  planilla_id int8, limite int4
-- out: fila_id int8, numero int4, persona text, columna text, titulo text, valor text?, causa text, remedio text
WITH fila AS MATERIALIZED (
    SELECT f.id, f.numero, f.celdas, f.motivos, f.numero_documento
    FROM planilla_fila f
    WHERE f.planilla_id = $1 AND f.estado = 'POR_CORREGIR'
    ORDER BY f.numero
    LIMIT $2)
SELECT f.id AS fila_id, f.numero,
       coalesce(nullif(concat_ws(' ', f.celdas ->> 'apellido_paterno', f.celdas ->> 'apellido_materno',
           f.celdas ->> 'apellidos', f.celdas ->> 'nombres', f.celdas ->> 'nombre_completo', f.celdas ->> 'nombres_apellidos'), ''), 'Sin nombre') AS persona,
       m.columna, planilla_titulo(m.columna) AS titulo, f.celdas ->> m.columna AS valor,
       string_agg(m.causa, '. ' ORDER BY m.i) AS causa, (array_agg(m.remedio ORDER BY m.i))[1] AS remedio
FROM fila f
CROSS JOIN LATERAL (
    SELECT x.m ->> 'columna' AS columna, x.m ->> 'causa' AS causa, x.m ->> 'remedio' AS remedio, x.i
    FROM jsonb_array_elements(f.motivos) WITH ORDINALITY AS x (m, i)) m
GROUP BY f.id, f.numero, f.celdas, m.columna
ORDER BY f.numero, min(m.i)
LIMIT 150
