-- Whom a jefe's personal link is for. Reading it changes nothing.
-- :one
-- in:  token_hash text
-- out: resultado text, id int8?, nombre text?, entidad text?, vence date?
SELECT resultado, id, nombre, entidad, vence_el AS vence FROM jefe_enlace_ver($1)
