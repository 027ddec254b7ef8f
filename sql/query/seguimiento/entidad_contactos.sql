-- Contacts with an entity, the newest first; one that was corrected says so.
-- :many
-- in:  entidad_id int8, despues_de int8?, limite int4
-- out: id int8, fecha date, canal text, con_quien text?, tema text, nota text?, quien text?, creado_en timestamptz,
--      corregido bool, correccion bool, es_mio bool, acuerdo text?
SELECT c.id, c.fecha,
       CASE c.canal WHEN 'LLAMADA' THEN 'Llamada' WHEN 'VISITA' THEN 'Visita' WHEN 'CORREO' THEN 'Correo'
           WHEN 'REUNION' THEN 'Reunión' ELSE 'Nota' END AS canal,
       c.con_quien, c.tema, c.nota, nombre_de_usuario(c.usuario_id) AS quien, c.creado_en, k.id IS NOT NULL AS corregido,
       c.corrige_id IS NOT NULL AS correccion, c.usuario_id = actual_usuario() AS es_mio,
       (SELECT string_agg(t.texto, '; ' ORDER BY t.id) FROM compromiso t WHERE t.contacto_id = c.id) AS acuerdo
FROM contacto c
LEFT JOIN contacto k ON k.corrige_id = c.id
WHERE c.entidad_id = $1
  AND ($2::int8 IS NULL OR (c.fecha, c.id) < (SELECT x.fecha, x.id FROM contacto x WHERE x.id = $2))
ORDER BY c.fecha DESC, c.id DESC
LIMIT $3
