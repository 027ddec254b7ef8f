-- One edition of a programme.
-- :one
-- in:  id int8
-- out: id int8, programa text, nombre text, desde date, hasta date?, nota text?, fuente text?,
--      periodo text?, por_cargo bool, de_servidores bool, inscritos int8, universo int8,
--      presupuesto text?, abiertos int8, lugares_total int8
SELECT e.id, p.nombre AS programa, e.nombre, e.desde, e.hasta, e.nota, e.fuente, g.codigo AS periodo,
       e.programa = 'FUNCIONARIOS' AS por_cargo, e.programa = 'SERVIDORES' AS de_servidores,
       CASE WHEN e.programa = 'FUNCIONARIOS'
            THEN coalesce((SELECT i.inscritos FROM edicion_inscritos() i WHERE i.edicion_id = e.id), 0)
            ELSE coalesce((SELECT sum(i.total)::int8 FROM edicion_estados(e.id) i), 0) END AS inscritos,
       CASE WHEN e.programa = 'FUNCIONARIOS'
            THEN (SELECT count(*) FROM cargo_electo c WHERE c.periodo_id = e.periodo_id) ELSE 0 END AS universo,
       (SELECT sum(b.monto)::text FROM presupuesto b WHERE b.edicion_id = e.id) AS presupuesto,
       (SELECT count(*) FROM edicion_entidad x WHERE x.edicion_id = e.id AND x.entidad_id IS NULL) AS abiertos,
       (SELECT count(*) FROM edicion_entidad x WHERE x.edicion_id = e.id) AS lugares_total
FROM edicion e
JOIN programa p ON p.codigo = e.programa
LEFT JOIN periodo_gobierno g ON g.id = e.periodo_id
WHERE e.id = $1
