-- The files of a task, newest first; repetida: the same file shows another stage too.
-- :many
-- in:  id int8
-- out: id int8, nombre text, tipo text, kb int4, cuando timestamptz, quien text?, repetida bool
SELECT x.id, x.nombre, CASE x.tipo WHEN 'application/pdf' THEN 'PDF' ELSE 'Foto' END AS tipo,
       (x.bytes + 1023) / 1024 AS kb, x.creado_en AS cuando, nombre_de_usuario(x.usuario_id) AS quien,
       EXISTS (SELECT FROM evidencia o WHERE o.sha256 = x.sha256 AND o.etapa_id <> x.etapa_id) AS repetida
FROM evidencia x
WHERE x.actividad_id = $1
ORDER BY x.id DESC
LIMIT 20
