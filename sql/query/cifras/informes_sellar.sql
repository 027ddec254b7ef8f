-- Seals the report of a month.
-- :one
-- in:  edicion_id int8, mes date
-- out: resultado text, id int8?
SELECT s.resultado, s.id FROM informe_sellar($1, $2) s
