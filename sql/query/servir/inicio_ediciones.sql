-- Every edition with its target, who is registered, the seats of its term and its budget; those
-- with a target first.
-- :many
-- out: id int8, programa text, nombre text, desde date, hasta date?, meta text?, unidad text?,
--      inscritos int8, completados int8?, costo_meta text?, costo_completado text?, universo int8?,
--      presupuesto text?, con_meta bool, vigente bool, por_cargo bool
SELECT e.id, p.nombre AS programa, e.nombre, e.desde, e.hasta, trim_scale(m.valor)::text AS meta, m.unidad,
       coalesce(i.inscritos, 0) AS inscritos, i.completados,
       round(b.monto / nullif(m.valor, 0), 2)::text AS costo_meta,
       round(b.monto / nullif(i.completados, 0), 2)::text AS costo_completado,
       CASE WHEN e.programa = 'FUNCIONARIOS'
            THEN (SELECT count(*) FROM cargo_electo c WHERE c.periodo_id = e.periodo_id) END AS universo,
       b.monto::text AS presupuesto,
       m.id IS NOT NULL AS con_meta,
       hoy() BETWEEN e.desde AND coalesce(e.hasta, 'infinity') AS vigente, e.programa <> 'SERVIDORES' AS por_cargo
FROM edicion e
JOIN programa p ON p.codigo = e.programa
LEFT JOIN meta m ON m.edicion_id = e.id AND m.codigo = 'PARTICIPANTES'
LEFT JOIN edicion_inscritos() i ON i.edicion_id = e.id
LEFT JOIN (SELECT edicion_id, sum(monto) AS monto FROM presupuesto GROUP BY edicion_id) b ON b.edicion_id = e.id
ORDER BY m.id IS NULL, e.anio, p.orden, e.desde
LIMIT 60
