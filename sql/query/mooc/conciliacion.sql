-- How many are on both sides, alike or not, and on one alone; when Moodle was asked.
-- :one
-- in:  curso_id int8
-- out: ambos int8, distintos int8, aqui int8, alla int8, cuando timestamptz?, carga_id int8?
SELECT count(*) FILTER (WHERE c.grupo = 'AMBOS') AS ambos, count(*) FILTER (WHERE c.grupo = 'DISTINTO') AS distintos,
       count(*) FILTER (WHERE c.grupo = 'AQUI') AS aqui, count(*) FILTER (WHERE c.grupo = 'ALLA') AS alla,
       (SELECT k.terminado_en FROM mooc_carga k WHERE k.curso_id = $1 AND k.fuente = 'MOODLE' AND k.estado = 'HECHA'
        ORDER BY k.id DESC LIMIT 1) AS cuando,
       (SELECT k.id FROM mooc_carga k WHERE k.curso_id = $1 AND k.fuente = 'MOODLE' AND k.estado = 'HECHA'
        ORDER BY k.id DESC LIMIT 1) AS carga_id
FROM mooc_conciliar($1) c
