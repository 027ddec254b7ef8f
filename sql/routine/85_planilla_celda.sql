-- A spreadsheet of newcomers, first part: what a cell means. Everything here answers NULL to what it
-- does not understand; planilla_revisar() turns that into a cause and a remedy.

-- The columns that a planilla may have, in the order and with the titles of the template.
CREATE OR REPLACE FUNCTION portal.planilla_columnas() RETURNS TABLE (orden integer, codigo text, titulo text, ejemplo text)
LANGUAGE sql IMMUTABLE ROWS 25 SET search_path = pg_catalog, portal, pg_temp AS $$
    VALUES (1, 'tipo_documento', 'Tipo de documento', 'DNI'), (2, 'documento', 'Documento', '00000001'),
        (3, 'apellido_paterno', 'Apellido paterno', 'Prueba'), (4, 'apellido_materno', 'Apellido materno', 'Ejemplo'),
        (5, 'apellidos', 'Apellidos', NULL), (6, 'nombres', 'Nombres', 'Persona Demo'),
        (7, 'nombre_completo', 'Apellidos y nombres', NULL), (8, 'sexo', 'Sexo', 'Mujer'),
        (9, 'fecha_nacimiento', 'Fecha de nacimiento', '24/06/1990'), (10, 'correo', 'Correo', 'persona@example.org'),
        (11, 'celular', 'Celular', '987654321'), (12, 'unidad', 'Unidad', 'Oficina de Ejemplo'),
        (13, 'puesto', 'Puesto', 'Analista de ejemplo'), (14, 'regimen', 'Régimen', 'CAS'),
        (15, 'grupo', 'Grupo', NULL), (16, 'tipo_contrato', 'Tipo de contrato', NULL),
        (17, 'condicion', 'Condición', NULL), (18, 'modalidad', 'Modalidad', 'Presencial'),
        (19, 'confianza', 'De confianza', 'No'), (20, 'primer_ingreso', 'Primer ingreso al Estado', 'Sí'),
        (21, 'sustento', 'Documento de sustento', 'Contrato 001'), (22, 'jefe', 'Jefe inmediato', 'Prueba Jefatura Persona'),
        (23, 'fecha_ingreso', 'Fecha de ingreso', '02/11/2026'),
        (24, 'fecha_inicio_puesto', 'Fecha de inicio en el puesto', '02/11/2026'),
        (25, 'nombres_apellidos', 'Nombres y apellidos', NULL)
$$;

CREATE OR REPLACE FUNCTION portal.planilla_titulo(p_codigo text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT coalesce((SELECT c.titulo FROM portal.planilla_columnas() c WHERE c.codigo = p_codigo), p_codigo) $$;

CREATE OR REPLACE FUNCTION portal.planilla_texto(p text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT nullif(btrim(regexp_replace(normalize(p, NFC), '\s+', ' ', 'g')), '') $$;

-- What people write where there is nothing to write.
CREATE OR REPLACE FUNCTION portal.planilla_nada(p text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT p ~* '^\s*([-–—_.*]+|n/a|s/[ndc]|no (tiene|registra|aplica|cuenta)|ningun[oa]|null|sin (datos?|correo|celular|tel[eé]fono))?\s*$' $$;

-- A row of a total, of a legend, of a unit over its people, or the titles once more.
CREATE OR REPLACE FUNCTION portal.planilla_ajena(p_celdas jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN p_celdas ->> 'documento' ~ '\d'
        THEN (SELECT count(*) = 1 OR count(*) = 2 AND length(regexp_replace(p_celdas ->> 'documento', '\D', '', 'g')) < 7
              FROM jsonb_object_keys(p_celdas))
        ELSE (SELECT count(*) <= 2 FROM jsonb_object_keys(p_celdas))
            -- Titles have no figures; a person with «DNI en trámite» has at least a date.
            OR coalesce(portal.portal_buscable(p_celdas ->> 'documento') ~ '\m(DNI|D N I|DOC|DOCUMENTO)\M', false)
               AND NOT EXISTS (SELECT FROM jsonb_each_text(p_celdas) AS c WHERE c.value ~ '\d\d') END $$;

-- The letter of a sex, F or V when a word says it; M says nothing by itself.
CREATE OR REPLACE FUNCTION portal.planilla_sexo(p text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN p ~* '^\s*muj' THEN 'F' WHEN p ~* '^\s*mas' THEN 'V' ELSE upper(left(btrim(p), 1)) END $$;

-- A number that a spreadsheet wrote as 4.5678912E7 or 45678912.0; NULL when it rounded digits away.
CREATE OR REPLACE FUNCTION portal.planilla_cifras(p text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v text[] := regexp_match(p, '^(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})$');
BEGIN
    IF v IS NOT NULL THEN
        RETURN CASE WHEN length(coalesce(v[2], '')) = v[3]::integer THEN v[1] || coalesce(v[2], '') END;
    END IF;
    RETURN regexp_replace(p, '^(\d+)[.,]0+$', '\1');
END $$;

-- The number of a document, with what was repaired; causa when it cannot be one.
CREATE OR REPLACE FUNCTION portal.planilla_documento(p_crudo text, p_tipo text, OUT numero text, OUT digito text,
                                                     OUT aviso text, OUT causa text)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v text := upper(regexp_replace(coalesce(p_crudo, ''), '[\s''’`]', '', 'g'));
    v_antes text := v;
BEGIN
    IF v = '' THEN
        causa := 'Falta el número de documento';
        RETURN;
    END IF;
    IF p_tipo = '01' THEN
        v := regexp_replace(v, '^(D\.?N\.?I\.?|N[°º.]*)[:.\-]*(?=\d)', '');
        v_antes := v;
    END IF;
    v := portal.planilla_cifras(v);
    IF v IS NULL THEN
        causa := 'La hoja de cálculo recortó el número';
        RETURN;
    ELSIF v <> v_antes THEN
        aviso := 'Documento: la hoja de cálculo lo había cambiado a ' || v_antes || '; se leyó ' || v;
    END IF;
    IF p_tipo = '01' AND v ~ '^\d{8}-[0-9A-Z]$' THEN
        digito := right(v, 1);
        v := left(v, 8);
    END IF;
    v := regexp_replace(v, '[.\-]', '', 'g');
    IF p_tipo = '01' AND v ~ '^\d{5,7}$' THEN
        aviso := concat_ws('. ', aviso, 'Documento: se completaron los ceros del inicio (' || v || ' → ' || lpad(v, 8, '0') || ')');
        v := lpad(v, 8, '0');
    ELSIF p_tipo = '04' AND v ~ '^\d{6,8}$' THEN
        aviso := concat_ws('. ', aviso, 'Documento: se completaron los ceros del inicio (' || v || ' → ' || lpad(v, 9, '0') || ')');
        v := lpad(v, 9, '0');
    END IF;
    numero := v;
END $$;

-- A day as people and spreadsheets write it: day first, ISO, with a month's name, or the number of
-- days since 1899-12-30. p_mes_delante: the other days of its column show that the month is first.
CREATE OR REPLACE FUNCTION portal.planilla_fecha(p text, p_mes_delante boolean DEFAULT false, OUT fecha date, OUT aviso text)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_meses constant text[] := '{ene,feb,mar,abr,may,jun,jul,ago,set,oct,nov,dic}';
    c_months constant text[] := '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}';
    v text := lower(coalesce(p, ''));
    m text[];
    d integer;
    mes integer;
    a integer;
BEGIN
    v := regexp_replace(v, '^(lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),? +', '');
    v := regexp_replace(v, '[t ]+\d{1,2}:\d{2}(:\d{2})?([.,]\d+)?( ?[ap]\.?m\.?)?$', '');
    m := regexp_match(v, '^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})$');
    IF m IS NOT NULL THEN
        SELECT m[1]::integer, m[2]::integer, m[3]::integer INTO d, mes, a;
        IF d <= 12 AND (mes > 12 OR p_mes_delante) THEN
            aviso := 'estaba con el mes delante (' || p || ')';
            SELECT mes, d INTO d, mes;
        END IF;
        IF a < 100 THEN
            a := a + CASE WHEN a > 40 THEN 1900 ELSE 2000 END;
            aviso := concat_ws('; ', aviso, 'el año tenía dos cifras (' || p || ')');
        END IF;
    ELSIF v ~ '^\d{4}[/\-]\d{1,2}[/\-]\d{1,2}$' THEN
        m := regexp_split_to_array(v, '[/\-]');
        SELECT m[3]::integer, m[2]::integer, m[1]::integer INTO d, mes, a;
    ELSIF v ~ '^\d{5}([.,]\d+)?$' AND left(v, 5)::integer BETWEEN 10000 AND 60000 THEN
        fecha := date '1899-12-30' + left(v, 5)::integer;
        aviso := 'era un número de la hoja de cálculo (' || p || ')';
        RETURN;
    ELSE
        m := regexp_match(v, '^(\d{1,2})[ /.\-]*(?:de )? *([a-z]{3})[a-z]*\.?[ /.\-]*(?:del? )? *(\d{4}|\d{2})$');
        IF m IS NULL THEN
            RETURN;
        END IF;
        SELECT m[1]::integer, coalesce(array_position(c_meses, m[2]), array_position(c_months, m[2])), m[3]::integer
        INTO d, mes, a;
        a := a + CASE WHEN a > 99 THEN 0 WHEN a > 40 THEN 1900 ELSE 2000 END;
    END IF;
    IF mes BETWEEN 1 AND 12 AND a BETWEEN 1900 AND 2100 AND d BETWEEN 1 AND 31
        AND extract(month FROM make_date(a, mes, 1) + d - 1) = mes THEN
        fecha := make_date(a, mes, 1) + d - 1;
    END IF;
END $$;

-- A code of a list by its code (with or without its zeros), its name, or words that only one has.
CREATE OR REPLACE FUNCTION portal.planilla_codigo(p_lista text, p_valor text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH lista AS (
        SELECT codigo, nombre, nombre_corto AS corto FROM portal.regimen WHERE vigente AND p_lista = 'regimen'
        UNION ALL SELECT codigo, nombre, NULL FROM portal.grupo WHERE vigente AND p_lista = 'grupo'
        UNION ALL SELECT codigo, nombre, NULL FROM portal.tipo_contrato WHERE vigente AND p_lista = 'tipo_contrato'
        UNION ALL SELECT codigo, nombre, NULL FROM portal.condicion WHERE vigente AND p_lista = 'condicion'
        UNION ALL SELECT codigo, nombre, sigla FROM portal.tipo_documento WHERE vigente AND p_lista = 'tipo_documento'),
    -- C.A.S. is CAS.
    buscado AS (SELECT regexp_replace(replace(regexp_replace(portal.portal_buscable(p_valor), '\m([A-Z]) (?=[A-Z]\M)', '\1', 'g'),
        'CARNET', 'CARNE'), '^(LEY |REGIMEN )?SERVIR$', 'LEY 30057') AS v),
    hallado AS (
        SELECT l.codigo, CASE
            WHEN b.v IN (l.codigo, portal.portal_buscable(l.nombre), portal.portal_buscable(l.corto))
                OR (b.v ~ '^\d+$' AND b.v = ltrim(l.codigo, '0')) THEN 1
            WHEN strpos(' ' || portal.portal_buscable(concat_ws(' ', l.corto, l.nombre)) || ' ', ' ' || b.v || ' ') > 0 THEN 2
            WHEN substring(b.v FROM '\m\d{3,5}\M') = substring(portal.portal_buscable(l.nombre) FROM '\m\d{3,5}\M') THEN 3
            WHEN p_lista = 'regimen' AND b.v ~ '\mCAS\M' AND l.corto ~ '^CAS\M' THEN 4
            END AS orden
        FROM lista l, buscado b WHERE b.v <> '')
    SELECT CASE WHEN count(*) = 1 THEN min(codigo) END
    FROM hallado h WHERE h.orden = (SELECT min(x.orden) FROM hallado x);
$$;

CREATE OR REPLACE FUNCTION portal.planilla_si_no(p text, p_vacio boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN p IS NULL THEN p_vacio
        WHEN portal.portal_buscable(p) IN ('SI', 'S', 'X', '1', 'VERDADERO', 'TRUE') THEN true
        WHEN portal.portal_buscable(p) IN ('NO', 'N', '0', 'FALSO', 'FALSE', '') THEN false END $$;

-- A whole name in its parts: at its comma, else by its words (partido), when there are two at least.
CREATE OR REPLACE FUNCTION portal.planilla_nombre(p text, p_nombres_antes boolean, OUT paterno text, OUT materno text, OUT nombres text,
                                                  OUT partido boolean)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v text[] := ARRAY(SELECT m[1] FROM regexp_matches(p, '((?:(?:de|del|la|las|los|san|santa|von|van|y) )*\S+)', 'gi') AS m);
    n integer := cardinality(v);
    v_apellidos text := btrim(split_part(p, ',', CASE WHEN p_nombres_antes THEN 2 ELSE 1 END));
BEGIN
    partido := strpos(p, ',') = 0 AND n >= 2;
    IF NOT partido THEN
        nombres := nullif(btrim(split_part(p, ',', CASE WHEN p_nombres_antes THEN 1 ELSE 2 END)), '');
        SELECT nullif(a[1], ''), nullif(a[2], '') INTO paterno, materno FROM portal.planilla_apellidos(v_apellidos) AS a;
    ELSIF p_nombres_antes THEN
        paterno := v[greatest(n - 1, 2)];
        materno := CASE WHEN n > 2 THEN v[n] END;
        nombres := array_to_string(v[1:greatest(n - 2, 1)], ' ');
    ELSE
        paterno := v[1];
        materno := CASE WHEN n > 2 THEN v[2] END;
        nombres := array_to_string(v[least(n, 3):n], ' ');
    END IF;
END $$;

-- "Prueba de la Cruz" as paterno and materno: particles stay with the word that follows.
CREATE OR REPLACE FUNCTION portal.planilla_apellidos(p text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT regexp_match(p, '^((?:(?:de|del|la|las|los|san|santa|von|van|y) )*\S+) ?(.*)$', 'i') $$;

CREATE OR REPLACE FUNCTION portal.planilla_motivo(p_si boolean, p_columna text, p_causa text, p_remedio text) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN p_si THEN jsonb_build_object('columna', p_columna, 'causa', p_causa, 'remedio', p_remedio) END $$;

-- The words of a name in one order, so that "Persona Prueba" finds "Prueba, Persona".
CREATE OR REPLACE FUNCTION portal.planilla_palabras(p text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT string_agg(w, ' ' ORDER BY w) FROM string_to_table(portal.portal_buscable(p), ' ') AS w $$;

-- What a formula that failed leaves in its cell, in English and Spanish; #FORMULA is what the reader
-- of workbooks puts where a formula came without its result.
CREATE OR REPLACE FUNCTION portal.planilla_error(p text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT left(p, 1) IN ('#', 'E') AND p ~ '^(#(N/[AD]|¡?REF!|VALUE!|¡VALOR!|NAME\?|¿NOMBRE\?|¡?DIV/0!|¡?NUM!|NULL!|¡NULO!|SPILL!|¡DESBORDAMIENTO!|CALC!|¡CALC!|FORMULA)|Err:\d{3})$' $$;
