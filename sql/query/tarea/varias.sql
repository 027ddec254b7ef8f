-- Marks and unmarks many tasks: lines "class|id|version|date|", t done, v undone.
-- :one
-- in:  pedido text
-- out: hechas int4, fallidas int4, detalle text?
SELECT hechas, fallidas, detalle FROM actividad_marcar_varias($1)
