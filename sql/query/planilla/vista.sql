-- An upload with its counts.
-- :opt
-- in:  planilla_id int8
-- out: estado text, filas int4, recordadas bool, se_elige bool, hasta timestamptz, id int8, nombre text, formato text, ignoradas text?, deshecha bool, creado timestamptz, total int8, entran int8,
--      por_corregir int8, ya_estaban int8, cambian int8, registradas int8, cambiadas int8, por_aceptar int8,
--      aviso text?, saltaron int8, saltadas text?
SELECT p.estado, p.filas, p.recordadas, p.titulos IS NOT NULL AND c.registradas + c.cambiadas = 0 AS se_elige,
       p.creado_en + make_interval(days => parametro_int('conservar_planilla_dias', 180)) AS hasta, p.id, p.nombre, p.formato, p.ignoradas, p.estado = 'DESHECHA' AS deshecha, p.creado_en AS creado,
       c.total, c.entran, c.por_corregir, c.ya_estaban, c.cambian, c.registradas, c.cambiadas,
       c.entran + c.cambian AS por_aceptar, p.aviso, jsonb_array_length(p.saltadas)::int8 AS saltaron,
       (SELECT string_agg(format('%s («%s»)', s.f ->> 0, s.f ->> 1), ', ' ORDER BY s.i)
        FROM jsonb_array_elements(p.saltadas) WITH ORDINALITY AS s (f, i) WHERE s.i <= 10) AS saltadas
FROM planilla p
CROSS JOIN LATERAL (
    SELECT count(*) AS total, count(*) FILTER (WHERE f.estado = 'ENTRA') AS entran,
           count(*) FILTER (WHERE f.estado = 'POR_CORREGIR') AS por_corregir,
           count(*) FILTER (WHERE f.estado = 'YA_ESTABA') AS ya_estaban,
           count(*) FILTER (WHERE f.estado = 'CAMBIA') AS cambian,
           count(*) FILTER (WHERE f.estado = 'REGISTRADA') AS registradas,
           count(*) FILTER (WHERE f.estado = 'CAMBIADA') AS cambiadas
    FROM planilla_fila f WHERE f.planilla_id = p.id) c
WHERE p.id = $1 AND p.entidad_id = ambito_orh()
