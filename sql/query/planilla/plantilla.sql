-- The titles of a planilla, as a file to fill in.
-- :one
-- out: lineas text
SELECT 'sep=;' || E'\r\n' || string_agg(titulo, ';' ORDER BY orden) || E'\r\n' AS lineas
FROM planilla_columnas() WHERE codigo NOT IN ('apellidos', 'nombre_completo', 'nombres_apellidos')
