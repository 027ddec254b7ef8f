-- Entities, other than one's own, whose name, acronym or RUC has every typed word.
-- :many
-- in:  texto text, menos_entidad int8, hoy date
-- out: id int8, nombre text, sigla text?, lugar text?
SELECT e.id, e.nombre, e.sigla, (SELECT u.nombre FROM ubigeo u WHERE u.codigo = left(e.ubigeo, 2)) AS lugar
FROM entidad e
WHERE e.id <> $2 AND (e.vigente_hasta IS NULL OR e.vigente_hasta >= $3)
  AND NOT EXISTS (SELECT FROM unnest(string_to_array($1, ' ')) AS w
                  WHERE position(' ' || w IN ' ' || e.busqueda) = 0)
ORDER BY e.busqueda = $1 DESC, portal_buscable(e.sigla) = $1 DESC NULLS LAST, char_length(e.nombre), e.id
LIMIT 21
