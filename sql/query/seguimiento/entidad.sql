-- One entity in sight as its gestor needs it: the light, who accompanies it, how its people are, each
-- figure as long as the list it leads to.
-- :one
-- in:  id int8
-- out: id int8, clave text, nombre text, nivel text, lugar text?, contacto_nombre text?, contacto_correo text?,
--      contacto_telefono text?, gestor text?, gestor_desde date?, por_cartera bool, rojo bool, ambar bool, razones text,
--      ultimo_contacto date?, dias_sin_contacto int4?, vencidas int8, personas int8, en_curso int8,
--      culminadas int8, con_orh bool
SELECT e.id, e.clave, e.nombre, e.nivel_gobierno AS nivel,
       (SELECT string_agg(u.nombre, ', ' ORDER BY char_length(u.codigo) DESC) FROM ubigeo u
        WHERE u.codigo IN (e.ubigeo, left(e.ubigeo, 4), left(e.ubigeo, 2))) AS lugar,
       e.contacto_nombre, e.contacto_correo, e.contacto_telefono, g.nombre AS gestor, g.desde AS gestor_desde,
       coalesce(g.por = 'CARTERA', false) AS por_cartera, s.luz = 3 AS rojo, s.luz = 2 AS ambar, s.razones,
       s.ultimo_contacto, CASE WHEN s.ultimo_contacto IS NOT NULL THEN s.dias_sin_contacto END AS dias_sin_contacto,
       a.vencidas, p.personas, a.en_curso, a.culminadas, s.con_orh
FROM entidad e
JOIN seguimiento_semaforo($1) s ON s.entidad_id = e.id
LEFT JOIN entidad_gestor($1) g ON true
CROSS JOIN LATERAL (SELECT count(*) AS personas FROM vinculo v
    WHERE v.entidad_id = $1 AND (v.fecha_cese IS NULL OR v.fecha_cese >= hoy())) p
CROSS JOIN LATERAL (
    SELECT count(DISTINCT x.vinculo_id) FILTER (WHERE x.vence < hoy()) AS vencidas,
           count(DISTINCT x.vinculo_id) FILTER (WHERE cifra_cuenta(x, 'EN_CURSO', hoy())) AS en_curso,
           count(DISTINCT x.vinculo_id) FILTER (WHERE cifra_cuenta(x, 'COMPLETADO', hoy())) AS culminadas
    FROM avance x WHERE x.entidad_id = $1 AND (x.cese IS NULL OR x.cese >= hoy())) a
WHERE e.id = $1
