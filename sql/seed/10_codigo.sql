-- Official code tables. A row that an administrator switched off (vigente) stays off.

SET LOCAL search_path = portal, public;

CREATE TEMP TABLE dato_tipo_documento (codigo text, nombre text, sigla text, formato text, ayuda text,
    orden integer, fuente text) ON COMMIT DROP;
\copy dato_tipo_documento FROM 'tipo_documento.csv' CSV HEADER
MERGE INTO tipo_documento AS t USING dato_tipo_documento AS d ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.sigla, t.formato, t.ayuda, t.orden, t.fuente)
        IS DISTINCT FROM (d.nombre, d.sigla, d.formato, d.ayuda, d.orden, d.fuente) THEN
    UPDATE SET nombre = d.nombre, sigla = d.sigla, formato = d.formato, ayuda = d.ayuda,
        orden = d.orden, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, sigla, formato, ayuda, orden, fuente)
    VALUES (d.codigo, d.nombre, d.sigla, d.formato, d.ayuda, d.orden, d.fuente);

CREATE TEMP TABLE dato_regimen (codigo text, nombre text, nombre_corto text, orden integer,
    fuente text) ON COMMIT DROP;
\copy dato_regimen FROM 'regimen.csv' CSV HEADER
MERGE INTO regimen AS t USING dato_regimen AS d ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.nombre_corto, t.orden, t.fuente)
        IS DISTINCT FROM (d.nombre, d.nombre_corto, d.orden, d.fuente) THEN
    UPDATE SET nombre = d.nombre, nombre_corto = d.nombre_corto, orden = d.orden, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, nombre_corto, orden, fuente)
    VALUES (d.codigo, d.nombre, d.nombre_corto, d.orden, d.fuente);

CREATE TEMP TABLE dato_grupo (codigo text, nombre text, orden integer, fuente text) ON COMMIT DROP;
\copy dato_grupo FROM 'grupo.csv' CSV HEADER
MERGE INTO grupo AS t USING dato_grupo AS d ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.orden, t.fuente) IS DISTINCT FROM (d.nombre, d.orden, d.fuente) THEN
    UPDATE SET nombre = d.nombre, orden = d.orden, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, orden, fuente) VALUES (d.codigo, d.nombre, d.orden, d.fuente);

CREATE TEMP TABLE dato_tipo_contrato (codigo text, nombre text, orden integer, fuente text) ON COMMIT DROP;
\copy dato_tipo_contrato FROM 'tipo_contrato.csv' CSV HEADER
MERGE INTO tipo_contrato AS t USING dato_tipo_contrato AS d ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.orden, t.fuente) IS DISTINCT FROM (d.nombre, d.orden, d.fuente) THEN
    UPDATE SET nombre = d.nombre, orden = d.orden, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, orden, fuente) VALUES (d.codigo, d.nombre, d.orden, d.fuente);

CREATE TEMP TABLE dato_condicion (codigo text, nombre text, orden integer, fuente text) ON COMMIT DROP;
\copy dato_condicion FROM 'condicion.csv' CSV HEADER
MERGE INTO condicion AS t USING dato_condicion AS d ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.orden, t.fuente) IS DISTINCT FROM (d.nombre, d.orden, d.fuente) THEN
    UPDATE SET nombre = d.nombre, orden = d.orden, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, orden, fuente) VALUES (d.codigo, d.nombre, d.orden, d.fuente);
