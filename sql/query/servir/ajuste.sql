-- One setting and what it may hold.
-- :opt
-- in:  codigo text?
-- out: codigo text, grupo text, descripcion text, valor text, entero bool, minimo int4, maximo int4
SELECT p.clave AS codigo, p.grupo, p.descripcion, p.valor, p.tipo = 'ENTERO' AS entero, p.minimo, p.maximo FROM parametro p WHERE p.clave = $1
