-- The list of follow-up as the lines of a CSV file, titles first, in the order of the list.
-- :one
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, nivel text?, region text?, luz text?,
--      gestor text?
-- out: filas int8, lineas text
WITH linea AS (
    SELECT l.clave, csv_linea(e.clave, e.nombre, e.ruc, initcap(e.nivel_gobierno), u.nombre, g.nombre,
           CASE l.luz WHEN 3 THEN 'Rojo' WHEN 2 THEN 'Ámbar' ELSE 'Verde' END, l.razones,
           to_char(l.ultimo_contacto, 'DD/MM/YYYY'), l.vencidas::text, l.abiertas::text, l.compromisos::text,
           l.compromisos_vencidos::text, l.consultas::text, l.consultas_vencidas::text, si_no(l.con_orh)) AS texto
    FROM seguimiento_lista($1, $2, $3, $4, $5, $6, $7, $8) l
    JOIN entidad e ON e.id = l.entidad_id
    LEFT JOIN ubigeo u ON u.codigo = left(e.ubigeo, 2)
    LEFT JOIN gestores() g ON g.usuario_id = l.gestor_id
    WHERE l.coincide)
SELECT count(*) AS filas,
       csv_linea('Código', 'Entidad', 'RUC', 'Nivel de gobierno', 'Región', 'Gestor', 'Semáforo', 'Razones',
                 'Último contacto', 'Etapas vencidas', 'Etapas por terminar', 'Compromisos abiertos',
                 'Compromisos vencidos', 'Consultas por responder', 'Consultas fuera de plazo', 'Con jefatura de ORH')
       || coalesce(string_agg(l.texto, '' ORDER BY l.clave DESC), '') AS lineas
FROM linea l
