-- Puts the cleaning and the reminders of the day into the queue, once, whoever asks.
-- :exec
SELECT cola_poner('LIMPIEZA', 'limpieza-' || hoy(), '{}'), recordatorio_programar()
