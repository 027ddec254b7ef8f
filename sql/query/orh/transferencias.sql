-- Proposals of transfer in and out of an entity, open ones first.
-- :many
-- in:  entidad_id int8
-- out: id int8, entrante bool, abierta bool, estado text, nombre text, documento text, puesto text, otra text,
--      fecha date, motivo text?, respuesta text?, propuesta timestamptz, resuelta timestamptz?,
--      vinculo_id int8?
SELECT t.id, t.entidad_destino = $1 AS entrante, t.estado = 'PROPUESTA' AS abierta, t.estado,
       t.persona_nombre AS nombre, t.persona_documento AS documento, t.puesto_origen AS puesto,
       e.nombre AS otra, t.fecha, t.motivo, t.respuesta, t.propuesta_en AS propuesta, t.resuelta_en AS resuelta,
       CASE WHEN t.entidad_origen = $1 THEN t.vinculo_id ELSE t.vinculo_nuevo_id END AS vinculo_id
FROM transferencia t
JOIN entidad e ON e.id = CASE WHEN t.entidad_origen = $1 THEN t.entidad_destino ELSE t.entidad_origen END
WHERE t.entidad_origen = $1 OR t.entidad_destino = $1
ORDER BY (t.estado = 'PROPUESTA') DESC, t.id DESC
LIMIT 100
