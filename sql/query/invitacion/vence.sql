-- Until when a personal link made now is good; the mail says it before the link exists.
-- :one
-- in:  recuperacion bool
-- out: vence timestamptz
SELECT now() + make_interval(hours => CASE WHEN $1 THEN parametro_int('enlace_recuperacion_horas', 2)
                                           ELSE parametro_int('enlace_invitacion_horas', 168) END) AS vence
