-- After a page was read: the session's sign of life and, when the page noted one, the look at a
-- record.
-- :exec
-- in:  token_hash text, address text, request text, tabla text?, registro_id text?, persona_id int8?
SELECT CASE WHEN a.activa THEN sesion_tocar() END,
       CASE WHEN a.activa AND $4::text IS NOT NULL THEN acceso_anotar($4, $5, $6) END
FROM sesion_abrir($1, $2, $3) a
