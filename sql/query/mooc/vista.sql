-- A load with its counts.
-- :opt
-- in:  carga_id int8
-- out: id int8, nombre text, formato text?, ignoradas text?, curso_id int8, curso text, reglas text, fuente text, de_archivo bool,
--      creado timestamptz, quien text?, deshecha bool, en_curso bool, fallida bool, error text?, total int8, aprueban int8,
--      no_aprueban int8, otra_nota int8, ya_estaban int8, sin_coincidencia int8, por_corregir int8, sin_resultado int8,
--      repetidas int8, aceptadas int8, aceptadas_aprueban int8, dejadas int8, por_aceptar int8, pendientes int8
SELECT k.id, k.nombre, k.formato, k.ignoradas, k.curso_id, v.nombre AS curso,
       acreditacion_en_palabras(v.acreditacion) || ', mínima ' || nota_en_palabras(v.nota_minima) || ' de '
           || nota_en_palabras(v.escala) || ' (ajustes, versión ' || v.version || ')' AS reglas,
       fuente_en_palabras(k.fuente) AS fuente, k.fuente = 'ARCHIVO' AS de_archivo, k.creado_en AS creado,
       nombre_de_usuario(k.usuario_id) AS quien, k.estado = 'DESHECHA' AS deshecha,
       k.estado IN ('EN_COLA', 'EN_CURSO') AS en_curso, k.estado = 'FALLIDA' AS fallida, k.error, c.*
FROM mooc_carga k
JOIN curso_version v ON v.id = k.curso_version_id
CROSS JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE f.estado = 'ENTRA' AND f.aprueba) AS aprueban,
           count(*) FILTER (WHERE f.estado = 'ENTRA' AND NOT f.aprueba) AS no_aprueban,
           count(*) FILTER (WHERE f.estado = 'OTRA_NOTA') AS otra_nota,
           count(*) FILTER (WHERE f.estado = 'YA_ESTABA') AS ya_estaban,
           count(*) FILTER (WHERE f.estado = 'SIN_COINCIDENCIA') AS sin_coincidencia,
           count(*) FILTER (WHERE f.estado = 'POR_CORREGIR') AS por_corregir,
           count(*) FILTER (WHERE f.estado = 'SIN_RESULTADO') AS sin_resultado,
           count(*) FILTER (WHERE f.estado = 'REPETIDA') AS repetidas,
           count(*) FILTER (WHERE f.estado = 'ACEPTADA') AS aceptadas,
           count(*) FILTER (WHERE f.estado = 'ACEPTADA' AND f.aprueba) AS aceptadas_aprueban,
           count(*) FILTER (WHERE f.estado = 'DEJADA') AS dejadas,
           count(*) FILTER (WHERE f.estado IN ('ENTRA', 'OTRA_NOTA')) AS por_aceptar,
           count(*) FILTER (WHERE f.estado = 'PENDIENTE') AS pendientes
    FROM mooc_fila f WHERE f.carga_id = k.id) c
WHERE k.id = $1
