-- Takes back one act of whoever asks.
-- :one
-- in:  id int8
-- out: resultado text, etapas int4?, detalle text?
SELECT resultado, etapas, detalle FROM decision_deshacer($1)
