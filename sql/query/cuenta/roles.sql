-- The roles of one's account that are in force, with their scope.
-- :many
-- out: id int8, rol text, ambito text?, hasta date?, actual bool
SELECT a.id, a.rol_nombre AS rol,
       coalesce(n.nombre, (SELECT string_agg(coalesce(g.nombre, e.sigla, e.nombre), ', ' ORDER BY g.nombre, e.nombre)
                           FROM asignacion_ambito m
                           LEFT JOIN ubigeo g ON g.codigo = m.region
                           LEFT JOIN entidad e ON e.id = m.entidad_id
                           WHERE m.asignacion_id = a.id)) AS ambito,
       a.hasta, a.id = (SELECT actual_asignacion()) AS actual
FROM asignacion_vigente a
LEFT JOIN entidad n ON n.id = a.entidad_id
WHERE a.usuario_id = (SELECT actual_usuario())
ORDER BY a.orden, a.id
LIMIT 100
