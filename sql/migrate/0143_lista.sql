-- A list of attendance is declared once, as the evidence of everybody on it; and whoever holds a jefe's link hands in
-- files without an account.

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.evidencia
    ADD COLUMN lista_el date,
    ADD COLUMN subida_por_texto text DEFAULT left(nullif(current_setting('portal.via', true), ''), 100)
        CONSTRAINT evidencia_subida_por_texto_check CHECK (char_length(subida_por_texto) BETWEEN 1 AND 100),
    ALTER COLUMN usuario_id DROP NOT NULL,
    ADD CONSTRAINT evidencia_usuario_id_check CHECK (num_nonnulls(usuario_id, subida_por_texto) > 0);
COMMENT ON COLUMN portal.evidencia.lista_el
    IS 'The file is the attendance list of that day: with its entity and its content, which list';
COMMENT ON COLUMN portal.evidencia.subida_por_texto IS 'Who handed it in when it was not an account: the link of a jefe';
COMMENT ON TABLE portal.evidencia
    IS 'Files of a stage; the bytes are in the folder of files under their SHA-256. Changed in one way: declared as a list';
GRANT INSERT ON portal.evidencia TO portal_definer;
-- The file of one person turns out to be the list of many. Whoever marks many declares it, once.
GRANT UPDATE (lista_el) ON portal.evidencia TO portal_app;
CREATE POLICY evidencia_declara ON portal.evidencia FOR UPDATE
    USING (lista_el IS NULL
           AND (entidad_id = (SELECT portal.ambito_orh())
                OR EXISTS (SELECT FROM portal.vinculo v
                           WHERE v.id = vinculo_id AND v.jefe_persona_id = (SELECT portal.ambito_jefe()))))
    WITH CHECK (lista_el IS NOT NULL);

-- Rows: beyond the owner, whom the policies bind too.
RESET ROLE;
-- One file of the same task of several people was no repetition until now, whichever days they had it: one list, of the
-- first of them. What it was judged by stays.
UPDATE portal.evidencia x SET lista_el = g.dia
FROM (SELECT d.id, min(coalesce(a.hecha_el, d.creado_en::date)) OVER w AS dia,
             min(d.vinculo_id) OVER w < max(d.vinculo_id) OVER w AS de_varios
      FROM portal.evidencia d JOIN portal.actividad a ON a.id = d.actividad_id
      WINDOW w AS (PARTITION BY d.sha256, a.entidad_id, a.tipo, a.titulo)) g
WHERE g.id = x.id AND g.de_varios;
DROP FUNCTION IF EXISTS portal.evidencia_comun(bigint, bigint);
