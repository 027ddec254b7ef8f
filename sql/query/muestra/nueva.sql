-- Draws a sample and keeps it.
-- :one
-- in:  nombre text, estado text, desde date, hasta date, etapa text?, nivel text?, region text?, semilla text,
--      n int4, por_ciento bool
-- out: resultado text, id int8?, poblacion int4
SELECT resultado, id, poblacion FROM muestra_sortear($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
