-- First step: makes the draft of a registration, or says why there is none to make.
-- :one
-- in:  token text, tipo_documento text, numero_documento text, digito text?
-- out: resultado text, vinculo_id int8?, ayuda text?
SELECT r.resultado, r.vinculo_id, (SELECT t.ayuda FROM tipo_documento t WHERE t.codigo = $2) AS ayuda
FROM registro_iniciar($1, $2, $3, $4) r
