-- One entity in sight, with its place, the head of its ORH and what it has registered.
-- :one
-- in:  id int8
-- out: id int8, clave text, ruc text?, nombre text, sigla text?, tipo text, nivel_gobierno text,
--      lugar text?, vigente_desde date?, vigente_hasta date?, fuente text?, version int4,
--      jefe text?, jefe_correo text?, personas int8, muchas bool, ultima timestamptz?,
--      vencidas int8, vencidas_muchas bool
SELECT e.id, e.clave, e.ruc, e.nombre, e.sigla, e.tipo, e.nivel_gobierno,
       (SELECT string_agg(u.nombre, ', ' ORDER BY char_length(u.codigo) DESC) FROM ubigeo u
        WHERE u.codigo IN (e.ubigeo, left(e.ubigeo, 4), left(e.ubigeo, 2))) AS lugar,
       e.vigente_desde, e.vigente_hasta, e.fuente, e.version, o.jefe, o.correo AS jefe_correo,
       least(coalesce(x.personas, 0), 1000) AS personas, coalesce(x.personas > 1000, false) AS muchas, x.ultima,
       least(t.vencidas, 1000) AS vencidas, t.vencidas > 1000 AS vencidas_muchas
FROM entidad e
LEFT JOIN LATERAL entidad_orh(e.id) o ON true
LEFT JOIN LATERAL entidad_actividad(e.id) x ON true
CROSS JOIN LATERAL (SELECT count(*) AS vencidas FROM (
    SELECT FROM vinculo v
    WHERE v.entidad_id = e.id AND (v.fecha_cese IS NULL OR v.fecha_cese >= hoy())
      AND EXISTS (SELECT FROM avance a WHERE a.vinculo_id = v.id AND a.vence < hoy())
    LIMIT 1001) y) t
WHERE e.id = $1 AND entidad_visible($1)
