-- The choices of the form of a task: codes in force or that a task still names, units of the entity, materials.
-- :many
-- in:  entidad_id int8
-- out: lista text, codigo text, nombre text
WITH usado AS (
    SELECT a.regimenes, a.grupos FROM plan_actividad a WHERE a.entidad_id = $1
    UNION ALL
    SELECT a.regimenes, a.grupos FROM plan_plantilla_actividad a)
SELECT x.lista, x.codigo, x.nombre
FROM (SELECT 'REGIMEN' AS lista, r.codigo, r.nombre || CASE WHEN r.vigente THEN '' ELSE ' (ya no vigente)' END AS nombre, r.orden
      FROM regimen r WHERE r.vigente OR EXISTS (SELECT FROM usado u WHERE r.codigo = ANY (u.regimenes))
      UNION ALL
      SELECT 'GRUPO', g.codigo, g.nombre || CASE WHEN g.vigente THEN '' ELSE ' (ya no vigente)' END, g.orden
      FROM grupo g WHERE g.vigente OR EXISTS (SELECT FROM usado u WHERE g.codigo = ANY (u.grupos))
      UNION ALL
      SELECT 'UNIDAD', o.id::text, o.nombre, o.nivel FROM organo o WHERE o.entidad_id = $1 AND o.vigente_hasta IS NULL
      UNION ALL
      SELECT 'MATERIAL', m.id::text, m.titulo, 1 FROM material m
      WHERE m.estado = 'VIGENTE' AND (m.entidad_id IS NULL OR m.entidad_id = $1)) x
ORDER BY x.lista, x.orden, x.nombre
LIMIT 2000
