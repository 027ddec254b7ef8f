-- A spreadsheet of newcomers, second part: load, judge, correct, accept, undo. All of it works on
-- whole planillas, never row by row from a page.

-- resultado: nueva, repetida (planilla_id is the earlier one), no_autorizado.
CREATE OR REPLACE FUNCTION portal.planilla_abrir(p_nombre text, p_sha256 text, p_formato text, p_ignoradas text,
                                                 p_aviso text)
RETURNS TABLE (resultado text, planilla_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_entidad bigint := portal.ambito_orh();
BEGIN
    IF v_entidad IS NULL THEN
        resultado := 'no_autorizado';
        RETURN NEXT;
        RETURN;
    END IF;
    INSERT INTO portal.planilla (entidad_id, nombre, sha256, formato, ignoradas, aviso)
    VALUES (v_entidad, p_nombre, p_sha256, p_formato, left(p_ignoradas, 1000), left(p_aviso, 2000))
    ON CONFLICT (entidad_id, sha256) WHERE estado NOT IN ('DESHECHA', 'ARCHIVADA') DO NOTHING RETURNING id INTO planilla_id;
    resultado := CASE WHEN planilla_id IS NULL THEN 'repetida' ELSE 'nueva' END;
    IF planilla_id IS NULL THEN
        SELECT x.id INTO planilla_id FROM portal.planilla x
        WHERE x.entidad_id = v_entidad AND x.sha256 = p_sha256 AND x.estado NOT IN ('DESHECHA', 'ARCHIVADA');
    END IF;
    RETURN NEXT;
END $$;

-- p_columnas ["documento", …], "" for one that is not used; p_filas [[numero, "celda", …], …]. The
-- row of the titles is left out, and what is no person; of those `saltadas` keeps the beginning. Answers
-- how many rows came in.
CREATE OR REPLACE FUNCTION portal.planilla_cargar(p_planilla_id bigint, p_columnas text, p_filas text) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_columnas text[] := ARRAY(SELECT jsonb_array_elements_text(p_columnas::jsonb));
    v_filas bigint[];
BEGIN
    WITH cruda AS MATERIALIZED (
        SELECT p.id, p.entidad_id, (f.fila ->> 0)::integer AS numero, c.celdas,
               cardinality(array_remove(v_columnas, '')) >= 5 AND portal.planilla_ajena(c.celdas) AS ajena
        FROM portal.planilla p, jsonb_array_elements(p_filas::jsonb) AS f (fila),
            LATERAL (SELECT jsonb_strip_nulls(jsonb_object(v_columnas, ARRAY(
                SELECT CASE WHEN NOT portal.planilla_nada(x.v) THEN btrim(x.v) END
                FROM jsonb_array_elements_text(f.fila - 0) WITH ORDINALITY AS x (v, i) ORDER BY x.i))) - '' AS celdas) c
        WHERE p.id = p_planilla_id AND (f.fila ->> 0)::integer IS DISTINCT FROM p.fila_titulos AND c.celdas <> '{}'),
    dicha AS (
        UPDATE portal.planilla p SET saltadas = p.saltadas || s.filas
        FROM (SELECT jsonb_agg(jsonb_build_array(c.numero, (SELECT left(string_agg(e.value, ' '), 60)
                  FROM jsonb_each_text(c.celdas) AS e)) ORDER BY c.numero) AS filas FROM cruda c WHERE c.ajena) s
        WHERE p.id = p_planilla_id AND s.filas IS NOT NULL AND jsonb_array_length(p.saltadas) < 200),
    alta AS (
        INSERT INTO portal.planilla_fila (planilla_id, entidad_id, numero, crudo, celdas)
        SELECT c.id, c.entidad_id, c.numero, c.celdas, c.celdas FROM cruda c WHERE NOT c.ajena
        RETURNING id)
    SELECT array_agg(id) INTO v_filas FROM alta;
    PERFORM portal.planilla_leer(p_planilla_id, v_filas);
    RETURN cardinality(v_filas);
END $$;

-- What the cells of some rows mean, and what is wrong with each by itself.
CREATE OR REPLACE FUNCTION portal.planilla_leer(p_planilla_id bigint, p_filas bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_entidad bigint := (SELECT entidad_id FROM portal.planilla WHERE id = p_planilla_id);
    v_hoy date := portal.hoy();
    -- What a letter becomes when a program does not know it, and what no name has.
    c_roto constant text := '[?¿' || chr(65533) || '@#*_=\\/]';
    v_regimenes text := (SELECT string_agg(nombre_corto, ', ' ORDER BY orden) FROM portal.regimen WHERE vigente);
BEGIN
    -- The file's own habits, by its first rows: those of this call may be one that was corrected.
    WITH muestra AS MATERIALIZED (
        SELECT f.crudo FROM portal.planilla_fila f WHERE f.planilla_id = p_planilla_id ORDER BY f.numero LIMIT 1000),
    -- A program set to English writes the month first: its file then has days like 11/25/2026 and none
    -- like 25/11/2026. What somebody types here has the day first.
    mes AS MATERIALIZED (
        SELECT coalesce(bool_or(x.v ~ '^\d{1,2}[/.-](1[3-9]|2\d|3[01])[/.-]\d')
                   AND NOT bool_or(x.v ~ '^(1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-]\d'), false) AS delante
        FROM muestra c,
            LATERAL (VALUES (c.crudo ->> 'fecha_ingreso'), (c.crudo ->> 'fecha_nacimiento'),
                (c.crudo ->> 'fecha_inicio_puesto')) AS x (v)),
    fila AS MATERIALIZED (
        SELECT f.id, f.numero, f.celdas, portal.planilla_texto(c.tipo_documento) AS tipo_documento, c.documento,
               portal.planilla_texto(c.apellido_paterno) AS apellido_paterno,
               portal.planilla_texto(c.apellido_materno) AS apellido_materno,
               portal.planilla_texto(c.apellidos) AS apellidos, portal.planilla_texto(c.nombres) AS nombres,
               portal.planilla_texto(c.nombre_completo) AS nombre_completo,
               portal.planilla_texto(c.nombres_apellidos) AS nombres_apellidos, portal.planilla_sexo(c.sexo) AS sexo,
               nullif(btrim(c.fecha_nacimiento), '') AS fecha_nacimiento, nullif(btrim(c.correo), '') AS correo,
               nullif(btrim(c.celular), '') AS celular, portal.planilla_texto(c.unidad) AS unidad,
               portal.planilla_texto(c.puesto) AS puesto, portal.planilla_texto(c.regimen) AS regimen,
               portal.planilla_texto(c.grupo) AS grupo, portal.planilla_texto(c.tipo_contrato) AS tipo_contrato,
               portal.planilla_texto(c.condicion) AS condicion, portal.planilla_texto(c.modalidad) AS modalidad,
               portal.planilla_texto(c.confianza) AS confianza, portal.planilla_texto(c.primer_ingreso) AS primer_ingreso,
               portal.planilla_texto(c.sustento) AS sustento, portal.planilla_texto(c.jefe) AS jefe,
               nullif(btrim(c.fecha_ingreso), '') AS fecha_ingreso,
               nullif(btrim(c.fecha_inicio_puesto), '') AS fecha_inicio_puesto,
               m.delante AND c.fecha_ingreso IS NOT DISTINCT FROM f.crudo ->> 'fecha_ingreso' AS mes_ingreso,
               m.delante AND c.fecha_nacimiento IS NOT DISTINCT FROM f.crudo ->> 'fecha_nacimiento' AS mes_nacimiento,
               m.delante AND c.fecha_inicio_puesto IS NOT DISTINCT FROM f.crudo ->> 'fecha_inicio_puesto' AS mes_inicio,
               CASE WHEN c.nombre_completo IS NOT NULL THEN 'nombre_completo' WHEN c.nombres_apellidos IS NOT NULL
                   THEN 'nombres_apellidos' ELSE 'nombres' END AS donde_nombre
        FROM mes m, portal.planilla_fila f, jsonb_to_record(f.celdas) AS c (tipo_documento text, documento text,
            apellido_paterno text, apellido_materno text, apellidos text, nombres text, nombre_completo text,
            nombres_apellidos text, sexo text,
            fecha_nacimiento text, correo text, celular text, unidad text, puesto text, regimen text, grupo text,
            tipo_contrato text, condicion text, modalidad text, confianza text, primer_ingreso text, sustento text,
            jefe text, fecha_ingreso text, fecha_inicio_puesto text)
        WHERE f.id = ANY (p_filas) AND f.planilla_id = p_planilla_id),
    -- Each list is searched once for each different word in the file.
    codigo AS MATERIALIZED (
        SELECT d.lista, d.v, portal.planilla_codigo(d.lista, d.v) AS codigo
        FROM (SELECT DISTINCT x.lista, x.v FROM fila f, LATERAL (VALUES ('regimen', f.regimen), ('grupo', f.grupo),
                  ('tipo_contrato', f.tipo_contrato), ('condicion', f.condicion), ('tipo_documento', f.tipo_documento))
                  AS x (lista, v) WHERE x.v IS NOT NULL) d),
    por_h AS (SELECT bool_or(x.s = 'H') AND NOT bool_or(x.s = 'F') AS m_es_mujer,
                     NOT coalesce(bool_or(x.s IN ('F', 'H', 'V')), false) AS solo_m
              FROM (SELECT portal.planilla_sexo(m.crudo ->> 'sexo') AS s FROM muestra m) x),
    gente AS MATERIALIZED (
        SELECT portal.planilla_palabras(v.orden_nombre) AS palabras, min(v.id) AS id
        FROM portal.vinculo v WHERE v.entidad_id = v_entidad AND (v.fecha_cese IS NULL OR v.fecha_cese >= v_hoy)
            AND EXISTS (SELECT FROM fila WHERE jefe IS NOT NULL)
        GROUP BY 1 HAVING count(*) = 1),
    jefe AS MATERIALIZED (
        SELECT d.jefe, coalesce(g.id, (SELECT min(v.id) FROM portal.vinculo v WHERE v.entidad_id = v_entidad
                   AND v.documento = d.jefe AND (v.fecha_cese IS NULL OR v.fecha_cese >= v_hoy))) AS vinculo_id
        FROM (SELECT DISTINCT f.jefe FROM fila f WHERE f.jefe IS NOT NULL) d
        LEFT JOIN gente g ON g.palabras = portal.planilla_palabras(d.jefe)),
    unidad AS MATERIALIZED (
        SELECT d.unidad, min(o.nombre) AS nombre
        FROM (SELECT DISTINCT f.unidad FROM fila f WHERE f.unidad IS NOT NULL) d
        LEFT JOIN portal.organo o ON o.entidad_id = v_entidad AND o.vigente_hasta IS NULL
            AND portal.portal_buscable(o.nombre) = portal.portal_buscable(d.unidad)
        GROUP BY 1),
    edicion AS MATERIALIZED (
        SELECT d.f AS crudo, d.mes, x.fecha, x.aviso, portal.edicion_de('SERVIDORES', x.fecha) IS NOT NULL AS hay
        FROM (SELECT DISTINCT fecha_ingreso AS f, mes_ingreso AS mes FROM fila WHERE fecha_ingreso IS NOT NULL) d,
            LATERAL portal.planilla_fecha(d.f, d.mes) x),
    leida AS MATERIALIZED (
        SELECT f.*, t.codigo AS v_tipo, doc.numero AS v_numero, doc.digito AS v_digito, doc.aviso AS doc_aviso,
               doc.causa AS doc_causa, td.ayuda AS doc_ayuda, n.paterno AS v_paterno, n.materno AS v_materno,
               n.nombres AS v_nombres, coalesce(w.partido AND f.nombres IS NULL, false) AS v_partido,
               h.solo_m AND f.sexo = 'M' AS v_sexo_dudoso,
               CASE WHEN f.sexo IN ('H', 'V') OR (f.sexo = 'M' AND NOT h.m_es_mujer) THEN 'HOMBRE'
                    WHEN f.sexo IN ('F', 'M') THEN 'MUJER' END AS v_sexo,
               nac.fecha AS v_nacimiento, nac.aviso AS nac_aviso, lower(f.correo) AS v_correo,
               regexp_replace(regexp_replace(portal.planilla_cifras(f.celular), '^(\+|00)?51', ''), '[\s().\-]', '', 'g')
                   AS v_celular,
               r.codigo AS v_regimen, g.codigo AS v_grupo, k.codigo AS v_contrato, c.codigo AS v_condicion,
               CASE WHEN f.modalidad IS NULL THEN 'PRESENCIAL'
                    WHEN portal.portal_buscable(f.modalidad) IN ('PRESENCIAL', 'MIXTA', 'TELETRABAJO')
                        THEN portal.portal_buscable(f.modalidad)
                    WHEN portal.portal_buscable(f.modalidad) IN ('REMOTO', 'REMOTA', 'TRABAJO REMOTO') THEN 'TELETRABAJO'
                    WHEN portal.portal_buscable(f.modalidad) IN ('MIXTO', 'HIBRIDA', 'HIBRIDO', 'SEMIPRESENCIAL')
                        THEN 'MIXTA' END AS v_modalidad,
               portal.planilla_si_no(f.confianza, false) AS v_confianza,
               portal.planilla_si_no(f.primer_ingreso, true) AS v_primer, j.vinculo_id AS v_jefe_id,
               u.nombre AS v_unidad, e.fecha AS v_ingreso, e.aviso AS ing_aviso, e.hay AS hay_edicion,
               ini.fecha AS v_inicio, ini.aviso AS ini_aviso
        FROM fila f CROSS JOIN por_h h
        CROSS JOIN LATERAL (SELECT CASE WHEN f.tipo_documento IS NULL THEN '01' ELSE (SELECT x.codigo FROM codigo x
            WHERE x.lista = 'tipo_documento' AND x.v = f.tipo_documento) END AS codigo) t
        LEFT JOIN portal.tipo_documento td ON td.codigo = t.codigo
        CROSS JOIN LATERAL portal.planilla_documento(f.documento, t.codigo) doc
        LEFT JOIN LATERAL portal.planilla_nombre(coalesce(f.nombre_completo, f.nombres_apellidos),
            f.nombre_completo IS NULL) w ON f.donde_nombre <> 'nombres' AND (t.codigo = '01' OR NOT w.partido)
        CROSS JOIN LATERAL (SELECT
            CASE WHEN coalesce(f.apellido_paterno, f.apellido_materno) IS NOT NULL THEN f.apellido_paterno
                WHEN f.apellidos IS NOT NULL THEN nullif(a.v[1], '') ELSE w.paterno END AS paterno,
            CASE WHEN coalesce(f.apellido_paterno, f.apellido_materno) IS NOT NULL THEN f.apellido_materno
                WHEN f.apellidos IS NOT NULL THEN nullif(a.v[2], '') ELSE w.materno END AS materno,
            coalesce(f.nombres, w.nombres) AS nombres
            FROM (SELECT portal.planilla_apellidos(f.apellidos) AS v) a) n
        CROSS JOIN LATERAL portal.planilla_fecha(f.fecha_nacimiento, f.mes_nacimiento) nac
        CROSS JOIN LATERAL portal.planilla_fecha(f.fecha_inicio_puesto, f.mes_inicio) ini
        LEFT JOIN edicion e ON e.crudo = f.fecha_ingreso AND e.mes = f.mes_ingreso
        LEFT JOIN codigo r ON r.lista = 'regimen' AND r.v = f.regimen
        LEFT JOIN codigo g ON g.lista = 'grupo' AND g.v = f.grupo
        LEFT JOIN codigo k ON k.lista = 'tipo_contrato' AND k.v = f.tipo_contrato
        LEFT JOIN codigo c ON c.lista = 'condicion' AND c.v = f.condicion
        LEFT JOIN jefe j ON j.jefe = f.jefe
        LEFT JOIN unidad u ON u.unidad = f.unidad),
    juzgada AS MATERIALIZED (
        SELECT l.*, ARRAY(SELECT portal.planilla_motivo(true, c.key,
                CASE c.value WHEN '#FORMULA' THEN 'La fórmula de la celda no trae su resultado'
                     ELSE 'La fórmula de la celda da error (' || c.value || ')' END,
                'Escriba el dato, o guarde otra vez el archivo en su programa.')
                FROM jsonb_each_text(l.celdas) AS c WHERE portal.planilla_error(c.value))
            || array_remove(ARRAY[
            portal.planilla_motivo(l.tipo_documento IS NOT NULL AND l.v_tipo IS NULL, 'tipo_documento',
                'No reconocemos ese tipo de documento', 'Escriba DNI, CE o Pasaporte.'),
            portal.planilla_motivo(l.doc_causa IS NOT NULL, 'documento', l.doc_causa,
                'Escriba el número completo; en la hoja, dé a la columna formato de texto.'),
            portal.planilla_motivo(l.v_numero IS NOT NULL AND l.v_tipo IS NOT NULL
                AND NOT portal.documento_valido(l.v_tipo, l.v_numero, NULL), 'documento',
                CASE WHEN l.v_tipo = '01' THEN 'El DNI no tiene 8 cifras' ELSE 'El número no corresponde a ese documento' END,
                CASE WHEN l.v_tipo = '01' THEN 'Escriba las 8 cifras, o indique otro tipo de documento.'
                     ELSE coalesce(l.doc_ayuda, 'Revise el número') || '.' END),
            portal.planilla_motivo(l.v_digito IS NOT NULL AND NOT portal.documento_valido(l.v_tipo, l.v_numero, l.v_digito),
                'documento', 'El dígito verificador no corresponde al DNI', 'Revise el número en el documento.'),
            portal.planilla_motivo(l.tipo_documento IS NULL AND l.v_numero ~ '^[0-9A-Z]{9,12}$', 'tipo_documento',
                'Puede no ser un DNI', 'Si es otro documento, escriba CE o Pasaporte; si es DNI, déjelo vacío y corrija el número.'),
            portal.planilla_motivo(l.v_nombres IS NULL, l.donde_nombre, 'Faltan los nombres', CASE l.donde_nombre
                WHEN 'nombres' THEN 'Escriba los nombres.'
                WHEN 'nombre_completo' THEN 'Separe apellidos y nombres con una coma: Apellidos, Nombres.'
                ELSE 'Separe nombres y apellidos con una coma: Nombres, Apellidos.' END),
            portal.planilla_motivo(l.v_nombres ~ c_roto, l.donde_nombre, 'A los nombres les falta una letra o les sobra un signo',
                'Escríbalos como en el documento.'),
            portal.planilla_motivo(l.v_paterno ~ c_roto OR l.v_materno ~ c_roto, CASE WHEN l.apellidos IS NOT NULL THEN 'apellidos'
                WHEN l.donde_nombre <> 'nombres' THEN l.donde_nombre WHEN l.v_paterno ~ c_roto THEN 'apellido_paterno'
                ELSE 'apellido_materno' END, 'Al apellido le falta una letra o le sobra un signo', 'Escríbalo como en el documento.'),
            portal.planilla_motivo(char_length(l.v_nombres) > 120, 'nombres', 'Los nombres son demasiado largos',
                'Escriba 120 caracteres como máximo.'),
            portal.planilla_motivo(coalesce(l.v_paterno, l.v_materno) IS NULL AND l.donde_nombre = 'nombres',
                CASE WHEN l.apellidos IS NULL THEN 'apellido_paterno' ELSE 'apellidos' END, 'Falta el apellido',
                'Escriba al menos un apellido.'),
            portal.planilla_motivo(char_length(l.v_paterno) > 80 OR char_length(l.v_materno) > 80, 'apellido_paterno',
                'El apellido es demasiado largo', 'Escriba 80 caracteres como máximo.'),
            portal.planilla_motivo(l.sexo IS NOT NULL AND l.sexo <> '' AND l.v_sexo IS NULL, 'sexo', 'No reconocemos el sexo',
                'Escriba Mujer u Hombre, o déjelo vacío.'),
            portal.planilla_motivo(l.fecha_nacimiento IS NOT NULL AND (l.v_nacimiento IS NULL
                OR l.v_nacimiento NOT BETWEEN '1900-01-01' AND v_hoy - 5000), 'fecha_nacimiento',
                'La fecha de nacimiento no es posible', 'Escríbala como 24/06/1990, o déjela vacía.'),
            portal.planilla_motivo(l.v_correo IS NOT NULL AND (l.v_correo !~ '^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]{2,}$'
                OR char_length(l.v_correo) > 254), 'correo', 'El correo está incompleto',
                'Escriba uno solo, como nombre@entidad.gob.pe, o déjelo vacío.'),
            portal.planilla_motivo(l.celular IS NOT NULL AND coalesce(l.v_celular !~ '^\d{6,9}$', true), 'celular',
                'El celular no tiene de 6 a 9 cifras', 'Escriba solo las cifras, o déjelo vacío.'),
            portal.planilla_motivo(char_length(l.unidad) NOT BETWEEN 2 AND 200, 'unidad',
                'El nombre de la unidad es demasiado corto o largo', 'Escriba entre 2 y 200 caracteres.'),
            portal.planilla_motivo(l.puesto IS NULL, 'puesto', 'Falta el puesto', 'Escriba el nombre del puesto.'),
            portal.planilla_motivo(char_length(l.puesto) NOT BETWEEN 2 AND 200, 'puesto',
                'El puesto es demasiado corto o largo', 'Escriba entre 2 y 200 caracteres.'),
            portal.planilla_motivo(l.v_regimen IS NULL, 'regimen', CASE WHEN l.regimen IS NULL THEN 'Falta el régimen'
                ELSE 'No reconocemos ese régimen' END, 'Escriba uno de estos: ' || v_regimenes || '.'),
            portal.planilla_motivo(l.grupo IS NOT NULL AND l.v_grupo IS NULL, 'grupo', 'No reconocemos ese grupo',
                'Escriba el código o el nombre de la planilla electrónica, o déjelo vacío.'),
            portal.planilla_motivo(l.tipo_contrato IS NOT NULL AND l.v_contrato IS NULL, 'tipo_contrato',
                'No reconocemos ese tipo de contrato',
                'Escriba el código o el nombre de la planilla electrónica, o déjelo vacío.'),
            portal.planilla_motivo(l.condicion IS NOT NULL AND l.v_condicion IS NULL, 'condicion',
                'No reconocemos esa condición', 'Escriba Nombrado, Contratado o Suplencia, o déjela vacía.'),
            portal.planilla_motivo(l.v_modalidad IS NULL, 'modalidad', 'No reconocemos esa modalidad',
                'Escriba Presencial, Mixta o Teletrabajo.'),
            portal.planilla_motivo(l.v_confianza IS NULL, 'confianza', 'No se entiende si es de confianza', 'Escriba Sí o No.'),
            portal.planilla_motivo(l.v_primer IS NULL, 'primer_ingreso', 'No se entiende si es su primer ingreso',
                'Escriba Sí o No.'),
            portal.planilla_motivo(char_length(l.sustento) > 200, 'sustento', 'El sustento es demasiado largo',
                'Escriba 200 caracteres como máximo.'),
            portal.planilla_motivo(char_length(l.jefe) NOT BETWEEN 2 AND 300, 'jefe',
                'El nombre del jefe es demasiado corto o largo', 'Escriba su nombre completo o su DNI.'),
            portal.planilla_motivo(l.jefe ~ '^\d+$' AND l.v_jefe_id IS NULL, 'jefe',
                'Nadie con ese documento trabaja hoy en su entidad', 'Escriba el nombre del jefe.'),
            portal.planilla_motivo(l.fecha_ingreso IS NULL, 'fecha_ingreso', 'Falta la fecha de ingreso',
                'Escríbala como 02/11/2026.'),
            portal.planilla_motivo(l.fecha_ingreso IS NOT NULL AND l.v_ingreso IS NULL, 'fecha_ingreso',
                'La fecha de ingreso no existe', 'Escríbala como 02/11/2026: día, mes y año.'),
            portal.planilla_motivo(l.v_ingreso NOT BETWEEN '1950-01-01' AND v_hoy + 90, 'fecha_ingreso',
                'La fecha de ingreso está fuera de lo posible', 'Va de 1950 a 90 días desde hoy.'),
            portal.planilla_motivo(l.v_ingreso BETWEEN '1950-01-01' AND v_hoy + 90 AND NOT l.hay_edicion, 'fecha_ingreso',
                'El programa no tiene una edición para esa fecha', 'Revise el año o consulte a SERVIR.'),
            portal.planilla_motivo(l.fecha_inicio_puesto IS NOT NULL AND l.v_inicio IS NULL, 'fecha_inicio_puesto',
                'La fecha de inicio en el puesto no existe', 'Escríbala como 02/11/2026, o déjela vacía.'),
            portal.planilla_motivo(l.v_inicio NOT BETWEEN l.v_ingreso AND v_hoy + 90, 'fecha_inicio_puesto',
                'El inicio en el puesto es anterior al ingreso o muy lejano', 'Corríjala o déjela vacía.')
            ], NULL) AS v_motivos
        FROM leida l)
    UPDATE portal.planilla_fila f SET
        tipo_documento = CASE WHEN NOT to_jsonb(x.v_motivos) @> '[{"columna": "documento"}]' THEN x.v_tipo END,
        numero_documento = CASE WHEN NOT to_jsonb(x.v_motivos) @> '[{"columna": "documento"}]' THEN x.v_numero END,
        motivos = to_jsonb(x.v_motivos),
        avisos = to_jsonb(array_remove(ARRAY[x.doc_aviso, CASE WHEN x.v_partido THEN 'Apellidos: '
                || concat_ws(' ', x.v_paterno, x.v_materno) || '; nombres: ' || x.v_nombres END, 'Fecha de ingreso: ' || x.ing_aviso,
            'Fecha de nacimiento: ' || x.nac_aviso, 'Fecha de inicio en el puesto: ' || x.ini_aviso,
            CASE WHEN x.v_sexo_dudoso THEN 'Sexo: «M» se leyó como hombre' END,
            CASE WHEN x.celular ~ '[eE]' THEN 'Celular: se leyó ' || x.v_celular END,
            CASE WHEN x.unidad IS NOT NULL AND x.v_unidad IS NULL THEN 'Unidad: se creará «' || x.unidad || '»' END], NULL)),
        valores = jsonb_strip_nulls(jsonb_build_object('digito_verificador', x.v_digito, 'nombres', x.v_nombres,
            'apellido_paterno', x.v_paterno, 'apellido_materno', x.v_materno, 'sexo', x.v_sexo,
            'fecha_nacimiento', x.v_nacimiento, 'correo', x.v_correo, 'celular', x.v_celular,
            'organo_nombre', coalesce(x.v_unidad, x.unidad), 'puesto', x.puesto, 'regimen', x.v_regimen,
            'grupo', x.v_grupo, 'tipo_contrato', x.v_contrato, 'condicion', x.v_condicion,
            'modalidad', CASE WHEN x.modalidad IS NOT NULL THEN x.v_modalidad END,
            'es_confianza', CASE WHEN x.confianza IS NOT NULL THEN x.v_confianza END,
            'primer_ingreso_estado', CASE WHEN x.primer_ingreso IS NOT NULL THEN x.v_primer END,
            'documento_sustento', x.sustento, 'jefe_vinculo_id', x.v_jefe_id, 'jefe_nombre', x.jefe,
            'fecha_ingreso', x.v_ingreso, 'fecha_inicio_puesto', x.v_inicio))
    FROM juzgada x WHERE f.id = x.id;
END $$;

-- Who of the rows is known here or elsewhere. Of other entities it tells nothing but whether the
-- name fits the document.
CREATE OR REPLACE FUNCTION portal.planilla_conocidas(p_planilla_id bigint, p_despues_de integer, p_hasta integer)
RETURNS TABLE (fila_id bigint, coincide boolean, vinculo_id bigint, terminado date)
LANGUAGE sql STABLE SECURITY DEFINER SET enable_nestloop = on SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT f.id, (SELECT count(*) >= 2 FROM string_to_table(p.busqueda, ' ') AS w
                  WHERE w = ANY (string_to_array(portal.portal_buscable(concat_ws(' ', f.valores ->> 'apellido_paterno',
                      f.valores ->> 'apellido_materno', f.valores ->> 'nombres')), ' '))),
           (SELECT max(v.id) FROM portal.vinculo v WHERE v.persona_id = p.id AND v.entidad_id = f.entidad_id
               AND (v.fecha_cese IS NULL OR v.fecha_cese >= portal.hoy())),
           (SELECT max(v.fecha_cese) FROM portal.vinculo v WHERE v.persona_id = p.id AND v.entidad_id = f.entidad_id
               AND v.fecha_cese < portal.hoy() AND v.fecha_cese >= (f.valores ->> 'fecha_ingreso')::date)
    FROM portal.planilla_fila f
    JOIN portal.persona p ON p.numero_documento = f.numero_documento AND p.tipo_documento = f.tipo_documento
    WHERE f.planilla_id = p_planilla_id AND f.numero > p_despues_de AND f.numero <= p_hasta
      AND f.entidad_id = portal.ambito_orh() AND f.estado IN ('ENTRA', 'POR_CORREGIR', 'YA_ESTABA', 'CAMBIA');
$$;

-- [before, after] when the file says something and it is something else.
CREATE OR REPLACE FUNCTION portal.planilla_difiere(p_antes text, p_nuevo text) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN p_nuevo IS NOT NULL AND p_nuevo IS DISTINCT FROM p_antes
        AND portal.portal_buscable(p_nuevo) IS DISTINCT FROM portal.portal_buscable(p_antes)
        THEN jsonb_build_array(p_antes, p_nuevo) END $$;

-- Judges the rows of a part of the file that are not done yet, against all of it and against who is
-- here today.
-- Rows that have just come in are unknown to the planner, which would then compare each with each:
-- hence no nested loops here.
CREATE OR REPLACE FUNCTION portal.planilla_juzgar(p_planilla_id bigint, p_despues_de integer, p_hasta integer) RETURNS void
LANGUAGE plpgsql SET enable_nestloop = off SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    WITH conocida AS MATERIALIZED (SELECT * FROM portal.planilla_conocidas(p_planilla_id, p_despues_de, p_hasta)),
    repetida AS MATERIALIZED (
        SELECT f.id, min(f.numero) OVER (PARTITION BY f.tipo_documento, f.numero_documento) AS primera
        FROM portal.planilla_fila f
        WHERE f.planilla_id = p_planilla_id AND f.numero_documento IS NOT NULL AND f.estado <> 'DESHECHA'),
    actual AS MATERIALIZED (
        SELECT c.fila_id, v.id AS vinculo_id, jsonb_strip_nulls(jsonb_build_object(
                'correo', portal.planilla_difiere(p.correo_clave, f.valores ->> 'correo'),
                'celular', portal.planilla_difiere(p.celular, f.valores ->> 'celular'),
                'unidad', portal.planilla_difiere(o.nombre, f.valores ->> 'organo_nombre'),
                'puesto', portal.planilla_difiere(v.puesto, f.valores ->> 'puesto'),
                'regimen', portal.planilla_difiere(v.regimen, f.valores ->> 'regimen'),
                'grupo', portal.planilla_difiere(v.grupo, f.valores ->> 'grupo'),
                'tipo_contrato', portal.planilla_difiere(v.tipo_contrato, f.valores ->> 'tipo_contrato'),
                'condicion', portal.planilla_difiere(v.condicion, f.valores ->> 'condicion'),
                'modalidad', portal.planilla_difiere(v.modalidad, f.valores ->> 'modalidad'),
                'es_confianza', portal.planilla_difiere(v.es_confianza::text, f.valores ->> 'es_confianza'),
                'documento_sustento', portal.planilla_difiere(v.documento_sustento, f.valores ->> 'documento_sustento'),
                'jefe_nombre', CASE WHEN f.valores ? 'jefe_vinculo_id'
                        AND (f.valores ->> 'jefe_vinculo_id')::bigint IS DISTINCT FROM v.jefe_vinculo_id
                        OR NOT f.valores ? 'jefe_vinculo_id' AND portal.planilla_palabras(f.valores ->> 'jefe_nombre')
                           IS DISTINCT FROM portal.planilla_palabras(v.jefe_nombre)
                    THEN portal.planilla_difiere(v.jefe_nombre, f.valores ->> 'jefe_nombre') END,
                'fecha_ingreso', portal.planilla_difiere(v.fecha_ingreso::text, f.valores ->> 'fecha_ingreso'))) AS cambios
        FROM conocida c
        JOIN portal.planilla_fila f ON f.id = c.fila_id
        JOIN portal.vinculo v ON v.id = c.vinculo_id
        JOIN portal.persona p ON p.id = v.persona_id
        LEFT JOIN portal.organo o ON o.id = v.organo_id),
    juicio AS (
        SELECT f.id, jsonb_path_query_array(f.motivos, '$[*] ? (!(exists (@.juicio)))') || to_jsonb(array_remove(ARRAY[
                portal.planilla_motivo(NOT c.coincide, 'documento', 'El nombre no es el de la persona de ese documento',
                    'Revise el número; si es correcto, revise los nombres y apellidos.') || '{"juicio": true}',
                portal.planilla_motivo(r.primera < f.numero, 'documento', 'El documento se repite: está también en la fila '
                    || r.primera, 'Corrija el número, o quite la fila.') || '{"juicio": true}',
                portal.planilla_motivo(c.vinculo_id IS NULL AND c.terminado IS NOT NULL, 'fecha_ingreso',
                    'La persona tuvo aquí un vínculo hasta el ' || to_char(c.terminado, 'DD/MM/YYYY'),
                    'El nuevo ingreso debe ser posterior.') || '{"juicio": true}'], NULL)) AS motivos,
            coalesce(a.cambios, '{}') AS cambios, a.vinculo_id
        FROM portal.planilla_fila f
        LEFT JOIN conocida c ON c.fila_id = f.id
        LEFT JOIN repetida r ON r.id = f.id
        LEFT JOIN actual a ON a.fila_id = f.id
        WHERE f.planilla_id = p_planilla_id AND f.numero > p_despues_de AND f.numero <= p_hasta
          AND f.estado IN ('ENTRA', 'POR_CORREGIR', 'YA_ESTABA', 'CAMBIA'))
    UPDATE portal.planilla_fila f
    SET motivos = j.motivos, cambios = j.cambios, vinculo_id = j.vinculo_id,
        estado = CASE WHEN j.motivos <> '[]' THEN 'POR_CORREGIR' WHEN j.vinculo_id IS NULL THEN 'ENTRA'
                      WHEN j.cambios = '{}' THEN 'YA_ESTABA' ELSE 'CAMBIA' END
    FROM juicio j WHERE f.id = j.id;
END $$;

CREATE OR REPLACE FUNCTION portal.planilla_revisar(p_planilla_id bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT portal.planilla_juzgar(p_planilla_id, 0, 2147483647) $$;

-- p_celdas [[fila_id, "columna", "texto"], …]: only cells that were wrong are taken.
-- resultado: ok, no_encontrado.
CREATE OR REPLACE FUNCTION portal.planilla_corregir(p_planilla_id bigint, p_celdas text)
RETURNS TABLE (resultado text, corregidas bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM FROM portal.planilla p WHERE p.id = p_planilla_id AND p.estado = 'ABIERTA' FOR UPDATE;
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_encontrado' END;
    IF resultado = 'ok' THEN
        UPDATE portal.planilla_fila f SET celdas = jsonb_strip_nulls(f.celdas || n.celdas)
        FROM (SELECT (c ->> 0)::bigint AS fila_id, jsonb_object_agg(c ->> 1, nullif(btrim(c ->> 2), '')) AS celdas
              FROM jsonb_array_elements(p_celdas::jsonb) AS c GROUP BY 1) n
        WHERE f.id = n.fila_id AND f.planilla_id = p_planilla_id AND f.estado = 'POR_CORREGIR'
          AND NOT EXISTS (SELECT FROM jsonb_object_keys(n.celdas) AS k
                          WHERE NOT f.motivos @> jsonb_build_array(jsonb_build_object('columna', k)));
        PERFORM portal.planilla_leer(p_planilla_id, ARRAY(SELECT f.id FROM portal.planilla_fila f
            WHERE f.id IN (SELECT (c ->> 0)::bigint FROM jsonb_array_elements(p_celdas::jsonb) AS c)
              AND f.planilla_id = p_planilla_id AND f.estado = 'POR_CORREGIR'));
        -- Of a long one the rows that were touched; accepting judges all of it again.
        PERFORM portal.planilla_juzgar(p_planilla_id, CASE WHEN p.filas > 10000 THEN min(f.numero) - 1 ELSE 0 END,
            CASE WHEN p.filas > 10000 THEN max(f.numero) ELSE 2147483647 END)
        FROM portal.planilla p JOIN portal.planilla_fila f ON f.planilla_id = p.id
        WHERE p.id = p_planilla_id AND (p.filas <= 10000
            OR f.id IN (SELECT (c ->> 0)::bigint FROM jsonb_array_elements(p_celdas::jsonb) AS c))
        GROUP BY p.id;
        SELECT count(*) INTO corregidas FROM portal.planilla_fila f
        WHERE f.id IN (SELECT (c ->> 0)::bigint FROM jsonb_array_elements(p_celdas::jsonb) AS c)
          AND f.planilla_id = p_planilla_id AND f.estado <> 'POR_CORREGIR';
    END IF;
    RETURN NEXT;
END $$;

-- The persons of some rows: those who are new are made, of those known what is still empty is filled
-- in. The same as persona_asegurar(), for many.
CREATE OR REPLACE FUNCTION portal.planilla_personas(p_filas bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    WITH d AS (
        SELECT f.tipo_documento, f.numero_documento, x.*
        FROM portal.planilla_fila f, jsonb_to_record(f.valores) AS x (digito_verificador text, nombres text,
            apellido_paterno text, apellido_materno text, sexo text, fecha_nacimiento date, correo text, celular text)
        WHERE f.id = ANY (p_filas) AND f.estado = 'ENTRA' AND f.entidad_id = portal.ambito_orh()),
    nueva AS (
        INSERT INTO portal.persona AS p (tipo_documento, numero_documento, digito_verificador, nombres, apellido_paterno,
            apellido_materno, sexo, fecha_nacimiento, correo, celular)
        SELECT d.tipo_documento, d.numero_documento, upper(d.digito_verificador), d.nombres, d.apellido_paterno,
               d.apellido_materno, d.sexo, d.fecha_nacimiento, d.correo, d.celular FROM d
        ON CONFLICT (numero_documento, tipo_documento) DO NOTHING
        RETURNING p.id, p.tipo_documento, p.numero_documento)
    UPDATE portal.planilla_fila f SET persona_id = n.id, persona_nueva = true
    FROM nueva n
    WHERE f.id = ANY (p_filas) AND f.numero_documento = n.numero_documento AND f.tipo_documento = n.tipo_documento;
    UPDATE portal.planilla_fila f SET persona_id = p.id
    FROM portal.persona p
    WHERE f.id = ANY (p_filas) AND f.estado = 'ENTRA' AND f.entidad_id = portal.ambito_orh() AND f.persona_id IS NULL
      AND p.numero_documento = f.numero_documento AND p.tipo_documento = f.tipo_documento;
    UPDATE portal.persona p
    SET correo = coalesce(p.correo, f.valores ->> 'correo'), celular = coalesce(p.celular, f.valores ->> 'celular'),
        sexo = coalesce(p.sexo, f.valores ->> 'sexo'),
        fecha_nacimiento = coalesce(p.fecha_nacimiento, (f.valores ->> 'fecha_nacimiento')::date)
    FROM portal.planilla_fila f
    WHERE f.id = ANY (p_filas) AND f.persona_id = p.id AND NOT f.persona_nueva
      AND ((p.correo IS NULL AND f.valores ? 'correo') OR (p.celular IS NULL AND f.valores ? 'celular')
           OR (p.sexo IS NULL AND f.valores ? 'sexo')
           OR (p.fecha_nacimiento IS NULL AND f.valores ? 'fecha_nacimiento'));
END $$;

-- inscripcion_abrir() for many: edition, rule and limits are looked up once for each day of entry.
CREATE OR REPLACE FUNCTION portal.planilla_inscribir(p_filas bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM FROM portal.etapa e
    WHERE e.tipo = 'ESTADO' AND e.vinculo_id IN (
        SELECT x.id FROM portal.planilla_fila f JOIN portal.vinculo v ON v.id = f.vinculo_id
        JOIN portal.vinculo x ON x.persona_id = v.persona_id AND x.id <> v.id
        WHERE f.id = ANY (p_filas) AND f.estado = 'REGISTRADA' AND v.entidad_id = portal.ambito_orh())
    ORDER BY e.id FOR SHARE;
    WITH alta AS MATERIALIZED (
        SELECT v.id, v.persona_id, v.entidad_id, v.fecha_ingreso, v.fecha_inicio_puesto, v.primer_ingreso_estado
        FROM portal.planilla_fila f JOIN portal.vinculo v ON v.id = f.vinculo_id
        WHERE f.id = ANY (p_filas) AND f.estado = 'REGISTRADA' AND v.entidad_id = portal.ambito_orh()),
    regla AS MATERIALIZED (
        SELECT d.fecha_ingreso, e.id AS edicion_id, portal.regla_de(e.id, d.fecha_ingreso) AS regla_id
        FROM (SELECT DISTINCT fecha_ingreso FROM alta) d,
            LATERAL (SELECT portal.edicion_de('SERVIDORES', d.fecha_ingreso) AS id) e),
    limite AS MATERIALIZED (
        SELECT d.fecha_ingreso, d.fecha_inicio_puesto, l.tipo, l.fecha_limite
        FROM (SELECT DISTINCT a.fecha_ingreso, a.fecha_inicio_puesto FROM alta a) d
        JOIN regla r ON r.fecha_ingreso = d.fecha_ingreso,
            LATERAL portal.etapa_limites(r.regla_id, d.fecha_ingreso, d.fecha_inicio_puesto) l),
    ganada AS MATERIALIZED (
        SELECT DISTINCT ON (a.id) a.id AS vinculo_id, e.id, e.estado, e.fecha_inicio, e.fecha_fin
        FROM alta a JOIN portal.vinculo x ON x.persona_id = a.persona_id AND x.id <> a.id
        JOIN portal.etapa e ON e.vinculo_id = x.id AND e.tipo = 'ESTADO' AND e.estado IN ('CULMINADA', 'VALIDADA')
        ORDER BY a.id, e.estado = 'VALIDADA' DESC, e.fecha_fin DESC, e.id),
    inscrita AS (
        INSERT INTO portal.inscripcion AS i (edicion_id, persona_id, vinculo_id, entidad_id, regla_id, es_tardia)
        SELECT r.edicion_id, a.persona_id, a.id, a.entidad_id, r.regla_id,
               portal.hoy() - a.fecha_ingreso > portal.parametro_int('registro_tardio_dias', 30)
        FROM alta a JOIN regla r ON r.fecha_ingreso = a.fecha_ingreso
        WHERE r.edicion_id IS NOT NULL AND r.regla_id IS NOT NULL
        RETURNING i.id, i.vinculo_id, i.regla_id)
    INSERT INTO portal.etapa (inscripcion_id, vinculo_id, entidad_id, tipo, fecha_limite, estado, fecha_inicio,
                              fecha_fin, heredada_de, motivo)
    SELECT i.id, a.id, a.entidad_id, l.tipo, l.fecha_limite,
           CASE WHEN hereda.si THEN g.estado WHEN exonera.si THEN 'NO_APLICA' ELSE 'PENDIENTE' END,
           CASE WHEN hereda.si THEN g.fecha_inicio END, CASE WHEN hereda.si THEN g.fecha_fin END,
           CASE WHEN hereda.si THEN g.id END,
           CASE WHEN exonera.si AND NOT hereda.si THEN 'No es su primer ingreso al Estado' END
    FROM inscrita i
    JOIN alta a ON a.id = i.vinculo_id
    JOIN portal.regla r ON r.id = i.regla_id
    JOIN limite l ON l.fecha_ingreso = a.fecha_ingreso AND l.fecha_inicio_puesto = a.fecha_inicio_puesto
    LEFT JOIN ganada g ON g.vinculo_id = a.id,
        LATERAL (SELECT l.tipo = 'ESTADO' AND g.id IS NOT NULL) AS hereda (si),
        LATERAL (SELECT l.tipo = 'ESTADO' AND r.exonera_estado_en_reingreso AND NOT a.primer_ingreso_estado) AS exonera (si);
    IF EXISTS (SELECT FROM portal.planilla_fila f WHERE f.id = ANY (p_filas) AND f.estado = 'REGISTRADA'
               AND NOT EXISTS (SELECT FROM portal.inscripcion i WHERE i.vinculo_id = f.vinculo_id)) THEN
        RAISE EXCEPTION 'not enrolled' USING ERRCODE = 'PT001';
    END IF;
END $$;

-- Registers the people of some rows that are ENTRA, as servidor_registrar() registers one.
CREATE OR REPLACE FUNCTION portal.planilla_registrar(p_filas bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM portal.planilla_personas(p_filas);
    INSERT INTO portal.organo (entidad_id, nombre, tipo, nivel)
    SELECT DISTINCT ON (f.entidad_id, portal.portal_buscable(f.valores ->> 'organo_nombre'))
           f.entidad_id, f.valores ->> 'organo_nombre', 'LINEA', 3
    FROM portal.planilla_fila f
    WHERE f.id = ANY (p_filas) AND portal.portal_buscable(f.valores ->> 'organo_nombre') <> ''
      AND NOT EXISTS (SELECT FROM portal.organo o WHERE o.entidad_id = f.entidad_id AND o.vigente_hasta IS NULL
          AND portal.portal_buscable(o.nombre) = portal.portal_buscable(f.valores ->> 'organo_nombre'))
    ORDER BY 1, portal.portal_buscable(f.valores ->> 'organo_nombre'), f.numero;
    WITH organo AS MATERIALIZED (
        SELECT o.entidad_id, portal.portal_buscable(o.nombre) AS clave, min(o.id) AS id
        FROM portal.organo o WHERE o.entidad_id = portal.ambito_orh() AND o.vigente_hasta IS NULL GROUP BY 1, 2),
    alta AS (
        INSERT INTO portal.vinculo AS v (persona_id, entidad_id, organo_id, puesto, regimen, grupo, tipo_contrato,
            condicion, modalidad, es_confianza, primer_ingreso_estado, documento_sustento, jefe_vinculo_id, jefe_nombre,
            fecha_ingreso, fecha_inicio_puesto)
        SELECT f.persona_id, f.entidad_id, o.id, x.puesto, x.regimen, x.grupo, x.tipo_contrato, x.condicion,
               coalesce(x.modalidad, 'PRESENCIAL'), coalesce(x.es_confianza, false),
               coalesce(x.primer_ingreso_estado, true), x.documento_sustento, x.jefe_vinculo_id, x.jefe_nombre,
               x.fecha_ingreso, coalesce(x.fecha_inicio_puesto, x.fecha_ingreso)
        FROM portal.planilla_fila f
        CROSS JOIN jsonb_to_record(f.valores) AS x (organo_nombre text, puesto text, regimen text, grupo text,
            tipo_contrato text, condicion text, modalidad text, es_confianza boolean, primer_ingreso_estado boolean,
            documento_sustento text, jefe_vinculo_id bigint, jefe_nombre text, fecha_ingreso date, fecha_inicio_puesto date)
        LEFT JOIN organo o ON o.entidad_id = f.entidad_id AND o.clave = portal.portal_buscable(x.organo_nombre)
        WHERE f.id = ANY (p_filas) AND f.estado = 'ENTRA'
        ORDER BY f.numero
        RETURNING v.id, v.persona_id)
    UPDATE portal.planilla_fila f SET vinculo_id = a.id, estado = 'REGISTRADA'
    FROM alta a WHERE f.id = ANY (p_filas) AND f.estado = 'ENTRA' AND f.persona_id = a.persona_id;
    PERFORM portal.planilla_inscribir(p_filas);
    INSERT INTO portal.evento (persona_id, vinculo_id, entidad_id, tipo, ocurrido_en, datos)
    SELECT f.persona_id, f.vinculo_id, f.entidad_id, 'INGRESO',
           (f.valores ->> 'fecha_ingreso')::timestamp AT TIME ZONE 'America/Lima',
           jsonb_build_object('puesto', f.valores -> 'puesto')
    FROM portal.planilla_fila f WHERE f.id = ANY (p_filas) AND f.estado = 'REGISTRADA';
END $$;

-- Applies to a person who is here what their row says otherwise.
CREATE OR REPLACE FUNCTION portal.planilla_cambiar(f portal.planilla_fila) RETURNS text
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT s.resultado
    FROM portal.vinculo v JOIN portal.persona p ON p.id = v.persona_id
    CROSS JOIN jsonb_to_record(f.valores) AS x (sexo text, fecha_nacimiento date, correo text, celular text,
        organo_nombre text, puesto text, regimen text, grupo text, tipo_contrato text, condicion text, modalidad text,
        es_confianza boolean, documento_sustento text, jefe_vinculo_id bigint, jefe_nombre text, fecha_ingreso date)
    CROSS JOIN LATERAL portal.servidor_corregir(v.id, v.version, p.nombres, p.apellido_paterno, p.apellido_materno,
        p.digito_verificador, coalesce(p.sexo, x.sexo), coalesce(p.fecha_nacimiento, x.fecha_nacimiento),
        coalesce(x.correo, p.correo), coalesce(x.celular, p.celular),
        CASE WHEN x.organo_nombre IS NULL THEN v.organo_id END, x.organo_nombre, coalesce(x.puesto, v.puesto),
        coalesce(x.regimen, v.regimen), coalesce(x.grupo, v.grupo), coalesce(x.tipo_contrato, v.tipo_contrato),
        coalesce(x.condicion, v.condicion), coalesce(x.modalidad, v.modalidad),
        coalesce(x.es_confianza, v.es_confianza), v.primer_ingreso_estado,
        coalesce(x.documento_sustento, v.documento_sustento),
        CASE WHEN x.jefe_nombre IS NULL THEN v.jefe_vinculo_id ELSE x.jefe_vinculo_id END,
        coalesce(x.jefe_nombre, v.jefe_nombre), coalesce(x.fecha_ingreso, v.fecha_ingreso),
        greatest(v.fecha_inicio_puesto, coalesce(x.fecha_ingreso, v.fecha_ingreso)), 'Planilla') s
    WHERE v.id = f.vinculo_id;
$$;

-- A batch of what is right, in the order of the file; `quedan` says whether to call again. The first
-- call of a POST judges anew, so that nothing is accepted on what was true at the preview. Without
-- p_cambian nobody who is here is changed.
-- resultado: ok, no_encontrado, conflicto (somebody registered one of them at the same time).
CREATE OR REPLACE FUNCTION portal.planilla_aceptar(p_planilla_id bigint, p_revisar boolean, p_cambian boolean,
                                                   p_lote integer)
RETURNS TABLE (resultado text, registradas bigint, cambiadas bigint, quedan bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_lote bigint[];
BEGIN
    PERFORM FROM portal.planilla p WHERE p.id = p_planilla_id AND p.estado IN ('ABIERTA', 'REGISTRANDO') FOR UPDATE;
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_encontrado' END;
    registradas := 0;
    cambiadas := 0;
    quedan := 0;
    IF resultado = 'ok' THEN
        IF p_revisar THEN
            PERFORM portal.planilla_revisar(p_planilla_id);
        END IF;
        v_lote := ARRAY(SELECT f.id FROM portal.planilla_fila f
                        WHERE f.planilla_id = p_planilla_id AND (f.estado = 'ENTRA' OR (p_cambian AND f.estado = 'CAMBIA'))
                        ORDER BY f.numero LIMIT p_lote);
        BEGIN
            PERFORM portal.planilla_registrar(v_lote);
            SELECT count(*) INTO registradas FROM portal.planilla_fila f WHERE f.id = ANY (v_lote) AND f.estado = 'REGISTRADA';
            UPDATE portal.planilla_fila f SET estado = 'CAMBIADA'
            WHERE f.id = ANY (v_lote) AND f.estado = 'CAMBIA' AND portal.planilla_cambiar(f) IN ('ok', 'sin_cambio');
            GET DIAGNOSTICS cambiadas = ROW_COUNT;
            UPDATE portal.planilla_fila f SET estado = 'POR_CORREGIR', motivos = jsonb_build_array(portal.planilla_motivo(true,
                'fecha_ingreso', 'El cambio no se puede aplicar desde la planilla', 'Corríjalo en la ficha de la persona.'))
            WHERE f.id = ANY (v_lote) AND f.estado = 'CAMBIA';
        EXCEPTION
            WHEN exclusion_violation OR unique_violation THEN resultado := 'conflicto';
        END;
        SELECT count(*) INTO quedan FROM portal.planilla_fila f
        WHERE f.planilla_id = p_planilla_id AND (f.estado = 'ENTRA' OR (p_cambian AND f.estado = 'CAMBIA'));
    END IF;
    RETURN NEXT;
END $$;

-- Whether somebody has done anything with a person since a planilla registered them.
CREATE OR REPLACE FUNCTION portal.planilla_trabajada(p_vinculo_id bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT EXISTS (SELECT FROM portal.vinculo v WHERE v.id = p_vinculo_id AND v.version > 1)
        OR EXISTS (SELECT FROM portal.etapa e WHERE e.vinculo_id = p_vinculo_id AND e.version > 1)
        OR EXISTS (SELECT FROM portal.actividad a WHERE a.vinculo_id = p_vinculo_id AND a.version > 1)
        OR EXISTS (SELECT FROM portal.evento e WHERE e.vinculo_id = p_vinculo_id AND e.tipo <> 'INGRESO')
        OR EXISTS (SELECT FROM portal.transferencia t WHERE t.vinculo_id = p_vinculo_id)
        OR EXISTS (SELECT FROM portal.vinculo v WHERE v.jefe_vinculo_id = p_vinculo_id)
        OR EXISTS (SELECT FROM portal.vinculo v JOIN portal.usuario u ON u.persona_id = v.persona_id
                   JOIN portal.asignacion a ON a.usuario_id = u.id AND a.entidad_id = v.entidad_id
                       AND a.rol IN ('SERVIDOR', 'JEFE') WHERE v.id = p_vinculo_id);
$$;

-- The one place where events go: those of an upload that is undone before anybody worked on it. The
-- audit keeps that they were there.
CREATE OR REPLACE FUNCTION portal.evento_guardar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF TG_OP <> 'DELETE' OR current_user <> 'portal_definer' OR current_setting('portal.deshace', true) IS DISTINCT FROM 'si' THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER t10_solo_agregar BEFORE UPDATE OR DELETE OR TRUNCATE ON portal.evento
    FOR EACH STATEMENT EXECUTE FUNCTION portal.evento_guardar();

-- Takes back the people that an upload registered. resultado: ok, no_encontrado, trabajada.
CREATE OR REPLACE FUNCTION portal.planilla_deshacer(p_planilla_id bigint)
RETURNS TABLE (resultado text, personas bigint)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_vinculos bigint[];
    v_personas bigint[];
BEGIN
    personas := 0;
    PERFORM FROM portal.planilla p
    WHERE p.id = p_planilla_id AND p.entidad_id = portal.ambito_orh() AND p.estado = 'ABIERTA' FOR UPDATE;
    IF NOT FOUND THEN
        resultado := 'no_encontrado';
        RETURN NEXT;
        RETURN;
    END IF;
    SELECT coalesce(array_agg(f.vinculo_id), '{}'), coalesce(array_agg(f.persona_id) FILTER (WHERE f.persona_nueva), '{}')
    INTO v_vinculos, v_personas
    FROM portal.planilla_fila f JOIN portal.vinculo v ON v.id = f.vinculo_id AND v.entidad_id = portal.ambito_orh()
        AND v.persona_id = f.persona_id
    WHERE f.planilla_id = p_planilla_id AND f.estado = 'REGISTRADA';
    PERFORM FROM portal.vinculo v WHERE v.id = ANY (v_vinculos) FOR UPDATE;
    resultado := CASE WHEN EXISTS (SELECT FROM unnest(v_vinculos) AS v WHERE portal.planilla_trabajada(v)) THEN 'trabajada'
                      ELSE 'ok' END;
    IF resultado = 'ok' THEN
        BEGIN
            PERFORM set_config('portal.deshace', 'si', true);
            DELETE FROM portal.evento e WHERE e.vinculo_id = ANY (v_vinculos);
            PERFORM set_config('portal.deshace', '', true);
            DELETE FROM portal.etapa e WHERE e.vinculo_id = ANY (v_vinculos);
            DELETE FROM portal.inscripcion i WHERE i.vinculo_id = ANY (v_vinculos);
            DELETE FROM portal.vinculo_cambio c WHERE c.vinculo_id = ANY (v_vinculos);
            UPDATE portal.planilla_fila f SET vinculo_id = NULL, persona_id = NULL, persona_nueva = false, estado = 'DESHECHA'
            WHERE f.planilla_id = p_planilla_id;
            DELETE FROM portal.vinculo v WHERE v.id = ANY (v_vinculos);
            GET DIAGNOSTICS personas = ROW_COUNT;
            DELETE FROM portal.persona p WHERE p.id = ANY (v_personas)
                AND NOT EXISTS (SELECT FROM portal.vinculo v WHERE p.id IN (v.persona_id, v.jefe_persona_id))
                AND NOT EXISTS (SELECT FROM portal.usuario u WHERE u.persona_id = p.id)
                AND NOT EXISTS (SELECT FROM portal.evento e WHERE e.persona_id = p.id)
                AND NOT EXISTS (SELECT FROM portal.autoridad a WHERE a.persona_id = p.id);
            UPDATE portal.planilla p SET estado = 'DESHECHA' WHERE p.id = p_planilla_id;
        EXCEPTION
            -- Something else already hangs on one of them.
            WHEN foreign_key_violation THEN
                resultado := 'trabajada';
                personas := 0;
        END;
    END IF;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.planilla_columnas, portal.planilla_titulo, portal.planilla_texto, portal.planilla_cifras,
    portal.planilla_documento, portal.planilla_error, portal.planilla_fecha, portal.planilla_codigo, portal.planilla_si_no,
    portal.planilla_apellidos, portal.planilla_nombre, portal.planilla_nada, portal.planilla_ajena, portal.planilla_sexo, portal.planilla_motivo, portal.planilla_palabras, portal.planilla_abrir,
    portal.planilla_cargar, portal.planilla_leer, portal.planilla_conocidas, portal.planilla_difiere,
    portal.planilla_revisar, portal.planilla_corregir, portal.planilla_personas, portal.planilla_inscribir, portal.planilla_registrar,
    portal.planilla_cambiar, portal.planilla_aceptar, portal.planilla_trabajada, portal.planilla_deshacer TO portal_app;
