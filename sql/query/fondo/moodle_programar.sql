-- Puts the pulls of the night into the queue, once, whoever asks.
-- :one
-- out: cursos int8
SELECT mooc_programar() AS cursos
