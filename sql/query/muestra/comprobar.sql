-- The same draw again, over what there is now.
-- :one
-- in:  id int8
-- out: id int8, nombre text, semilla text, huella text, tamano int4, poblacion int4, ahora int4, igual bool, iguales int4, salieron int4
SELECT m.id, m.nombre, m.semilla, m.huella, m.tamano, m.poblacion, c.poblacion AS ahora, c.misma_poblacion AND c.iguales = m.tamano AS igual,
       c.iguales, c.salieron
FROM muestra m, LATERAL muestra_comprobar(m.id) c
WHERE m.id = $1
