-- A reviewer takes back what they decided a moment before: which events are of one act, and for how long.

SET LOCAL ROLE portal_owner;

-- Who decided what, newest first; taking it back is a decision too.
DROP INDEX portal.evento_decision_idx;
CREATE INDEX evento_decision_idx ON portal.evento (id)
    WHERE tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA', 'ETAPA_DESHECHA');
-- One act is one transaction of one person: its events carry the same instant.
CREATE INDEX evento_acto_idx ON portal.evento (usuario_id, conocido_en)
    WHERE tipo IN ('ETAPA_VALIDADA', 'ETAPA_OBSERVADA');

RESET ROLE;
INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('revision_deshacer_min', '10', 'Minutos en que SERVIR puede deshacer lo que acaba de validar u observar; con 0 no se puede. '
     'Mientras tanto no sale ningún recordatorio de la observación');
