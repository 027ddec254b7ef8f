-- Every edition with its target, who is registered, the seats of its term and its budget; those
-- with a target first.
-- :many
-- out: id int8, programa text, nombre text, desde date, hasta date?, meta text?, unidad text?,
--      inscritos int8, universo int8?, presupuesto text?, con_meta bool, vigente bool, por_cargo bool
SELECT e.id, p.nombre AS programa, e.nombre, e.desde, e.hasta, trim_scale(m.valor)::text AS meta, m.unidad,
       coalesce(i.inscritos, 0) AS inscritos,
       CASE WHEN e.programa = 'FUNCIONARIOS'
            THEN (SELECT count(*) FROM cargo_electo c WHERE c.periodo_id = e.periodo_id) END AS universo,
       (SELECT sum(b.monto)::text FROM presupuesto b WHERE b.edicion_id = e.id) AS presupuesto,
       m.id IS NOT NULL AS con_meta,
       hoy() BETWEEN e.desde AND coalesce(e.hasta, 'infinity') AS vigente, e.programa <> 'SERVIDORES' AS por_cargo
FROM edicion e
JOIN programa p ON p.codigo = e.programa
LEFT JOIN meta m ON m.edicion_id = e.id AND m.codigo = 'PARTICIPANTES'
LEFT JOIN edicion_inscritos() i ON i.edicion_id = e.id
ORDER BY m.id IS NULL, e.anio, p.orden, e.desde
LIMIT 60
