-- The choices of the form of a task: codes in force, units of the entity, materials.
-- :many
-- in:  entidad_id int8
-- out: lista text, codigo text, nombre text
SELECT x.lista, x.codigo, x.nombre
FROM (SELECT 'REGIMEN' AS lista, r.codigo, r.nombre, r.orden FROM regimen r WHERE r.vigente
      UNION ALL
      SELECT 'GRUPO', g.codigo, g.nombre, g.orden FROM grupo g WHERE g.vigente
      UNION ALL
      SELECT 'UNIDAD', o.id::text, o.nombre, o.nivel FROM organo o WHERE o.entidad_id = $1 AND o.vigente_hasta IS NULL
      UNION ALL
      SELECT 'MATERIAL', m.id::text, m.titulo, 1 FROM material m
      WHERE m.estado = 'VIGENTE' AND (m.entidad_id IS NULL OR m.entidad_id = $1)) x
ORDER BY x.lista, x.orden, x.nombre
LIMIT 2000
