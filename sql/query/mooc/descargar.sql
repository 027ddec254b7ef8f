-- The rows of a load that wait, as the lines of a CSV file with a column of remarks; its titles are understood again.
-- :opt
-- in:  carga_id int8
-- out: lineas text
SELECT csv_linea('Fila', 'Documento', 'Número de ID', 'Nombre de usuario', 'Dirección de correo', 'Apellidos', 'Nombres',
           'Nombre completo', 'Nota', 'Curso completado', 'Estado', 'Fecha', 'Observaciones')
       || coalesce((SELECT string_agg(csv_linea(f.numero::text, f.celdas ->> 'documento', f.celdas ->> 'idnumber',
              f.celdas ->> 'usuario', f.celdas ->> 'correo', f.celdas ->> 'apellidos', f.celdas ->> 'nombres',
              f.celdas ->> 'nombre', coalesce(f.celdas ->> 'porcentaje', f.celdas ->> 'nota'), f.celdas ->> 'fin',
              f.celdas ->> 'estado', f.celdas ->> 'fecha', f.detalle), '' ORDER BY f.numero)
          FROM mooc_fila f WHERE f.carga_id = k.id AND f.estado IN ('SIN_COINCIDENCIA', 'POR_CORREGIR', 'DEJADA', 'REPETIDA')), '') AS lineas
FROM mooc_carga k
WHERE k.id = $1
