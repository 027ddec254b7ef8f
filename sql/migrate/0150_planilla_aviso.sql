-- What was read of a spreadsheet otherwise than its owner may think: other sheets, hidden rows, rows
-- that are nobody.

SET LOCAL ROLE portal_owner;

ALTER TABLE portal.planilla
    ADD COLUMN aviso text CONSTRAINT planilla_aviso_check CHECK (char_length(aviso) <= 2000),
    ADD COLUMN saltadas jsonb NOT NULL DEFAULT '[]' CONSTRAINT planilla_saltadas_check CHECK (jsonb_typeof(saltadas) = 'array');
COMMENT ON COLUMN portal.planilla.aviso IS 'Of the file: hidden rows that were read, sheets that were not';
COMMENT ON COLUMN portal.planilla.saltadas IS 'Rows that are not of a person, [[number, "text"], …], the first 200';

-- Both have an argument more.
DROP FUNCTION IF EXISTS portal.planilla_abrir(text, text, text, text);
DROP FUNCTION IF EXISTS portal.planilla_fecha(text);
