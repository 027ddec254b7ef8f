-- What SERVIR reads when it reviews.

-- The codes of etapa.rareza as reasons.
CREATE OR REPLACE FUNCTION portal.rareza_en_palabras(p_rareza text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(coalesce('{"ANTES_DEL_INGRESO": "terminó antes de su ingreso", "MISMO_DIA": "terminó el mismo día de su ingreso",
        "MUY_RAPIDA": "terminó muy pronto después de su ingreso", "FUERA_DE_PLAZO": "terminó fuera de plazo",
        "ANTES_DE_LA_B": "la C terminó antes que la B",
        "SERVIDOR_NO_CONFORME": "la persona dice que no la recibió", "JEFE_NO_CONFORME": "su jefe no está conforme",
        "SIN_CONFORMIDAD": "la persona aún no confirma que la recibió",
        "SIN_CONFORMIDAD_JEFE": "su jefe aún no da su conformidad"}'::jsonb ->> x, x), '; ')
    FROM string_to_table(p_rareza, ' ') AS x $$;

GRANT EXECUTE ON FUNCTION portal.rareza_en_palabras TO portal_app;
