-- What whoever is signed in may do with a stage now, as choices.
-- :many
-- in:  id int8
-- out: hacia text, nombre text
SELECT s.hacia, CASE s.hacia WHEN 'CULMINADA' THEN 'Culminó'
           WHEN 'EN_CURSO' THEN CASE s.desde WHEN 'CULMINADA' THEN 'Deshacer: sigue en curso' ELSE 'Empezó' END
           WHEN 'NO_APLICA' THEN 'No le corresponde esta etapa'
           WHEN 'PENDIENTE' THEN 'Deshacer: vuelve a pendiente' ELSE s.hacia END AS nombre
FROM etapa_salidas($1) s
WHERE s.hacia NOT IN ('VALIDADA', 'OBSERVADA')
ORDER BY s.orden
LIMIT 10
