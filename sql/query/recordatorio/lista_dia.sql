-- The day that a preview is for: the one asked for, else the next working day (today included).
-- :one
-- in:  dia date?
-- out: dia date, habil bool
SELECT d.dia, dia_habil(d.dia) AS habil
FROM (SELECT coalesce($1::date, (SELECT g::date FROM generate_series(hoy(), hoy() + 20, interval '1 day') g
                           WHERE dia_habil(g::date) ORDER BY g LIMIT 1), hoy()) AS dia) d
