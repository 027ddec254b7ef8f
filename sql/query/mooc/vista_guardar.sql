-- Keeps what was decided about rows of the tray.
-- :one
-- in:  carga_id int8, filas text
-- out: resultado text, halladas int8?, dejadas int8?, sin_hallar int8?
SELECT resultado, halladas, dejadas, sin_hallar
FROM mooc_emparejar($1, $2)
