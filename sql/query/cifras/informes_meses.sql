-- The months of an edition that have ended, newest first, as choices.
-- :many
-- out: valor text, nombre text
SELECT e.id || '.' || to_char(m, 'YYYY-MM') AS valor, e.nombre || ': ' || cifras_nombre('mes', m::date::text) AS nombre
FROM edicion e, generate_series(date_trunc('month', e.desde::timestamp),
                                least(date_trunc('month', coalesce(e.hasta, hoy())::timestamp) + interval '1 month',
                                      date_trunc('month', hoy()::timestamp) - interval '1 month'), interval '1 month') AS m
WHERE e.programa = 'SERVIDORES'
  AND NOT EXISTS (SELECT FROM informe i WHERE i.edicion_id = e.id AND i.mes = m::date)
ORDER BY m DESC, e.desde DESC
LIMIT 60
