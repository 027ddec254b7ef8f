-- The rows of a load that nobody in the portal answers to, with whom the mail or the document suggests.
-- :many
-- in:  carga_id int8, limite int4
-- out: id int8, numero int4, persona text, datos text, causa text?, escrito text?, sugerida text?
SELECT f.id, f.numero, coalesce(nullif(concat_ws(' ', f.celdas ->> 'nombre', f.celdas ->> 'apellidos', f.celdas ->> 'nombres'), ''), 'Sin nombre') AS persona,
       concat_ws(' · ', nullif(f.celdas ->> 'documento', ''), nullif(f.celdas ->> 'idnumber', ''), nullif(f.celdas ->> 'usuario', ''),
                 nullif(f.celdas ->> 'correo', ''), resultado_en_palabras(f.resultado), nota_en_palabras(f.nota)) AS datos,
       f.detalle AS causa, f.celdas ->> 'a_mano' AS escrito, persona_nombre(p) || ', documento ' || p.numero_documento AS sugerida
FROM mooc_fila f
LEFT JOIN persona p ON p.id = f.sugerida_id
WHERE f.carga_id = $1 AND f.estado = 'SIN_COINCIDENCIA'
ORDER BY f.numero
LIMIT $2
