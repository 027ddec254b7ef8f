-- One sealed report.
-- :opt
-- in:  id int8
-- out: edicion text, codigo text, mes_iso text, mes text, conocido_en timestamptz, sha256 text,
--      registrados text, completados text, vencidos text
SELECT e.nombre AS edicion, e.codigo, to_char(i.mes, 'YYYY-MM') AS mes_iso, cifras_nombre('mes', i.mes::text) AS mes,
       i.conocido_en, i.sha256, i.cifras -> 0 ->> 'registrados' AS registrados,
       i.cifras -> 0 ->> 'completados' AS completados, i.cifras -> 0 ->> 'vencidos' AS vencidos
FROM informe i JOIN edicion e ON e.id = i.edicion_id WHERE i.id = $1
