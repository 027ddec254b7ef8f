-- What tests/sql/test_db.c works on: a scratch database, nothing of the portal.
DROP TABLE IF EXISTS toy_hijo;
DROP TABLE IF EXISTS toy;
CREATE TABLE toy (
    id int8 PRIMARY KEY,
    nombre text NOT NULL,
    nota text,
    dueno int8 NOT NULL DEFAULT 1,
    n int4,
    vivo bool,
    peso float8,
    nacido date,
    creado timestamptz NOT NULL DEFAULT '2026-11-22 14:05:09-05',
    grande int8,
    CONSTRAINT toy_nombre_key UNIQUE (nombre),
    CONSTRAINT toy_dueno_check CHECK (dueno > 0)
);
CREATE TABLE toy_hijo (
    toy_id int8 CONSTRAINT toy_hijo_toy_id_fkey REFERENCES toy DEFERRABLE INITIALLY DEFERRED
);
CREATE OR REPLACE FUNCTION toy_falla(codigo text) RETURNS void LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'toy "%" failed', codigo USING ERRCODE = codigo; END$$;
INSERT INTO toy (id, nombre, nota, n, vivo, peso, nacido, grande)
VALUES (1, 'uno', 'con "comillas" y eñe', -7, true, -0.125, '2022-10-12', -9223372036854775808),
       (2, 'dos', NULL, NULL, NULL, NULL, NULL, NULL),
       (3, 'tres', '', 0, false, 1e300, '1899-01-02', 9223372036854775807);
