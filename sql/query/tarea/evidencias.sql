-- The files of a stage and its tasks, or of one task, newest first; repetida: the same file shows what is another's too;
-- personas: of how many people it was declared as the list of attendance.
-- :many
-- in:  etapa_id int8?, actividad_id int8?
-- out: id int8, nombre text, tipo text, kb int4, cuando timestamptz, quien text?, repetida bool, personas int8?
SELECT x.id, x.nombre, CASE x.tipo WHEN 'application/pdf' THEN 'PDF' ELSE 'Foto' END AS tipo,
       (x.bytes + 1023) / 1024 AS kb, x.creado_en AS cuando,
       coalesce(x.subida_por_texto, nombre_de_usuario(x.usuario_id)) AS quien,
       EXISTS (SELECT FROM evidencia o WHERE o.sha256 = x.sha256 AND o.etapa_id <> x.etapa_id
                  AND NOT evidencia_comun(x, o)) AS repetida,
       evidencia_personas(x) AS personas
FROM evidencia x
WHERE x.etapa_id = $1 OR x.actividad_id = $2
ORDER BY x.id DESC
LIMIT 20
