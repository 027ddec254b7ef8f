-- What changed in some audit lines, field by field, in the order of the list.
-- :many
-- in:  ids text
-- out: auditoria_id int8, campo text, antes text?, despues text?
SELECT a.id AS auditoria_id, c.campo, c.antes, c.despues
FROM auditoria a, auditoria_campos(a.antes, a.despues) c
WHERE a.id = ANY (string_to_array($1, ',')::int8[])
ORDER BY a.id DESC
LIMIT 2000
