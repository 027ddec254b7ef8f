-- Rows of a load in one state, in the order of the file.
-- :many
-- in:  carga_id int8, ver text, despues_de int8?, limite int4
-- out: numero int4, persona text, documento text?, vinculo_id int8?, resultado text?, nota text?, fecha date?, detalle text?, antes text?
SELECT f.numero, coalesce(persona_nombre(p), nullif(concat_ws(' ', f.celdas ->> 'nombre', f.celdas ->> 'apellidos', f.celdas ->> 'nombres'), ''), 'Sin nombre') AS persona,
       coalesce(p.numero_documento, nullif(f.celdas ->> 'documento', ''), nullif(f.celdas ->> 'idnumber', ''), nullif(f.celdas ->> 'usuario', '')) AS documento,
       (SELECT max(v.id) FROM vinculo v WHERE v.persona_id = f.persona_id) AS vinculo_id,
       resultado_en_palabras(f.resultado) AS resultado, nota_en_palabras(f.nota) AS nota,
       CASE WHEN f.resultado IS NOT NULL THEN f.fecha END AS fecha, f.detalle,
       (SELECT string_agg(DISTINCT resultado_en_palabras(r.estado) || coalesce(' con ' || nota_en_palabras(r.nota), ''), ', ')
        FROM curso_resultado r JOIN mooc_carga k ON k.curso_id = r.curso_id AND k.id = f.carga_id
        WHERE r.persona_id = f.persona_id AND f.estado IN ('OTRA_NOTA', 'YA_ESTABA')
          AND NOT EXISTS (SELECT FROM curso_anulacion x WHERE x.resultado_id = r.id)) AS antes
FROM mooc_fila f
LEFT JOIN persona p ON p.id = f.persona_id
WHERE f.carga_id = $1 AND f.estado = CASE WHEN $2 IN ('APRUEBA', 'NO_APRUEBA') THEN 'ENTRA' ELSE $2 END
  AND ($2 NOT IN ('APRUEBA', 'NO_APRUEBA') OR f.aprueba = ($2 = 'APRUEBA'))
  AND ($3::int8 IS NULL OR f.numero > $3)
ORDER BY f.numero
LIMIT $4
