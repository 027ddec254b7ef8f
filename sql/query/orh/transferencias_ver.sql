-- One proposal of transfer of the session's entity: what the destination may know before it accepts.
-- :one
-- in:  id int8, entidad_id int8
-- out: id int8, persona_id int8, entrante bool, abierta bool, estado text, nombre text, documento text,
--      puesto text, otra text, fecha date, motivo text?, respuesta text?, propuesta timestamptz,
--      vinculo_id int8?
SELECT t.id, t.persona_id, t.entidad_destino = $2 AS entrante, t.estado = 'PROPUESTA' AS abierta, t.estado,
       t.persona_nombre AS nombre, t.persona_documento AS documento, t.puesto_origen AS puesto,
       e.nombre AS otra, t.fecha, t.motivo, t.respuesta, t.propuesta_en AS propuesta,
       CASE WHEN t.entidad_origen = $2 THEN t.vinculo_id ELSE t.vinculo_nuevo_id END AS vinculo_id
FROM transferencia t
JOIN entidad e ON e.id = CASE WHEN t.entidad_origen = $2 THEN t.entidad_destino ELSE t.entidad_origen END
WHERE t.id = $1 AND (t.entidad_origen = $2 OR t.entidad_destino = $2)
