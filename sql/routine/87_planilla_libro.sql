-- A spreadsheet of newcomers, third part: the template that is handed out.

-- What goes into each column; obligatoria: a row without it does not enter.
CREATE OR REPLACE FUNCTION portal.planilla_notas() RETURNS TABLE (codigo text, obligatoria boolean, nota text)
LANGUAGE sql IMMUTABLE ROWS 25 SET search_path = pg_catalog, portal, pg_temp AS $$
    VALUES ('tipo_documento', false, 'DNI, CE o Pasaporte. Vacío: DNI.'),
        ('documento', true, 'El DNI completo, con sus ceros.'),
        ('apellido_paterno', true, 'Al menos un apellido.'), ('apellido_materno', false, 'Si lo tiene.'),
        ('nombres', true, 'Como figuran en el documento.'), ('sexo', false, 'Mujer u Hombre.'),
        ('fecha_nacimiento', false, 'Día, mes y año.'), ('correo', false, 'Uno solo.'),
        ('celular', false, 'Solo las cifras.'), ('unidad', false, 'Si no existe, se crea.'),
        ('puesto', true, 'El nombre del puesto o cargo.'), ('regimen', true, 'Elíjalo de la lista.'),
        ('grupo', false, 'Elíjalo de la lista.'), ('tipo_contrato', false, 'Elíjalo de la lista.'),
        ('condicion', false, 'Elíjala de la lista.'), ('modalidad', false, 'Vacío: presencial.'),
        ('confianza', false, 'Sí o No. Vacío: No.'), ('primer_ingreso', false, 'Sí o No. Vacío: Sí.'),
        ('sustento', false, 'Contrato o resolución.'), ('jefe', false, 'Su nombre completo o su DNI.'),
        ('fecha_ingreso', true, 'Día, mes y año. Hasta 90 días desde hoy.'),
        ('fecha_inicio_puesto', false, 'Vacía: la fecha de ingreso.')
$$;

-- The values of the columns that have a list, in order; the units are those of the caller's entity.
CREATE OR REPLACE FUNCTION portal.planilla_listas() RETURNS TABLE (codigo text, orden bigint, valor text)
LANGUAGE sql STABLE ROWS 200 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT 'tipo_documento', row_number() OVER (ORDER BY t.codigo), coalesce(t.sigla, t.nombre)
    FROM portal.tipo_documento t WHERE t.vigente
    UNION ALL SELECT 'sexo', x.i, x.v FROM (VALUES (1, 'Mujer'), (2, 'Hombre')) AS x (i, v)
    UNION ALL SELECT 'regimen', row_number() OVER (ORDER BY r.orden), r.nombre_corto FROM portal.regimen r WHERE r.vigente
    UNION ALL SELECT 'grupo', row_number() OVER (ORDER BY g.codigo), g.nombre FROM portal.grupo g WHERE g.vigente
    UNION ALL SELECT 'tipo_contrato', row_number() OVER (ORDER BY t.codigo), t.nombre
    FROM portal.tipo_contrato t WHERE t.vigente
    UNION ALL SELECT 'condicion', row_number() OVER (ORDER BY c.codigo), c.nombre FROM portal.condicion c WHERE c.vigente
    UNION ALL SELECT 'modalidad', x.i, x.v FROM (VALUES (1, 'Presencial'), (2, 'Mixta'), (3, 'Teletrabajo')) AS x (i, v)
    UNION ALL SELECT c, x.i, x.v FROM (VALUES (1, 'Sí'), (2, 'No')) AS x (i, v), unnest('{confianza,primer_ingreso}'::text[]) AS c
    UNION ALL SELECT 'unidad', row_number() OVER (ORDER BY portal.portal_buscable(o.nombre)), o.nombre
    FROM portal.organo o WHERE o.entidad_id = portal.ambito_orh() AND o.vigente_hasta IS NULL
$$;

GRANT EXECUTE ON FUNCTION portal.planilla_notas, portal.planilla_listas TO portal_app;
