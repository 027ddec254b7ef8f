-- Another value for a setting, if it is still the one that was seen.
-- :one
-- in:  codigo text?, visto text?, valor text?
-- out: resultado text, tipo text?, minimo int4?, maximo int4?
SELECT resultado, tipo, minimo, maximo FROM parametro_cambiar($1, $2, $3)
