-- Programmes, terms of office, elections, editions and their targets, places and budget.
-- Editions, targets and places, once there, are SERVIR's and are not rewritten. Budget lines restate
-- their source, so they follow the file.

SET LOCAL search_path = portal, public;

CREATE TEMP TABLE dato_programa (codigo text, nombre text, descripcion text, orden integer)
    ON COMMIT DROP;
\copy dato_programa FROM 'programa.csv' CSV HEADER
MERGE INTO programa AS t USING dato_programa AS d ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.descripcion, t.orden) IS DISTINCT FROM (d.nombre, d.descripcion, d.orden) THEN
    UPDATE SET nombre = d.nombre, descripcion = d.descripcion, orden = d.orden
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, descripcion, orden) VALUES (d.codigo, d.nombre, d.descripcion, d.orden);

CREATE TEMP TABLE dato_periodo (codigo text, nombre text, desde date, hasta date, fuente text)
    ON COMMIT DROP;
\copy dato_periodo FROM 'periodo_gobierno.csv' CSV HEADER
MERGE INTO periodo_gobierno AS t USING dato_periodo AS d ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.desde, t.hasta, t.fuente) IS DISTINCT FROM (d.nombre, d.desde, d.hasta, d.fuente) THEN
    UPDATE SET nombre = d.nombre, desde = d.desde, hasta = d.hasta, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, desde, hasta, fuente)
    VALUES (d.codigo, d.nombre, d.desde, d.hasta, d.fuente);

CREATE TEMP TABLE dato_proceso (codigo text, nombre text, fecha date, periodo text, fuente text)
    ON COMMIT DROP;
\copy dato_proceso FROM 'proceso_electoral.csv' CSV HEADER
MERGE INTO proceso_electoral AS t
USING (SELECT d.*, p.id AS periodo_id FROM dato_proceso d JOIN periodo_gobierno p ON p.codigo = d.periodo) AS d
    ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.fecha, t.periodo_id, t.fuente)
        IS DISTINCT FROM (d.nombre, d.fecha, d.periodo_id, d.fuente) THEN
    UPDATE SET nombre = d.nombre, fecha = d.fecha, periodo_id = d.periodo_id, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, fecha, periodo_id, fuente)
    VALUES (d.codigo, d.nombre, d.fecha, d.periodo_id, d.fuente);

-- An edition whose dates meet one that SERVIR opened by hand is left out.
CREATE TEMP TABLE dato_edicion (codigo text, programa text, anio integer, nombre text, desde date,
    hasta date, periodo text, nota text, fuente text) ON COMMIT DROP;
\copy dato_edicion FROM 'edicion.csv' CSV HEADER
INSERT INTO edicion (codigo, programa, anio, nombre, desde, hasta, periodo_id, nota, fuente)
SELECT d.codigo, d.programa, d.anio, d.nombre, d.desde, d.hasta, p.id, d.nota, d.fuente
FROM dato_edicion d LEFT JOIN periodo_gobierno p ON p.codigo = d.periodo
WHERE NOT EXISTS (
    SELECT FROM edicion e
    WHERE e.codigo = d.codigo
       OR (e.programa = d.programa
           AND daterange(e.desde, e.hasta, '[]') && daterange(d.desde, d.hasta, '[]')))
ORDER BY d.desde, d.codigo;

CREATE TEMP TABLE dato_meta (edicion text, codigo text, texto text, valor numeric, unidad text,
    nota text, fuente text, orden integer) ON COMMIT DROP;
\copy dato_meta FROM 'meta.csv' CSV HEADER
INSERT INTO meta (edicion_id, codigo, texto, valor, unidad, nota, fuente, orden)
SELECT e.id, d.codigo, d.texto, d.valor, d.unidad, d.nota, d.fuente, d.orden
FROM dato_meta d JOIN edicion e ON e.codigo = d.edicion
WHERE NOT EXISTS (SELECT FROM meta m WHERE m.edicion_id = e.id AND m.codigo = d.codigo);

CREATE TEMP TABLE dato_lugar (edicion text, orden integer, grupo text, entidad text, nota text)
    ON COMMIT DROP;
\copy dato_lugar FROM 'edicion_entidad.csv' CSV HEADER
INSERT INTO edicion_entidad (edicion_id, orden, grupo, entidad_id, nota)
SELECT e.id, d.orden, d.grupo, n.id, d.nota
FROM dato_lugar d
JOIN edicion e ON e.codigo = d.edicion
LEFT JOIN entidad n ON n.clave = d.entidad
WHERE NOT EXISTS (SELECT FROM edicion_entidad x WHERE x.edicion_id = e.id AND x.orden = d.orden)
ORDER BY e.id, d.orden;

CREATE TEMP TABLE dato_presupuesto (edicion text, orden integer, etiqueta text,
    etiqueta_corregida text, monto numeric, descripcion text, nota text, fuente text) ON COMMIT DROP;
\copy dato_presupuesto FROM 'presupuesto.csv' CSV HEADER
MERGE INTO presupuesto AS t
USING (SELECT e.id AS edicion_id, d.* FROM dato_presupuesto d JOIN edicion e ON e.codigo = d.edicion) AS d
    ON t.edicion_id = d.edicion_id AND t.orden = d.orden
WHEN MATCHED AND (t.etiqueta, t.etiqueta_corregida, t.monto, t.descripcion, t.nota, t.fuente)
        IS DISTINCT FROM (d.etiqueta, d.etiqueta_corregida, d.monto, d.descripcion, d.nota, d.fuente) THEN
    UPDATE SET etiqueta = d.etiqueta, etiqueta_corregida = d.etiqueta_corregida, monto = d.monto,
        descripcion = d.descripcion, nota = d.nota, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (edicion_id, orden, etiqueta, etiqueta_corregida, monto, descripcion, nota, fuente)
    VALUES (d.edicion_id, d.orden, d.etiqueta, d.etiqueta_corregida, d.monto, d.descripcion, d.nota,
            d.fuente);
