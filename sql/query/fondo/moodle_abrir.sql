-- The pull that a job is about, while it goes on.
-- :opt
-- in:  cola_id int8
-- out: carga_id int8, moodle_id int8, acreditacion text, listada bool
SELECT k.id AS carga_id, v.moodle_id, v.acreditacion, EXISTS (SELECT FROM mooc_fila f WHERE f.carga_id = k.id) AS listada
FROM cola c
JOIN mooc_carga k ON k.id = (c.datos ->> 'carga_id')::bigint
JOIN curso_version v ON v.id = k.curso_version_id
WHERE c.id = $1 AND k.estado IN ('EN_COLA', 'EN_CURSO')
