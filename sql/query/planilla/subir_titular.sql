-- The titles of an upload whose columns have to be chosen, and what each seems to be.
-- :exec
-- in:  planilla_id int8, titulos text, fila_titulos int4, clave text, columnas text
SELECT planilla_titular($1, $2, $3, $4, $5)
