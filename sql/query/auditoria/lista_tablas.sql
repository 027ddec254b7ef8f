-- What the audit speaks of, as choices: the tables that have its trigger.
-- :many
-- out: tabla text, nombre text
SELECT c.relname::text AS tabla, upper(left(n.nombre, 1)) || substr(n.nombre, 2) AS nombre
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
CROSS JOIN LATERAL (SELECT tabla_nombre(c.relname::text) AS nombre) n
WHERE t.tgname = 't90_auditoria' AND c.relnamespace = 'portal'::regnamespace
ORDER BY portal_buscable(n.nombre), c.relname
LIMIT 100
