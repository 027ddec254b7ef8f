-- Entities by name with who heads their ORH and what they have registered; a gestor finds theirs.
-- :many
-- in:  palabra1 text?, palabra2 text?, palabra3 text?, tipo text?, nivel text?, region text?,
--      orh text?, actividad text?, despues_de int8?, limite int4
-- out: id int8, nombre text, sigla text?, tipo text, nivel_gobierno text, region text?, jefe text?,
--      personas int8, muchas bool, ultima timestamptz?
WITH pagina AS MATERIALIZED (
    SELECT e.id, e.nombre, e.sigla, e.tipo, e.nivel_gobierno, e.ubigeo, e.busqueda
    FROM entidad e
    WHERE ((SELECT actual_rol()) <> 'GESTOR' OR e.id = ANY ((SELECT ambito_gestor())::bigint[]))
      AND ($1::text IS NULL OR ' ' || e.busqueda LIKE '% ' || $1 || '%')
      AND ($2::text IS NULL OR ' ' || e.busqueda LIKE '% ' || $2 || '%')
      AND ($3::text IS NULL OR ' ' || e.busqueda LIKE '% ' || $3 || '%')
      AND ($4::text IS NULL OR e.tipo = $4)
      AND ($5::text IS NULL OR e.nivel_gobierno = $5)
      AND ($6::text IS NULL OR left(e.ubigeo, 2) = $6)
      AND ($7::text IS NULL OR ($7 = 'CON') = (e.id IN (SELECT c.entidad_id FROM entidades_con_orh() c)))
      AND ($8::text IS NULL OR ($8 = 'CON') = (e.id IN (SELECT c.entidad_id FROM entidades_con_actividad() c)))
      AND ($9::int8 IS NULL OR (e.busqueda, e.id) > ((SELECT c.busqueda FROM entidad c WHERE c.id = $9), $9))
    ORDER BY e.busqueda, e.id
    LIMIT $10)
SELECT e.id, e.nombre, e.sigla, e.tipo, e.nivel_gobierno, u.nombre AS region, o.jefe,
       least(coalesce(x.personas, 0), 1000) AS personas, coalesce(x.personas > 1000, false) AS muchas, x.ultima
FROM pagina e
LEFT JOIN ubigeo u ON u.codigo = left(e.ubigeo, 2)
LEFT JOIN LATERAL entidad_orh(e.id) o ON true
LEFT JOIN LATERAL entidad_actividad(e.id) x ON true
ORDER BY e.busqueda, e.id
