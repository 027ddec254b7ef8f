-- One setting and what it may hold.
-- :opt
-- in:  clave text?
-- out: clave text, grupo text, descripcion text, valor text, entero bool, minimo int4, maximo int4
SELECT p.clave, p.grupo, p.descripcion, p.valor, p.tipo = 'ENTERO' AS entero, p.minimo, p.maximo FROM parametro p WHERE p.clave = $1
