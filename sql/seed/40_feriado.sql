-- Holidays. Once loaded they are SERVIR's to confirm or correct, so none is rewritten.

SET LOCAL search_path = portal, public;

CREATE TEMP TABLE dato_feriado (fecha date, nombre text, fuente text) ON COMMIT DROP;
\copy dato_feriado FROM 'feriado.csv' CSV HEADER
INSERT INTO feriado (fecha, nombre, fuente)
SELECT fecha, nombre, fuente FROM dato_feriado
ON CONFLICT (fecha) DO NOTHING;
