-- The vinculos of the person who is signed in with the entity of their role, newest first: their own
-- data as its ORH wrote them.
-- :many
-- out: id int8, entidad text, organo text?, puesto text, regimen text, modalidad text, jefe text?,
--      ingreso date, cese date?, edicion text?, vigente bool
SELECT v.id, n.nombre AS entidad, o.nombre AS organo, v.puesto, r.nombre_corto AS regimen, v.modalidad,
       v.jefe_nombre AS jefe, v.fecha_ingreso AS ingreso, v.fecha_cese AS cese,
       (SELECT e.nombre FROM inscripcion i JOIN edicion e ON e.id = i.edicion_id WHERE i.vinculo_id = v.id
        ORDER BY i.id DESC LIMIT 1) AS edicion,
       v.fecha_cese IS NULL OR v.fecha_cese >= hoy() AS vigente
FROM vinculo v
JOIN entidad n ON n.id = v.entidad_id
JOIN regimen r ON r.codigo = v.regimen
LEFT JOIN organo o ON o.id = v.organo_id
WHERE v.persona_id = actual_persona() AND v.entidad_id = actual_entidad()
ORDER BY v.fecha_ingreso DESC, v.id DESC
LIMIT 20
