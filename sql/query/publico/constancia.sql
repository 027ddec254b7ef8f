-- Whether the code of a constancia is valid today; each check is kept.
-- :one
-- in:  codigo text, address text
-- out: resultado text, entidad text?, etapa text?, iniciales text?, ingreso date?, fin date?, validada bool?
SELECT resultado, entidad, etapa, iniciales, ingreso, fin, validada FROM constancia_verificar($1, $2)
