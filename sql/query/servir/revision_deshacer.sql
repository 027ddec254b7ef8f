-- What whoever reviews decided last, while they may still take it back.
-- :opt
-- out: decision_id int8, decision_etapas int8, decision_valida bool, decision_hasta timestamptz
SELECT a.id AS decision_id, (SELECT count(*) FROM decision_acto(a.id)) AS decision_etapas, a.tipo = 'ETAPA_VALIDADA' AS decision_valida,
       decision_hasta(a) AS decision_hasta
FROM (SELECT x.* FROM evento x
      WHERE x.tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA') AND x.usuario_id = (SELECT actual_usuario())
      ORDER BY x.conocido_en DESC, x.id LIMIT 1) a
WHERE decision_deshacible(a)
