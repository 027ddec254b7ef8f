-- The dated tasks that a plan would give to who entered between two days, by date.
-- :many
-- in:  plan_id int8, desde date, hasta date
-- out: fecha date, nombre text, titulo text, quien text, etapa text, inhabil bool, tarde bool
SELECT s.fecha, s.nombre, s.titulo, quien_en_palabras(s.quien) AS quien, etapa_en_palabras(s.etapa) AS etapa,
       NOT dia_habil(s.fecha) AS inhabil, coalesce(s.fecha > s.plazo, false) AS tarde
FROM plan_simular($1, $2, $3) s
ORDER BY s.fecha, s.nombre, array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], s.etapa), s.orden
LIMIT 301
