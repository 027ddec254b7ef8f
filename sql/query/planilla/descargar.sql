-- The first 10,000 rows of an upload that wait, as the lines of a CSV file with a column of remarks.
-- A day that was understood is written with the day first, whatever the file had.
-- :opt
-- in:  planilla_id int8
-- out: lineas text
WITH fila AS MATERIALIZED (
    SELECT f.numero, f.motivos, f.celdas || coalesce((
        SELECT jsonb_object_agg(v.key, to_char(v.value::date, 'DD/MM/YYYY'))
        FROM jsonb_each_text(f.valores) AS v WHERE v.key LIKE 'fecha\_%' AND f.celdas ? v.key), '{}') AS celdas
    FROM planilla_fila f WHERE f.planilla_id = $1 AND f.estado = 'POR_CORREGIR'
    ORDER BY f.numero LIMIT 10000),
columna AS MATERIALIZED (
    SELECT c.codigo, c.titulo, c.orden FROM planilla_columnas() c
    WHERE EXISTS (SELECT FROM planilla_fila f WHERE f.planilla_id = $1 AND f.celdas ? c.codigo)
       OR EXISTS (SELECT FROM fila f WHERE f.motivos @> jsonb_build_array(jsonb_build_object('columna', c.codigo))))
SELECT csv_linea(VARIADIC array_append((SELECT array_agg(c.titulo ORDER BY c.orden) FROM columna c), 'Observaciones'))
       || coalesce((SELECT string_agg(csv_linea(VARIADIC array_append(
              (SELECT array_agg(coalesce(f.celdas ->> c.codigo, '') ORDER BY c.orden) FROM columna c),
              (SELECT string_agg(planilla_titulo(m ->> 'columna') || ': ' || (m ->> 'causa') || '. ' || (m ->> 'remedio'), ' ')
               FROM jsonb_array_elements(f.motivos) AS m))), '' ORDER BY f.numero) FROM fila f), '') AS lineas
FROM planilla p
WHERE p.id = $1 AND p.entidad_id = ambito_orh()
