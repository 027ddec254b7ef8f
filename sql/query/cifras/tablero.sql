-- The figures of an edition by one dimension: the total first (valor is null), then a line a value.
-- `filtro` is what the list of a line adds to the address.
-- :many
-- in:  edicion_id int8, entidad_id int8?, nivel text?, region text?, regimen text?, sexo text?,
--      desde date?, hasta date?, por text, hoy date, salto int4, limite int4
-- out: valor text?, nombre text, filtro text, registrados int8, en_curso int8, vencidos int8,
--      completados int8, validados int8, retirados int8, mediana float8?
WITH cuadro AS (
    SELECT x.* FROM cifras_cuadro(ROW($1, $2, $3, $4, $5, $6, NULL, $7, $8)::cifra_filtro, $9, $10) x),
linea AS (
    SELECT c.*, row_number() OVER (ORDER BY c.valor IS NOT NULL,
        CASE WHEN $9 IN ('entidad', 'regimen') THEN -c.registrados END, c.valor) AS orden
    FROM cuadro c WHERE c.registrados > 0 OR c.valor IS NULL)
SELECT l.valor, coalesce(cifras_nombre($9, l.valor), 'Total') AS nombre,
       coalesce(cifras_enlace($9, l.valor, $7, $8), '') AS filtro, l.registrados, l.en_curso, l.vencidos,
       l.completados, l.validados, l.retirados, l.mediana
FROM linea l WHERE l.valor IS NULL OR l.orden > 1 + $11
ORDER BY l.orden LIMIT $12
