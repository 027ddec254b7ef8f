-- Leaves the registration of many to the background worker; of few it answers "ahora".
-- :one
-- in:  planilla_id int8, cambian bool, ahora int4
-- out: resultado text
SELECT planilla_encargar($1, $2, $3) AS resultado
