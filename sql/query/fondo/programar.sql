-- Puts the cleaning of the day into the queue, once, whoever asks.
-- :exec
SELECT cola_poner('LIMPIEZA', 'limpieza-' || hoy(), '{}')
