-- The rows of a load that wait, after one of them, as text for a file whose titles are understood again.
-- :many
-- in:  carga_id int8, despues_de int4
-- out: numero int4, fila text, documento text?, idnumber text?, usuario text?, correo text?, apellidos text?, nombres text?,
--      nombre text?, nota text?, fin text?, estado text?, fecha text?, observaciones text?
SELECT f.numero, f.numero::text AS fila, f.celdas ->> 'documento' AS documento, f.celdas ->> 'idnumber' AS idnumber,
       f.celdas ->> 'usuario' AS usuario, f.celdas ->> 'correo' AS correo, f.celdas ->> 'apellidos' AS apellidos,
       f.celdas ->> 'nombres' AS nombres, f.celdas ->> 'nombre' AS nombre,
       coalesce(f.celdas ->> 'porcentaje', f.celdas ->> 'nota') AS nota, f.celdas ->> 'fin' AS fin,
       f.celdas ->> 'estado' AS estado, f.celdas ->> 'fecha' AS fecha, f.detalle AS observaciones
FROM mooc_fila f
WHERE f.carga_id = $1 AND f.numero > $2 AND f.estado IN ('SIN_COINCIDENCIA', 'POR_CORREGIR', 'DEJADA', 'REPETIDA')
ORDER BY f.numero
LIMIT 1000
