-- How many entities the list holds with these filters.
-- :one
-- in:  palabra1 text?, palabra2 text?, palabra3 text?, tipo text?, nivel text?, region text?,
--      orh text?, actividad text?
-- out: total int8
SELECT count(*) AS total
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
