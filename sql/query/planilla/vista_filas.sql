-- Rows of an upload in one state, in the order of the file, with what was repaired or would change.
-- :many
-- in:  planilla_id int8, estado text, despues_de int8?, limite int4
-- out: numero int4, documento text?, persona text, puesto text?, detalle text?, vinculo_id int8?
SELECT f.numero, f.numero_documento AS documento,
       concat_ws(' ', f.valores ->> 'apellido_paterno', f.valores ->> 'apellido_materno', f.valores ->> 'nombres') AS persona,
       f.valores ->> 'puesto' AS puesto,
       nullif(concat_ws('. ', cambios_en_palabras(f.cambios),
           (SELECT string_agg(a, '. ') FROM jsonb_array_elements_text(f.avisos) AS a)), '') AS detalle, f.vinculo_id
FROM planilla_fila f
WHERE f.planilla_id = $1 AND f.estado = $2 AND ($3::int8 IS NULL OR f.numero > $3)
ORDER BY f.numero
LIMIT $4
