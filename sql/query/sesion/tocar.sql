-- After a page was read: the session's sign of life and, when the page noted one, the look at a
-- record, or through the link of a jefe, who needs no session.
-- :exec
-- in:  token_hash text, address text, request text, tabla text?, registro_id text?, persona_id int8?
SELECT CASE WHEN a.activa THEN sesion_tocar() END,
       CASE WHEN $4 = 'jefe_enlace' THEN jefe_enlace_mirar($5::int8)
            WHEN a.activa AND $4::text IS NOT NULL THEN acceso_anotar($4, $5, $6) END
FROM sesion_abrir($1, $2, $3) a
