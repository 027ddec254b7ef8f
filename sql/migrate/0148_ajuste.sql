-- A setting knows what it may hold, so that a page can let the administrator change it.

SET LOCAL ROLE portal_owner;

-- Digits between two numbers, or a text of so many characters.
CREATE FUNCTION portal.parametro_cabe(p_valor text, p_tipo text, p_minimo integer, p_maximo integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN p_tipo = 'TEXTO' THEN char_length(p_valor) BETWEEN p_minimo AND p_maximo
                WHEN p_valor ~ '^[0-9]{1,9}$' THEN p_valor::integer BETWEEN p_minimo AND p_maximo ELSE false END $$;

ALTER TABLE portal.parametro
    ADD COLUMN grupo text NOT NULL DEFAULT 'Otros' CONSTRAINT parametro_grupo_check CHECK (char_length(grupo) BETWEEN 3 AND 60),
    ADD COLUMN tipo text NOT NULL DEFAULT 'TEXTO' CONSTRAINT parametro_tipo_check CHECK (tipo IN ('ENTERO', 'TEXTO')),
    ADD COLUMN minimo integer NOT NULL DEFAULT 0,
    ADD COLUMN maximo integer NOT NULL DEFAULT 2000,
    ADD CONSTRAINT parametro_valor_range CHECK (portal.parametro_cabe(valor, tipo, minimo, maximo));
COMMENT ON COLUMN portal.parametro.minimo IS 'Of a number; of a text, how many characters it has at least';
GRANT UPDATE (valor) ON portal.parametro TO portal_app;
