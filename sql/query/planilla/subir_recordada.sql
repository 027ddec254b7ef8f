-- What the entity chose for these titles before.
-- :opt
-- in:  clave text
-- out: columnas text
SELECT e.columnas::text AS columnas
FROM planilla_eleccion e
WHERE e.entidad_id = ambito_orh() AND e.clave_titulos = $1
