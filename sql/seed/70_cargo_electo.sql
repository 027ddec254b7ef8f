-- Seats of each term, from the territory in force on the day of its election: one governor a region,
-- one mayor a province, one mayor a district but not in the capital of a province (code 01), which
-- the provincial mayor governs.

SET LOCAL search_path = portal, public;

MERGE INTO cargo_electo AS t
USING (
    SELECT p.periodo_id, p.id AS proceso_id, u.codigo AS ubigeo, e.id AS entidad_id,
           CASE u.nivel WHEN 'REGION' THEN 'GOBERNADOR_REGIONAL'
                        WHEN 'PROVINCIA' THEN 'ALCALDE_PROVINCIAL' ELSE 'ALCALDE_DISTRITAL' END AS tipo
    FROM proceso_electoral p
    JOIN ubigeo u ON coalesce(u.vigente_desde, p.fecha) <= p.fecha
                 AND coalesce(u.vigente_hasta, p.fecha) >= p.fecha
    LEFT JOIN entidad e ON e.clave = CASE u.nivel WHEN 'REGION' THEN 'GR-' || u.codigo
        WHEN 'PROVINCIA' THEN 'MUNI-' || u.codigo || '01' ELSE 'MUNI-' || u.codigo END
    WHERE p.codigo IN ('ERM-2022', 'ERM-2026')
      AND NOT (u.nivel = 'DISTRITO' AND right(u.codigo, 2) = '01')
    ORDER BY p.fecha, u.nivel DESC, u.codigo) AS d
    ON t.periodo_id = d.periodo_id AND t.tipo = d.tipo AND t.ubigeo = d.ubigeo
WHEN MATCHED AND (t.proceso_id, t.entidad_id) IS DISTINCT FROM (d.proceso_id, d.entidad_id) THEN
    UPDATE SET proceso_id = d.proceso_id, entidad_id = d.entidad_id
WHEN NOT MATCHED THEN
    INSERT (periodo_id, proceso_id, tipo, ubigeo, entidad_id)
    VALUES (d.periodo_id, d.proceso_id, d.tipo, d.ubigeo, d.entidad_id);
