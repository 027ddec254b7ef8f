-- Takes the job that is due longest, reminders last, also one whose worker died under it. Two workers never take the
-- same one; intentos is the taker's ticket: only it may end what it took.
-- :opt
-- in:  con_correo bool, con_moodle bool
-- out: id int8, tipo text, intentos int4
UPDATE cola SET estado = 'EN_CURSO', intentos = cola.intentos + 1, tomado_en = clock_timestamp()
WHERE id = (
    SELECT c.id FROM cola c
    WHERE c.estado IN ('PENDIENTE', 'EN_CURSO') AND c.proximo_en <= clock_timestamp()
      AND (c.estado = 'PENDIENTE' OR c.tomado_en < clock_timestamp() - interval '10 minutes')
      AND ($1 OR c.tipo NOT IN ('CORREO', 'RECORDATORIO')) AND ($2 OR c.tipo <> 'MOODLE')
    ORDER BY (c.tipo = 'RECORDATORIO'), c.proximo_en, c.id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, tipo, intentos
