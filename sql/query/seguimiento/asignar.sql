-- Entrusts to a gestor the entities that are ticked ("id.version,…"), or all that the filters find.
-- :one
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, nivel text?, region text?, luz text?,
--      gestor text?, todas bool, marcadas text?, destino int8, motivo text?
-- out: resultado text, movidas int8
SELECT r.resultado, r.movidas
FROM cartera_asignar(CASE WHEN $9 THEN ARRAY(SELECT l.entidad_id FROM seguimiento_lista($1, $2, $3, $4, $5, $6, $7, $8) l
                                             WHERE l.coincide)
                          ELSE ARRAY(SELECT m.id FROM etapas_pedidas($10) m) END, $11, $12) r
