-- First version of each rule. A published rule is never rewritten, whoever was enrolled under it
-- keeps it: a change is a new version.

SET LOCAL search_path = portal, public;

CREATE TEMP TABLE dato_regla (codigo text, programa text, edicion text, version integer,
    vigente_desde date, meses_en_puesto integer, fecha_referencia text, texto text, fuente text)
    ON COMMIT DROP;
\copy dato_regla FROM 'regla.csv' CSV HEADER
INSERT INTO regla (codigo, programa, edicion_id, version, vigente_desde, meses_en_puesto,
                   fecha_referencia, texto, fuente)
SELECT d.codigo, d.programa, e.id, d.version, d.vigente_desde, d.meses_en_puesto,
       d.fecha_referencia, d.texto, d.fuente
FROM dato_regla d LEFT JOIN edicion e ON e.codigo = d.edicion
WHERE NOT EXISTS (SELECT FROM regla r WHERE r.codigo = d.codigo)
ORDER BY d.codigo;

CREATE TEMP TABLE dato_regla_etapa (regla text, tipo text, dias integer, unidad text, base text,
    responsable text, texto text, fuente text) ON COMMIT DROP;
\copy dato_regla_etapa FROM 'regla_etapa.csv' CSV HEADER
INSERT INTO regla_etapa (regla_id, tipo, dias, unidad, base, responsable, texto, fuente)
SELECT r.id, d.tipo, d.dias, d.unidad, d.base, d.responsable, d.texto, d.fuente
FROM dato_regla_etapa d JOIN regla r ON r.codigo = d.regla
WHERE NOT EXISTS (SELECT FROM regla_etapa x WHERE x.regla_id = r.id AND x.tipo = d.tipo);
