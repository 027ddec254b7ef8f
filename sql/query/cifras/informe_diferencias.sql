-- What today's data say otherwise than a sealed report, the totals first.
-- :many
-- in:  id int8
-- out: grupo text?, nombre text, antes text, ahora text
SELECT nullif(d.grupo, 'total') AS grupo, d.nombre, d.antes, d.ahora FROM informe_diferencias($1) d LIMIT 201
