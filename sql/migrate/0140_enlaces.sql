-- Personal links: how old one of a reminder is, how many a day are mailed, who looked through one.

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.recordatorio_enlace ADD COLUMN creado_en timestamptz NOT NULL DEFAULT now();
CREATE INDEX recordatorio_enlace_creado_en_idx ON portal.recordatorio_enlace (creado_en);

CREATE INDEX jefe_enlace_creado_por_idx ON portal.jefe_enlace (creado_por, creado_en);

-- Who opens the link of a jefe has no account.
ALTER TABLE portal.acceso
    ALTER COLUMN usuario_id DROP NOT NULL,
    ADD CONSTRAINT acceso_usuario_id_check CHECK (usuario_id IS NOT NULL OR tabla = 'jefe_enlace');
