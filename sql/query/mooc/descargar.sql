-- A load and how many of its rows wait.
-- :opt
-- in:  carga_id int8
-- out: id int8, nombre text, filas int8
SELECT k.id, k.nombre, (SELECT count(*) FROM mooc_fila f WHERE f.carga_id = k.id
    AND f.estado IN ('SIN_COINCIDENCIA', 'POR_CORREGIR', 'DEJADA', 'REPETIDA')) AS filas
FROM mooc_carga k
WHERE k.id = $1
