-- Territory by INEI code; level and parent follow from the code. The RENIEC alias is not touched:
-- no source of ours gives it for sure.

SET LOCAL search_path = portal, public;

CREATE TEMP TABLE dato_ubigeo (codigo text, nombre text, vigente_desde date, fuente text)
    ON COMMIT DROP;
\copy dato_ubigeo FROM 'ubigeo.csv' CSV HEADER
MERGE INTO ubigeo AS t USING dato_ubigeo AS d ON t.codigo = d.codigo
WHEN MATCHED AND (t.nombre, t.vigente_desde, t.fuente)
        IS DISTINCT FROM (d.nombre, d.vigente_desde, d.fuente) THEN
    UPDATE SET nombre = d.nombre, vigente_desde = d.vigente_desde, fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (codigo, nombre, nivel, padre, vigente_desde, fuente)
    VALUES (d.codigo, d.nombre,
            CASE char_length(d.codigo) WHEN 2 THEN 'REGION' WHEN 4 THEN 'PROVINCIA' ELSE 'DISTRITO' END,
            nullif(left(d.codigo, -2), ''), d.vigente_desde, d.fuente);
