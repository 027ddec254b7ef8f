-- Results of the courses of stage A: what a row of a file or of Moodle means, whose it is, what becomes of it, undoing.

-- Loads are SERVIR's and the background worker's.
CREATE OR REPLACE FUNCTION portal.mooc_puede() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT portal.es_admin() OR (session_user = 'portal_fondo' AND portal.actual_usuario() IS NULL) $$;

CREATE OR REPLACE FUNCTION portal.acreditacion_en_palabras(p text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p WHEN 'ASISTENCIA' THEN 'Por asistencia' WHEN 'EVALUACION' THEN 'Por evaluación'
        ELSE 'Por asistencia y evaluación' END $$;

CREATE OR REPLACE FUNCTION portal.resultado_en_palabras(p text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p WHEN 'ASISTIO' THEN 'Asistió' WHEN 'APROBADO' THEN 'Aprobado' WHEN 'DESAPROBADO' THEN 'Desaprobado'
        WHEN 'RETIRADO' THEN 'Retirado' END $$;

-- 16 or 16.5, without idle zeros.
CREATE OR REPLACE FUNCTION portal.nota_en_palabras(p numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT trim_scale(p)::text $$;

CREATE OR REPLACE FUNCTION portal.fuente_en_palabras(p text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p WHEN 'ARCHIVO' THEN 'archivo' WHEN 'MOODLE' THEN 'Moodle' ELSE 'a mano' END $$;

-- --- what a cell means ---

-- The number of a document in an ID or a user name; NULL when it is something else. Short numbers get their zeros
-- back: whoever uses them compares the name as well.
CREATE OR REPLACE FUNCTION portal.mooc_documento(p text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v text;
BEGIN
    IF p IS NULL OR p = '' THEN
        RETURN NULL;
    ELSIF p ~ '^\d{8}$' THEN
        RETURN p;
    END IF;
    v := regexp_replace(upper(regexp_replace(p, '[\s''’`.]', '', 'g')), '^(DNI|CE|DOC|ID)[:\-_]?', '');
    IF p ~ '^\s*\d([.,]\d+)?[eE]\+?\d{1,2}\s*$' OR p ~ '^\s*\d+[.,]0+\s*$' THEN
        v := coalesce(portal.planilla_cifras(upper(replace(p, ' ', ''))), v);
    END IF;
    IF v ~ '^\d{8}-[0-9A-Z]$' THEN
        v := left(v, 8);
    END IF;
    v := replace(v, '-', '');
    RETURN CASE WHEN v ~ '^\d{5,7}$' THEN lpad(v, 8, '0') WHEN v ~ '^(?=.*\d{4})[0-9A-Z]{8,15}$' THEN v END;
END $$;

-- A day as Moodle writes it in English and Spanish, with or without its weekday and hour, or as seconds since 1970.
CREATE OR REPLACE FUNCTION portal.mooc_fecha(p text) RETURNS date
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v text := lower(btrim(coalesce(p, '')));
BEGIN
    IF v !~ '\d' THEN
        RETURN NULL;
    ELSIF v ~ '^\d{9,10}$' THEN
        RETURN (to_timestamp(v::bigint) AT TIME ZONE 'America/Lima')::date;
    END IF;
    v := regexp_replace(v, '^[[:alpha:]]+\.?,\s*', '');
    v := regexp_replace(v, ',?\s+(a las )?\d{1,2}:\d{2}(:\d{2})?(\s*[ap]\.?\s*m\.?)?$', '');
    v := regexp_replace(v, '^([[:alpha:]]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$', '\2 \1 \3');
    v := replace(replace(replace(v, 'apr', 'abr'), 'aug', 'ago'), 'dec', 'dic');
    RETURN (portal.planilla_fecha(v)).fecha;
END $$;

-- A mark on the scale of the course; mala when it is none.
CREATE OR REPLACE FUNCTION portal.mooc_nota(p text, p_escala numeric, p_origen numeric, p_porcentaje boolean,
                                            OUT nota numeric, OUT mala boolean)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v text;
BEGIN
    mala := false;
    IF p IS NULL THEN
        RETURN;
    END IF;
    v := replace(replace(p, ' ', ''), ',', '.');
    IF v IN ('', '-', '–', '—') THEN
        RETURN;
    END IF;
    mala := v !~ '^\d{1,4}(\.\d{1,8})?%?$';
    IF NOT mala THEN
        nota := round(rtrim(v, '%')::numeric * p_escala
                      / CASE WHEN p_porcentaje OR v LIKE '%\%' THEN 100 ELSE p_origen END, 2);
        mala := nota > p_escala;
    END IF;
END $$;

-- What the source itself says of a result; NULL when the word is unknown, '' when it says nothing yet.
CREATE OR REPLACE FUNCTION portal.mooc_estado(p text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE
        WHEN b IN ('ASISTIO', 'ASISTENTE', 'ASISTENCIA', 'PARTICIPO', 'PARTICIPANTE', 'ATTENDED') THEN 'ASISTIO'
        WHEN b ~ '^(APROBAD[OA]|APROBO|PASSED|PASS)$' THEN 'APROBADO'
        WHEN b ~ '^(DESAPROBAD[OA]|DESAPROBO|REPROBAD[OA]|REPROBO|NO APROBAD[OA]|NO APROBO|FAILED|FAIL)$' THEN 'DESAPROBADO'
        WHEN b ~ '^(RETIRAD[OA]|RETIRO|SE RETIRO|ABANDONO|WITHDRAWN)$' THEN 'RETIRADO'
        WHEN b ~ '^(COMPLETED|COMPLETE|COMPLETADO|COMPLETO|FINALIZADO|FINALIZO|CULMINADO|CULMINO|CONCLUIDO|TERMINADO)$'
            THEN 'FINALIZADO'
        WHEN b = '' OR b ~ '^(EN CURSO|EN PROGRESO|IN PROGRESS|INSCRIT[OA]|MATRICULAD[OA]|NO INICIO|NO INICIADO|NOT STARTED|PENDIENTE|NOT COMPLETED|NO FINALIZADO|INCOMPLETE|INCOMPLETO)$'
            THEN '' END
    FROM (SELECT portal.portal_buscable(coalesce(p, '')) AS b) x $$;

-- Whether a cell of completion says yes; NULL when it cannot be told. Moodle leaves it empty or writes the date.
CREATE OR REPLACE FUNCTION portal.mooc_finalizo(p text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE
        WHEN b = '' OR b ~ '^(NO|N|FALSE|FALSO|0|NOT COMPLETED|NO FINALIZADO|NO COMPLETADO|NO COMPLETO|INCOMPLETE|INCOMPLETO|NOT COMPLETE|NOT YET STARTED|IN PROGRESS|EN PROGRESO|PENDING|PENDIENTE)$'
            OR b ~ '^(COMPLETED|FINALIZAD[OA]|COMPLETAD[OA]) (DID NOT|NO HA|SIN|BUT)' OR b ~ '^NO (FINALIZ|COMPLET)' THEN false
        WHEN b ~ '^(SI|S|YES|Y|X|TRUE|VERDADERO|1|COMPLETED|COMPLETE|FINALIZAD[OA]|COMPLETAD[OA]|COMPLETO|FINALIZO)($| )'
            OR portal.mooc_fecha(p) IS NOT NULL THEN true END
    FROM (SELECT portal.portal_buscable(coalesce(p, '')) AS b) x $$;

-- --- loads ---

-- resultado: nueva, repetida (carga_id is the earlier one), no_encontrado (no such course).
CREATE OR REPLACE FUNCTION portal.mooc_abrir(p_curso_id bigint, p_nombre text, p_sha256 text, p_formato text,
    p_ignoradas text, p_fecha date) RETURNS TABLE (resultado text, carga_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_version bigint := (SELECT v.id FROM portal.curso_version v JOIN portal.curso c ON c.id = v.curso_id
                         WHERE v.curso_id = p_curso_id AND c.vigente ORDER BY v.version DESC LIMIT 1);
BEGIN
    IF v_version IS NULL OR NOT portal.es_admin() THEN
        resultado := 'no_encontrado';
        RETURN NEXT;
        RETURN;
    END IF;
    INSERT INTO portal.mooc_carga (curso_id, curso_version_id, fuente, nombre, sha256, formato, ignoradas, fecha)
    VALUES (p_curso_id, v_version, 'ARCHIVO', p_nombre, p_sha256, p_formato, left(p_ignoradas, 1000),
            coalesce(p_fecha, portal.hoy()))
    ON CONFLICT (curso_version_id, sha256) WHERE fuente = 'ARCHIVO' AND estado <> 'DESHECHA' DO NOTHING
    RETURNING id INTO carga_id;
    resultado := CASE WHEN carga_id IS NULL THEN 'repetida' ELSE 'nueva' END;
    IF carga_id IS NULL THEN
        SELECT x.id INTO carga_id FROM portal.mooc_carga x
        WHERE x.curso_version_id = v_version AND x.sha256 = p_sha256 AND x.fuente = 'ARCHIVO' AND x.estado <> 'DESHECHA';
    END IF;
    RETURN NEXT;
END $$;

-- p_filas [[numero, {"documento": "…", …}], …]. Answers how many rows came in.
CREATE OR REPLACE FUNCTION portal.mooc_cargar(p_carga_id bigint, p_filas text) RETURNS integer
LANGUAGE sql SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH alta AS (
        INSERT INTO portal.mooc_fila (carga_id, numero, celdas)
        SELECT p_carga_id, (f ->> 0)::integer, f -> 1 FROM jsonb_array_elements(p_filas::jsonb) AS f RETURNING 1)
    SELECT count(*)::integer FROM alta $$;

-- Whose each row is. Documents identify; a mail only suggests. causa says why nobody was taken.
CREATE OR REPLACE FUNCTION portal.mooc_personas(p_carga_id bigint)
    RETURNS TABLE (fila_id bigint, persona_id bigint, sugerida_id bigint, causa text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000 SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH fila AS MATERIALIZED (
        SELECT f.id, c.a_mano IS NOT NULL AS a_mano, lower(c.correo) AS correo,
               portal.portal_buscable(concat_ws(' ', c.nombre, c.nombres, c.apellidos)) AS nombre, g.edicion_id,
               CASE WHEN c.a_mano IS NOT NULL THEN ARRAY[c.a_mano]
                    ELSE ARRAY[portal.mooc_documento(c.documento), portal.mooc_documento(c.idnumber),
                               portal.mooc_documento(c.usuario)] END AS documentos
        FROM portal.mooc_fila f
        JOIN portal.mooc_carga k ON k.id = f.carga_id
        JOIN portal.curso g ON g.id = k.curso_id,
        jsonb_to_record(f.celdas) AS c (documento text, idnumber text, usuario text, correo text, nombre text,
            nombres text, apellidos text, a_mano text)
        WHERE f.carga_id = p_carga_id AND portal.mooc_puede()
          AND f.estado IN ('ENTRA', 'OTRA_NOTA', 'YA_ESTABA', 'SIN_RESULTADO', 'SIN_COINCIDENCIA', 'POR_CORREGIR',
                           'REPETIDA', 'PENDIENTE')),
    hallada AS MATERIALIZED (
        SELECT f.id, count(DISTINCT p.id) AS cuantas, min(p.id) AS persona_id,
               bool_or(f.a_mano OR f.nombre = '' OR string_to_array(f.nombre, ' ') && string_to_array(p.busqueda, ' ')) AS coincide,
               bool_or(EXISTS (SELECT FROM portal.inscripcion i WHERE i.persona_id = p.id
                               AND (f.edicion_id IS NULL OR i.edicion_id = f.edicion_id))) AS inscrita
        FROM fila f CROSS JOIN LATERAL (SELECT DISTINCT x FROM unnest(f.documentos) AS x WHERE x IS NOT NULL) d
        JOIN portal.persona p ON p.numero_documento = d.x
        GROUP BY f.id)
    SELECT f.id, CASE WHEN h.cuantas = 1 AND h.coincide AND h.inscrita THEN h.persona_id END,
           CASE WHEN h.cuantas = 1 AND NOT h.coincide THEN h.persona_id
                WHEN h.id IS NULL AND s.cuantas = 1 THEN s.persona_id END,
           CASE WHEN h.cuantas > 1 THEN 'Sus datos llevan a dos personas distintas'
                WHEN h.cuantas = 1 AND NOT h.coincide THEN 'El nombre no es el de la persona de ese documento'
                WHEN h.cuantas = 1 AND NOT h.inscrita THEN 'Está en el portal, pero no inscrita en la edición de este curso'
                WHEN h.id IS NULL AND f.a_mano THEN 'Nadie en el portal tiene el documento que usted escribió'
                WHEN h.id IS NULL AND s.cuantas = 1 THEN 'Solo coincide el correo: confirme si es la misma persona'
                WHEN h.id IS NULL AND array_remove(f.documentos, NULL) = '{}' THEN 'No trae un documento de identidad'
                WHEN h.id IS NULL THEN 'Nadie en el portal tiene ese documento' END
    FROM fila f
    LEFT JOIN hallada h ON h.id = f.id
    LEFT JOIN LATERAL (SELECT count(*) AS cuantas, min(x.id) AS persona_id FROM (
        SELECT p.id FROM portal.persona p WHERE p.correo_clave = f.correo AND f.correo <> '' LIMIT 2) x) s ON h.id IS NULL
$$;

-- Judges every row that is not done yet: whose it is, what it got, and what of it is new.
CREATE OR REPLACE FUNCTION portal.mooc_revisar(p_carga_id bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF NOT portal.mooc_puede() THEN
        RETURN;
    END IF;
    WITH quien AS MATERIALIZED (SELECT * FROM portal.mooc_personas(p_carga_id)),
    leida AS MATERIALIZED (
        SELECT f.id, f.numero, q.persona_id, q.sugerida_id, q.causa, k.curso_id, k.fuente, v.acreditacion, v.nota_minima,
               v.escala, coalesce(v.cierre > k.fecha, k.fuente = 'MOODLE') AS abierto,
               coalesce(n.nota, m.nota) AS nota, n.mala OR m.mala AS nota_mala, c.nota AS nota_cruda, c.fin,
               f.celdas ? 'fin' AS trae_fin, CASE WHEN c.fin <> '' THEN portal.mooc_finalizo(c.fin) ELSE false END AS finalizo,
               c.estado AS estado_crudo, CASE WHEN c.estado <> '' THEN portal.mooc_estado(c.estado) ELSE '' END AS dicho,
               coalesce(d.fecha, CASE WHEN c.fin <> '' THEN portal.mooc_fecha(c.fin) END,
                   (SELECT max(portal.mooc_fecha(x)) FROM jsonb_array_elements_text(f.celdas -> 'fechas') AS x),
                   portal.mooc_fecha(c.descarga), k.fecha) AS fecha,
               nullif(c.fecha, '') IS NOT NULL AND d.fecha IS NULL AS fecha_mala, c.fecha AS fecha_cruda,
               coalesce(a.asistio, false) AS asistio_antes, coalesce(a.aprobo, false) AS aprobo_antes, a.hay IS NOT NULL AS hay
        FROM portal.mooc_fila f
        JOIN quien q ON q.fila_id = f.id
        JOIN portal.mooc_carga k ON k.id = f.carga_id
        JOIN portal.curso_version v ON v.id = k.curso_version_id
        CROSS JOIN LATERAL jsonb_to_record(f.celdas) AS c (nota text, porcentaje text, maximo numeric, fin text,
            estado text, fecha text, descarga text)
        CROSS JOIN LATERAL (SELECT CASE WHEN c.fecha <> '' THEN portal.mooc_fecha(c.fecha) END AS fecha OFFSET 0) d
        CROSS JOIN LATERAL portal.mooc_nota(c.porcentaje, v.escala, 100, true) n
        CROSS JOIN LATERAL portal.mooc_nota(c.nota, v.escala, coalesce(nullif(c.maximo, 0), v.escala_origen), false) m
        LEFT JOIN LATERAL (
            SELECT max(1) AS hay, bool_or(r.estado = 'ASISTIO') AS asistio, bool_or(r.aprueba) AS aprobo
            FROM portal.curso_resultado r
            WHERE r.persona_id = q.persona_id AND r.curso_id = k.curso_id
              AND NOT EXISTS (SELECT FROM portal.curso_anulacion x WHERE x.resultado_id = r.id)) a ON true
        WHERE f.carga_id = p_carga_id AND f.estado <> 'PENDIENTE'),
    juzgada AS MATERIALIZED (
        SELECT l.*, concat_ws('. ',
                CASE WHEN l.nota_mala THEN 'Nota: «' || l.nota_cruda || '» no es una nota hasta '
                    || portal.nota_en_palabras(l.escala) END,
                CASE WHEN l.trae_fin AND l.finalizo IS NULL THEN 'Curso completado: no se entiende «' || left(l.fin, 60) || '»' END,
                CASE WHEN l.dicho IS NULL THEN 'Estado: no se entiende «' || left(l.estado_crudo, 60) || '»' END,
                CASE WHEN l.fecha_mala THEN 'Fecha: no se entiende «' || left(l.fecha_cruda, 60) || '»' END,
                CASE WHEN l.fecha > portal.hoy() THEN 'La fecha ' || to_char(l.fecha, 'DD/MM/YYYY') || ' todavía no llega' END,
                CASE WHEN l.dicho = 'APROBADO' AND l.acreditacion <> 'ASISTENCIA' AND l.nota < l.nota_minima
                    THEN format('Dice aprobado, pero su nota %s es menor que la mínima %s', portal.nota_en_palabras(l.nota),
                                portal.nota_en_palabras(l.nota_minima)) END) AS mal,
            CASE WHEN l.dicho IN ('RETIRADO', 'DESAPROBADO') THEN l.dicho
                WHEN l.acreditacion = 'ASISTENCIA' THEN CASE WHEN l.finalizo OR l.dicho <> '' THEN 'ASISTIO' END
                WHEN l.nota < l.nota_minima THEN CASE WHEN NOT l.abierto OR l.finalizo OR l.dicho = 'FINALIZADO' THEN 'DESAPROBADO' END
                WHEN l.acreditacion = 'EVALUACION' THEN CASE WHEN l.nota IS NOT NULL OR l.dicho = 'APROBADO' THEN 'APROBADO' END
                WHEN l.dicho = 'APROBADO' THEN 'APROBADO'
                WHEN l.finalizo OR l.dicho <> '' OR (l.nota IS NOT NULL AND l.asistio_antes)
                    THEN CASE WHEN l.nota IS NULL THEN 'ASISTIO' ELSE 'APROBADO' END END AS resultado
        FROM leida l),
    ordenada AS MATERIALIZED (
        SELECT j.*, j.resultado = 'APROBADO' OR (j.resultado = 'ASISTIO' AND j.acreditacion = 'ASISTENCIA') AS aprueba,
               row_number() OVER (PARTITION BY j.persona_id ORDER BY (j.mal <> '')::integer, (j.resultado IS NULL)::integer,
                   (j.resultado = 'APROBADO')::integer DESC, j.nota DESC NULLS LAST, j.numero) AS lugar,
               EXISTS (SELECT FROM portal.curso_resultado r
                       WHERE r.persona_id = j.persona_id AND r.curso_id = j.curso_id AND r.estado = j.resultado
                         AND r.nota IS NOT DISTINCT FROM j.nota
                         AND NOT EXISTS (SELECT FROM portal.curso_anulacion x WHERE x.resultado_id = r.id)) AS igual
        FROM juzgada j)
    UPDATE portal.mooc_fila f SET persona_id = o.persona_id, sugerida_id = o.sugerida_id,
        resultado = o.resultado, aprueba = coalesce(o.aprueba, false), nota = CASE WHEN NOT o.nota_mala THEN o.nota END,
        fecha = o.fecha,
        estado = CASE WHEN o.mal <> '' THEN 'POR_CORREGIR' WHEN o.persona_id IS NULL THEN 'SIN_COINCIDENCIA'
            WHEN o.lugar > 1 THEN 'REPETIDA'
            WHEN o.resultado IS NULL AND o.aprobo_antes THEN 'YA_ESTABA' WHEN o.resultado IS NULL THEN 'SIN_RESULTADO'
            WHEN o.igual OR (o.resultado = 'ASISTIO' AND o.nota IS NULL AND o.aprobo_antes) THEN 'YA_ESTABA'
            WHEN o.hay THEN 'OTRA_NOTA' ELSE 'ENTRA' END,
        detalle = CASE WHEN o.mal <> '' THEN o.mal WHEN o.persona_id IS NULL THEN o.causa
            WHEN o.lugar > 1 THEN 'La misma persona está en otra fila; vale la mejor'
            WHEN o.resultado IS NOT NULL OR o.aprobo_antes THEN NULL
            WHEN o.nota < o.nota_minima THEN 'Va en ' || portal.nota_en_palabras(o.nota) || '; todavía no llega a la mínima'
            WHEN o.acreditacion <> 'EVALUACION' AND NOT o.trae_fin AND o.estado_crudo IS NULL
                THEN 'El archivo no dice quién finalizó: suba también el informe de finalización'
            WHEN o.acreditacion <> 'EVALUACION' THEN 'Todavía no finaliza el curso'
            ELSE 'Todavía no tiene nota' END
    FROM ordenada o WHERE f.id = o.id;
END $$;

-- Puts results down, one more attempt for each enrolment of the person, and moves stage A of who passes. The one way in.
-- p_filas [{"persona_id", "vinculo_id" (one vinculo alone), "estado", "aprueba", "nota", "fecha", "sustento",
-- "evidencia_id"}, …]. Of the internal ones: whoever calls it has asked who may.
CREATE OR REPLACE FUNCTION portal.mooc_asentar(p_version_id bigint, p_fuente text, p_carga_id bigint, p_filas jsonb)
    RETURNS TABLE (asentados bigint, movidas bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v portal.curso_version;
    v_edicion bigint;
    v_mueve jsonb;
BEGIN
    SELECT x.* INTO v FROM portal.curso_version x WHERE x.id = p_version_id;
    SELECT x.edicion_id INTO v_edicion FROM portal.curso x WHERE x.id = v.curso_id;
    -- Results first: what is odd about a stage that ends is judged by the hours of its course.
    WITH entra AS MATERIALIZED (
        SELECT i.id AS inscripcion_id, i.persona_id, i.vinculo_id, i.entidad_id, d.estado, d.aprueba, d.nota, d.fecha,
               d.sustento, d.evidencia_id
        FROM jsonb_to_recordset(p_filas) AS d (persona_id bigint, vinculo_id bigint, estado text, aprueba boolean,
            nota numeric, fecha date, sustento text, evidencia_id bigint)
        JOIN portal.inscripcion i ON i.persona_id = d.persona_id AND i.vinculo_id IS NOT NULL
            AND (v_edicion IS NULL OR i.edicion_id = v_edicion) AND (d.vinculo_id IS NULL OR i.vinculo_id = d.vinculo_id)),
    previa AS MATERIALIZED (
        SELECT e.id, e.inscripcion_id, n.persona_id, e.version, e.estado AS desde, jsonb_build_object('estado', e.estado,
                   'motivo', e.motivo, 'fecha_fin', e.fecha_fin) AS antes, greatest(n.fecha, e.fecha_inicio) AS fecha_fin,
               left(format('%s: %s%s, %s', v.nombre, portal.resultado_en_palabras(n.estado),
                   ' con ' || portal.nota_en_palabras(n.nota), CASE WHEN p_fuente <> 'MANO' THEN 'por ' ELSE '' END
                       || portal.fuente_en_palabras(p_fuente)) || coalesce(' (' || n.sustento || ')', ''), 500) AS motivo
        FROM entra n JOIN portal.etapa e ON e.inscripcion_id = n.inscripcion_id AND e.tipo = 'ESTADO'
        WHERE n.aprueba AND e.estado IN ('PENDIENTE', 'EN_CURSO', 'OBSERVADA')
        ORDER BY e.id FOR UPDATE OF e),
    alta AS (
        INSERT INTO portal.curso_resultado (inscripcion_id, persona_id, vinculo_id, entidad_id, curso_id, curso_version_id,
            intento, estado, aprueba, nota, fecha, fuente, carga_id, evidencia_id, sustento, etapa_id, etapa_previa, etapa_version)
        SELECT n.inscripcion_id, n.persona_id, n.vinculo_id, n.entidad_id, v.curso_id, v.id,
               coalesce((SELECT max(r.intento) FROM portal.curso_resultado r
                         WHERE r.inscripcion_id = n.inscripcion_id AND r.curso_id = v.curso_id), 0) + 1,
               n.estado, n.aprueba, n.nota, n.fecha, p_fuente, p_carga_id, n.evidencia_id, n.sustento, m.id, m.antes, m.version + 1
        FROM entra n LEFT JOIN previa m ON m.inscripcion_id = n.inscripcion_id
        RETURNING persona_id)
    SELECT (SELECT count(DISTINCT persona_id) FROM alta), (SELECT jsonb_agg(to_jsonb(p)) FROM previa p) INTO asentados, v_mueve;
    WITH mueve AS MATERIALIZED (
        SELECT * FROM jsonb_to_recordset(v_mueve) AS x (id bigint, persona_id bigint, desde text, fecha_fin date, motivo text)),
    movida AS (
        UPDATE portal.etapa e SET estado = 'CULMINADA', fecha_fin = p.fecha_fin, motivo = p.motivo
        FROM mueve p WHERE e.id = p.id
        RETURNING e.id, p.persona_id, e.vinculo_id, e.entidad_id, p.desde, e.fecha_fin, p.motivo),
    evento AS (
        INSERT INTO portal.evento (persona_id, vinculo_id, entidad_id, tipo, ocurrido_en, datos)
        SELECT m.persona_id, m.vinculo_id, m.entidad_id, 'ETAPA_CULMINADA', m.fecha_fin::timestamp AT TIME ZONE 'America/Lima',
               jsonb_build_object('etapa_id', m.id, 'etapa', portal.etapa_en_palabras('ESTADO'),
                   'cambios', jsonb_build_object('estado', jsonb_build_array(m.desde, 'CULMINADA')), 'motivo', m.motivo)
        FROM movida m)
    SELECT count(*) INTO movidas FROM movida;
    RETURN NEXT;
END $$;

-- Takes in what is right, at most p_lote rows a call so that none is long; whoever calls again does so in the same
-- transaction. What waits goes on waiting. resultado: ok, no_encontrado.
CREATE OR REPLACE FUNCTION portal.mooc_aceptar(p_carga_id bigint, p_revisar boolean, p_lote integer)
    RETURNS TABLE (resultado text, registrados bigint, movidas bigint, quedan bigint)
LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    k portal.mooc_carga;
    v_filas jsonb;
    v_ids bigint[];
BEGIN
    SELECT x.* INTO k FROM portal.mooc_carga x
    WHERE x.id = p_carga_id AND portal.mooc_puede() AND x.estado NOT IN ('DESHECHA', 'FALLIDA') FOR UPDATE;
    resultado := CASE WHEN k.id IS NULL THEN 'no_encontrado' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        -- Two loads of one course come one after the other: each sees the attempts of the other.
        PERFORM pg_advisory_xact_lock(hashtextextended('mooc-' || k.curso_id, 3));
        IF p_revisar THEN
            PERFORM portal.mooc_revisar(p_carga_id);
        END IF;
        SELECT array_agg(x.id) INTO v_ids FROM (SELECT f.id FROM portal.mooc_fila f
            WHERE f.carga_id = p_carga_id AND f.estado IN ('ENTRA', 'OTRA_NOTA') ORDER BY f.numero LIMIT p_lote) x;
        SELECT jsonb_agg(jsonb_build_object('persona_id', f.persona_id, 'estado', f.resultado, 'aprueba', f.aprueba,
                   'nota', f.nota, 'fecha', f.fecha)) INTO v_filas
        FROM portal.mooc_fila f WHERE f.id = ANY (v_ids);
        SELECT a.asentados, a.movidas INTO registrados, movidas
        FROM portal.mooc_asentar(k.curso_version_id, k.fuente, k.id, coalesce(v_filas, '[]')) a;
        UPDATE portal.mooc_fila f SET estado = 'ACEPTADA' WHERE f.id = ANY (v_ids);
        SELECT count(*) INTO quedan FROM portal.mooc_fila f
        WHERE f.carga_id = p_carga_id AND f.estado IN ('ENTRA', 'OTRA_NOTA');
    END IF;
    RETURN NEXT;
END $$;

-- The tray: p_filas [[fila_id, "documento" or "", "CONFIRMAR" | "DEJAR" | ""], …]. A document typed wins; CONFIRMAR takes
-- the person who was suggested. resultado: ok, no_encontrado.
CREATE OR REPLACE FUNCTION portal.mooc_emparejar(p_carga_id bigint, p_filas text)
    RETURNS TABLE (resultado text, halladas bigint, dejadas bigint, sin_hallar bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_ids bigint[];
BEGIN
    PERFORM FROM portal.mooc_carga x WHERE x.id = p_carga_id AND x.estado IN ('ABIERTA', 'HECHA') AND portal.es_admin() FOR UPDATE;
    resultado := CASE WHEN FOUND THEN 'ok' ELSE 'no_encontrado' END;
    IF resultado = 'ok' THEN
        WITH pedida AS (
            SELECT (p ->> 0)::bigint AS id, upper(btrim(p ->> 1)) AS documento, p ->> 2 AS accion
            FROM jsonb_array_elements(p_filas::jsonb) AS p),
        hecha AS (
            UPDATE portal.mooc_fila f SET
                celdas = CASE WHEN p.documento <> '' THEN f.celdas || jsonb_build_object('a_mano',
                                  coalesce(portal.mooc_documento(p.documento), left(p.documento, 20)))
                              WHEN p.accion = 'CONFIRMAR' AND s.id IS NOT NULL
                                  THEN f.celdas || jsonb_build_object('a_mano', s.numero_documento)
                              ELSE f.celdas END,
                estado = CASE WHEN p.documento = '' AND p.accion = 'DEJAR' THEN 'DEJADA' ELSE f.estado END
            FROM pedida p JOIN portal.mooc_fila g ON g.id = p.id LEFT JOIN portal.persona s ON s.id = g.sugerida_id
            WHERE f.id = p.id AND f.carga_id = p_carga_id AND f.estado = 'SIN_COINCIDENCIA'
              AND (p.documento <> '' OR p.accion <> '')
            RETURNING f.id)
        SELECT array_agg(id) INTO v_ids FROM hecha;
        PERFORM portal.mooc_revisar(p_carga_id);
        SELECT count(*) FILTER (WHERE f.persona_id IS NOT NULL), count(*) FILTER (WHERE f.estado = 'DEJADA'),
               count(*) FILTER (WHERE f.estado = 'SIN_COINCIDENCIA')
        INTO halladas, dejadas, sin_hallar FROM portal.mooc_fila f WHERE f.id = ANY (v_ids);
    END IF;
    RETURN NEXT;
END $$;

-- Takes back a load: its results no longer count, and the stages that it moved go back, but for those that SERVIR has
-- validated or somebody has moved since, and those that another pass holds. resultado: ok, no_encontrado.
CREATE OR REPLACE FUNCTION portal.mooc_deshacer(p_carga_id bigint)
    RETURNS TABLE (resultado text, anulados bigint, devueltas bigint, se_quedan bigint)
LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    k portal.mooc_carga;
BEGIN
    SELECT x.* INTO k FROM portal.mooc_carga x
    WHERE x.id = p_carga_id AND portal.es_admin() AND x.estado IN ('ABIERTA', 'HECHA') FOR UPDATE;
    resultado := CASE WHEN k.id IS NULL THEN 'no_encontrado' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('mooc-' || k.curso_id, 3));
        PERFORM FROM portal.etapa e JOIN portal.curso_resultado r ON r.etapa_id = e.id AND r.carga_id = p_carga_id
        ORDER BY e.id FOR UPDATE OF e;
        WITH anulado AS (
            INSERT INTO portal.curso_anulacion (resultado_id, entidad_id)
            SELECT r.id, r.entidad_id FROM portal.curso_resultado r LEFT JOIN portal.etapa e ON e.id = r.etapa_id
            WHERE r.carga_id = p_carga_id AND (e.id IS NULL OR e.estado <> 'VALIDADA')
            ON CONFLICT DO NOTHING RETURNING resultado_id)
        SELECT count(*) INTO anulados FROM anulado;
        SELECT count(*) - anulados INTO se_quedan FROM portal.curso_resultado r WHERE r.carga_id = p_carga_id;
        WITH vuelve AS MATERIALIZED (
            SELECT e.id, r.persona_id, r.etapa_previa AS antes FROM portal.curso_resultado r
            JOIN portal.curso_anulacion a ON a.resultado_id = r.id
            JOIN portal.etapa e ON e.id = r.etapa_id AND e.estado = 'CULMINADA' AND e.version = r.etapa_version
            WHERE r.carga_id = p_carga_id
              AND NOT EXISTS (SELECT FROM portal.curso_resultado o WHERE o.inscripcion_id = r.inscripcion_id AND o.aprueba
                  AND NOT EXISTS (SELECT FROM portal.curso_anulacion x WHERE x.resultado_id = o.id))),
        devuelta AS (
            UPDATE portal.etapa e SET estado = v.antes ->> 'estado', motivo = v.antes ->> 'motivo',
                fecha_fin = (v.antes ->> 'fecha_fin')::date
            FROM vuelve v WHERE e.id = v.id RETURNING e.id, e.vinculo_id, e.entidad_id, v.persona_id, e.estado),
        evento AS (
            INSERT INTO portal.evento (persona_id, vinculo_id, entidad_id, tipo, datos)
            SELECT d.persona_id, d.vinculo_id, d.entidad_id, 'ETAPA_' || d.estado,
                   jsonb_build_object('etapa_id', d.id, 'etapa', portal.etapa_en_palabras('ESTADO'),
                       'cambios', jsonb_build_object('estado', jsonb_build_array('CULMINADA', d.estado)),
                       'motivo', 'Se deshizo la carga de resultados «' || k.nombre || '»')
            FROM devuelta d)
        SELECT count(*) INTO devueltas FROM devuelta;
        UPDATE portal.mooc_fila f SET estado = 'DESHECHA' WHERE f.carga_id = p_carga_id AND f.estado = 'ACEPTADA';
        UPDATE portal.mooc_carga x SET estado = 'DESHECHA', terminado_en = now() WHERE x.id = p_carga_id;
    END IF;
    RETURN NEXT;
END $$;

-- A result that an ORH enters for one of its people, with the file that shows it. resultado: ok, ya_estaba,
-- no_encontrado, sin_etapa, falta_nota, nota_mala, nota_baja, nota_alta, fecha_futura, demasiadas.
CREATE OR REPLACE FUNCTION portal.mooc_a_mano(p_vinculo_id bigint, p_curso_id bigint, p_estado text, p_nota text, p_fecha date,
    p_sustento text, p_sha256 text, p_tipo text, p_bytes integer, p_nombre text)
    RETURNS TABLE (resultado text, etapa_id bigint)
LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v portal.curso_version;
    e portal.etapa;
    n record;
    v_persona bigint;
    v_evidencia bigint;
    v_aprueba boolean;
BEGIN
    SELECT x.* INTO v FROM portal.curso_version x JOIN portal.curso c ON c.id = x.curso_id
    WHERE x.curso_id = p_curso_id AND c.vigente ORDER BY x.version DESC LIMIT 1;
    PERFORM pg_advisory_xact_lock(hashtextextended('mooc-' || v.curso_id, 3));
    SELECT t.* INTO e FROM portal.etapa t JOIN portal.inscripcion i ON i.id = t.inscripcion_id
        JOIN portal.curso c ON c.id = v.curso_id AND (c.edicion_id IS NULL OR c.edicion_id = i.edicion_id)
    WHERE t.vinculo_id = p_vinculo_id AND t.entidad_id = portal.ambito_orh() AND t.tipo = 'ESTADO' ORDER BY t.id DESC LIMIT 1
    FOR UPDATE OF t;
    SELECT x.persona_id INTO v_persona FROM portal.vinculo x WHERE x.id = p_vinculo_id AND x.entidad_id = portal.ambito_orh();
    etapa_id := e.id;
    SELECT * INTO n FROM portal.mooc_nota(p_nota, v.escala, v.escala, false);
    v_aprueba := p_estado = 'APROBADO' OR (p_estado = 'ASISTIO' AND v.acreditacion = 'ASISTENCIA');
    resultado := CASE
        WHEN v_persona IS NULL OR v.id IS NULL THEN 'no_encontrado'
        WHEN e.id IS NULL OR e.heredada_de IS NOT NULL OR e.estado IN ('VALIDADA', 'RETIRADO') THEN 'sin_etapa'
        WHEN n.mala THEN 'nota_mala'
        WHEN p_estado IN ('APROBADO', 'DESAPROBADO') AND v.acreditacion <> 'ASISTENCIA' AND n.nota IS NULL THEN 'falta_nota'
        WHEN p_estado = 'APROBADO' AND n.nota < v.nota_minima THEN 'nota_baja'
        WHEN p_estado = 'DESAPROBADO' AND n.nota >= v.nota_minima THEN 'nota_alta'
        WHEN p_fecha > portal.hoy() THEN 'fecha_futura'
        WHEN EXISTS (SELECT FROM portal.curso_resultado r WHERE r.inscripcion_id = e.inscripcion_id AND r.curso_id = v.curso_id
                     AND r.estado = p_estado AND r.nota IS NOT DISTINCT FROM n.nota
                     AND NOT EXISTS (SELECT FROM portal.curso_anulacion x WHERE x.resultado_id = r.id)) THEN 'ya_estaba'
        WHEN (SELECT count(*) FROM portal.evidencia x WHERE x.etapa_id = e.id AND x.actividad_id IS NULL
              AND x.sha256 <> p_sha256) >= 10 THEN 'demasiadas'
        ELSE 'ok' END;
    IF resultado = 'ok' THEN
        INSERT INTO portal.evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre)
        VALUES (e.id, e.vinculo_id, e.entidad_id, p_sha256, p_tipo, p_bytes, p_nombre)
        ON CONFLICT ON CONSTRAINT evidencia_etapa_id_key DO NOTHING;
        SELECT x.id INTO v_evidencia FROM portal.evidencia x WHERE x.etapa_id = e.id AND x.actividad_id IS NULL
            AND x.sha256 = p_sha256;
        PERFORM portal.mooc_asentar(v.id, 'MANO', NULL, jsonb_build_array(jsonb_build_object('persona_id', v_persona,
            'vinculo_id', p_vinculo_id, 'estado', p_estado, 'aprueba', v_aprueba, 'nota', n.nota, 'fecha', p_fecha,
            'sustento', p_sustento, 'evidencia_id', v_evidencia)));
    END IF;
    RETURN NEXT;
END $$;

-- A new version of the settings of a course when something changed. resultado: ok, sin_cambio, no_encontrado, conflicto.
CREATE OR REPLACE FUNCTION portal.curso_guardar(p_curso_id bigint, p_version integer, p_datos text)
    RETURNS TABLE (resultado text, curso_id bigint)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    d record;
    v portal.curso_version;
BEGIN
    SELECT * INTO d FROM jsonb_to_record(p_datos::jsonb) AS x (codigo text, edicion_id bigint, vigente boolean, nombre text,
        acreditacion text, escala numeric, nota_minima numeric, escala_origen numeric, horas integer, cierre date, moodle_id bigint);
    curso_id := p_curso_id;
    resultado := 'ok';
    IF p_curso_id IS NULL THEN
        INSERT INTO portal.curso (codigo, edicion_id) VALUES (d.codigo, d.edicion_id) RETURNING id INTO curso_id;
    ELSE
        PERFORM FROM portal.curso c WHERE c.id = p_curso_id FOR UPDATE;
        SELECT x.* INTO v FROM portal.curso_version x WHERE x.curso_id = p_curso_id ORDER BY x.version DESC LIMIT 1;
        IF v.id IS NULL THEN
            resultado := 'no_encontrado';
        ELSIF v.version <> p_version THEN
            resultado := CASE WHEN (d.nombre, d.acreditacion, d.escala, d.nota_minima, d.escala_origen) IS NOT DISTINCT FROM
                (v.nombre, v.acreditacion, v.escala, v.nota_minima, v.escala_origen) AND v.version = p_version + 1
                THEN 'sin_cambio' ELSE 'conflicto' END;
        ELSE
            UPDATE portal.curso c SET edicion_id = d.edicion_id, vigente = d.vigente
            WHERE c.id = p_curso_id AND (c.edicion_id, c.vigente) IS DISTINCT FROM (d.edicion_id, d.vigente);
            IF (d.nombre, d.acreditacion, d.escala, d.nota_minima, d.escala_origen, d.horas, d.cierre, d.moodle_id)
                IS NOT DISTINCT FROM
                (v.nombre, v.acreditacion, v.escala, v.nota_minima, v.escala_origen, v.horas, v.cierre, v.moodle_id) THEN
                resultado := CASE WHEN FOUND THEN 'ok' ELSE 'sin_cambio' END;
                RETURN NEXT;
                RETURN;
            END IF;
        END IF;
    END IF;
    IF resultado = 'ok' THEN
        INSERT INTO portal.curso_version (curso_id, version, nombre, acreditacion, escala, nota_minima, escala_origen, horas,
            cierre, moodle_id)
        VALUES (curso_id, coalesce(v.version, 0) + 1, d.nombre, d.acreditacion, d.escala, d.nota_minima, d.escala_origen,
            d.horas, d.cierre, d.moodle_id);
    END IF;
    RETURN NEXT;
END $$;

-- --- pulls from Moodle: a load whose rows the background worker fills ---

-- One pull of a course at a time. resultado: ok, ya_pedida (carga_id is the one that runs), sin_moodle, no_encontrado.
CREATE OR REPLACE FUNCTION portal.mooc_pedir(p_curso_id bigint, p_completa boolean)
    RETURNS TABLE (resultado text, carga_id bigint)
LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v portal.curso_version;
BEGIN
    SELECT x.* INTO v FROM portal.curso_version x JOIN portal.curso c ON c.id = x.curso_id
    WHERE x.curso_id = p_curso_id AND c.vigente AND portal.mooc_puede() ORDER BY x.version DESC LIMIT 1;
    resultado := CASE WHEN v.id IS NULL THEN 'no_encontrado' WHEN v.moodle_id IS NULL THEN 'sin_moodle' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        INSERT INTO portal.mooc_carga (curso_id, curso_version_id, fuente, nombre, fecha, completa, estado)
        VALUES (p_curso_id, v.id, 'MOODLE', 'Moodle, ' || to_char(now() AT TIME ZONE 'America/Lima', 'DD/MM/YYYY HH24:MI'),
                portal.hoy(), p_completa, 'EN_COLA')
        ON CONFLICT (curso_id) WHERE fuente = 'MOODLE' AND estado IN ('EN_COLA', 'EN_CURSO') DO NOTHING
        RETURNING id INTO carga_id;
        IF carga_id IS NULL THEN
            resultado := 'ya_pedida';
            SELECT k.id INTO carga_id FROM portal.mooc_carga k
            WHERE k.curso_id = p_curso_id AND k.fuente = 'MOODLE' AND k.estado IN ('EN_COLA', 'EN_CURSO');
        ELSE
            PERFORM portal.cola_poner('MOODLE', 'moodle-' || carga_id || '-0', jsonb_build_object('carga_id', carga_id));
        END IF;
    END IF;
    RETURN NEXT;
END $$;

-- The pulls of the night, once a day for each course, whoever asks.
CREATE OR REPLACE FUNCTION portal.mooc_programar() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT count(p.resultado) FROM (
        SELECT c.id FROM portal.curso c
        JOIN LATERAL (SELECT x.moodle_id FROM portal.curso_version x WHERE x.curso_id = c.id
                      ORDER BY x.version DESC LIMIT 1) v ON v.moodle_id IS NOT NULL
        WHERE c.vigente AND NOT EXISTS (SELECT FROM portal.mooc_carga k WHERE k.curso_id = c.id AND k.fuente = 'MOODLE'
            AND k.usuario_id IS NULL AND k.fecha = portal.hoy())
        ORDER BY c.id) d, LATERAL portal.mooc_pedir(d.id, false) p $$;

-- The enrolled, [{"id", "usuario", "idnumber", "correo", "nombre", "acceso"}, …], all at once. What somebody decided
-- about a user in an earlier pull holds. Who must be asked about: a person of ours who has been in the course, but for
-- whom it was asked well after their last visit, or who had passed. A site that hides visits: whoever has not passed.
CREATE OR REPLACE FUNCTION portal.mooc_traida_listar(p_carga_id bigint, p_usuarios text, p_llamadas integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    k portal.mooc_carga;
    v_antes bigint;
BEGIN
    SELECT x.* INTO k FROM portal.mooc_carga x
    WHERE x.id = p_carga_id AND x.estado IN ('EN_COLA', 'EN_CURSO') AND portal.mooc_puede() FOR UPDATE;
    IF k.id IS NULL OR EXISTS (SELECT FROM portal.mooc_fila f WHERE f.carga_id = k.id) THEN
        RETURN;
    END IF;
    SELECT max(x.id) INTO v_antes FROM portal.mooc_carga x
    WHERE x.curso_id = k.curso_id AND x.fuente = 'MOODLE' AND x.estado = 'HECHA' AND x.curso_version_id = k.curso_version_id;
    INSERT INTO portal.mooc_fila (carga_id, numero, celdas, estado, moodle_id, ultimo_acceso, preguntado_en)
    SELECT k.id, row_number() OVER (ORDER BY u.id),
           jsonb_strip_nulls(jsonb_build_object('usuario', u.usuario, 'idnumber', u.idnumber, 'correo', u.correo,
               'nombre', u.nombre, 'a_mano', a.celdas -> 'a_mano'))
           || CASE WHEN r.sirve THEN jsonb_strip_nulls(jsonb_build_object('nota', a.celdas -> 'nota', 'maximo', a.celdas -> 'maximo',
               'fin', a.celdas -> 'fin', 'fecha', a.celdas -> 'fecha')) ELSE '{}' END,
           CASE WHEN a.estado = 'DEJADA' THEN 'DEJADA' ELSE 'POR_CORREGIR' END, u.id, u.acceso,
           CASE WHEN r.sirve THEN a.preguntado_en END
    FROM (SELECT DISTINCT ON (x.id) x.* FROM jsonb_to_recordset(p_usuarios::jsonb) AS x (id bigint, usuario text, idnumber text,
              correo text, nombre text, acceso bigint) ORDER BY x.id) u
    LEFT JOIN portal.mooc_fila a ON a.carga_id = v_antes AND a.moodle_id = u.id
    CROSS JOIN LATERAL (SELECT a.preguntado_en IS NOT NULL AND NOT k.completa AND (a.aprueba
        OR (a.ultimo_acceso = u.acceso AND a.preguntado_en > to_timestamp(u.acceso) + interval '3 days')) AS sirve) r;
    UPDATE portal.mooc_carga x SET estado = 'EN_CURSO', llamadas = x.llamadas + p_llamadas, error = NULL WHERE x.id = k.id;
END $$;

-- After it, in the same transaction: whose each is and whom to ask about.
CREATE OR REPLACE FUNCTION portal.mooc_traida_emparejar(p_carga_id bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF portal.mooc_puede() THEN
        PERFORM portal.mooc_revisar(p_carga_id);
        UPDATE portal.mooc_fila f SET estado = 'PENDIENTE'
        WHERE f.carga_id = p_carga_id AND f.persona_id IS NOT NULL AND f.preguntado_en IS NULL AND coalesce(f.ultimo_acceso, 1) > 0
          AND f.estado NOT IN ('DEJADA', 'ACEPTADA', 'DESHECHA');
    END IF;
END $$;

-- Answers about some of them, [{"id", "nota", "maximo", "fin", "fecha", "detalle"}, …].
CREATE OR REPLACE FUNCTION portal.mooc_traida_guardar(p_carga_id bigint, p_respuestas text, p_llamadas integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.mooc_fila f SET estado = 'POR_CORREGIR', preguntado_en = clock_timestamp(),
        celdas = f.celdas || (r.respuesta - 'id')
    FROM (SELECT x AS respuesta FROM jsonb_array_elements(p_respuestas::jsonb) AS x) r
    WHERE f.carga_id = p_carga_id AND f.moodle_id = (r.respuesta ->> 'id')::bigint AND f.estado = 'PENDIENTE'
      AND portal.mooc_puede();
    UPDATE portal.mooc_carga x SET llamadas = x.llamadas + p_llamadas WHERE x.id = p_carga_id AND portal.mooc_puede();
$$;

-- Lets other jobs have their turn and goes on.
CREATE OR REPLACE FUNCTION portal.mooc_traida_seguir(p_carga_id bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_vueltas integer;
BEGIN
    UPDATE portal.mooc_carga x SET vueltas = x.vueltas + 1
    WHERE x.id = p_carga_id AND x.estado = 'EN_CURSO' AND portal.mooc_puede() RETURNING x.vueltas INTO v_vueltas;
    IF FOUND THEN
        PERFORM portal.cola_poner('MOODLE', 'moodle-' || p_carga_id || '-' || v_vueltas, jsonb_build_object('carga_id', p_carga_id));
    END IF;
END $$;

-- The end of a pull, in the transaction that took its results in. Of earlier pulls the last one before stays to be read.
CREATE OR REPLACE FUNCTION portal.mooc_traida_terminar(p_carga_id bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    UPDATE portal.mooc_carga x SET estado = 'HECHA', error = NULL, terminado_en = clock_timestamp()
    WHERE x.id = p_carga_id AND x.estado = 'EN_CURSO' AND portal.mooc_puede();
    DELETE FROM portal.mooc_fila f USING portal.mooc_carga k, portal.mooc_carga este
    WHERE este.id = p_carga_id AND k.curso_id = este.curso_id AND k.fuente = 'MOODLE' AND k.id < este.id AND f.carga_id = k.id
      AND portal.mooc_puede()
      AND k.id <> (SELECT max(a.id) FROM portal.mooc_carga a WHERE a.curso_id = este.curso_id AND a.fuente = 'MOODLE'
                   AND a.id < este.id AND a.estado = 'HECHA');
$$;

-- What the portal has and what Moodle said the last time, side by side. grupo: AMBOS, DISTINTO, AQUI, ALLA.
CREATE OR REPLACE FUNCTION portal.mooc_conciliar(p_curso_id bigint)
    RETURNS TABLE (grupo text, clave bigint, persona text, documento text, vinculo_id bigint, aqui text, alla text)
LANGUAGE sql STABLE ROWS 1000 SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH carga AS (
        SELECT k.id, c.edicion_id FROM portal.mooc_carga k JOIN portal.curso c ON c.id = k.curso_id
        WHERE k.curso_id = p_curso_id AND k.fuente = 'MOODLE' AND k.estado = 'HECHA' ORDER BY k.id DESC LIMIT 1),
    alla AS MATERIALIZED (
        SELECT f.id, f.persona_id, f.resultado, f.nota, f.celdas, f.detalle FROM portal.mooc_fila f JOIN carga k ON k.id = f.carga_id
        WHERE f.estado <> 'REPETIDA'),
    mejor AS MATERIALIZED (
        SELECT DISTINCT ON (r.inscripcion_id) r.inscripcion_id, r.estado, r.nota, r.aprueba
        FROM portal.curso_resultado r
        WHERE r.curso_id = p_curso_id AND NOT EXISTS (SELECT FROM portal.curso_anulacion x WHERE x.resultado_id = r.id)
        ORDER BY r.inscripcion_id, r.aprueba DESC, r.nota DESC NULLS LAST, r.id),
    aqui AS MATERIALIZED (
        SELECT i.id, i.persona_id, i.vinculo_id, v.nombre_completo, v.documento, m.estado, m.nota
        FROM carga k JOIN portal.inscripcion i ON k.edicion_id IS NULL OR i.edicion_id = k.edicion_id
        JOIN portal.edicion e ON e.id = i.edicion_id AND e.programa = 'SERVIDORES'
        JOIN portal.vinculo v ON v.id = i.vinculo_id
        LEFT JOIN mejor m ON m.inscripcion_id = i.id
        WHERE i.estado <> 'RETIRADO' OR m.inscripcion_id IS NOT NULL)
    SELECT CASE WHEN a.id IS NULL THEN 'ALLA' WHEN b.id IS NULL THEN 'AQUI'
                WHEN (a.estado, a.nota) IS NOT DISTINCT FROM (b.resultado, CASE WHEN b.resultado IS NOT NULL THEN b.nota END) THEN 'AMBOS'
                ELSE 'DISTINTO' END,
           coalesce(a.id, -b.id), coalesce(a.nombre_completo, b.celdas ->> 'nombre', 'Sin nombre'),
           coalesce(a.documento, nullif(b.celdas ->> 'idnumber', ''), b.celdas ->> 'usuario'), a.vinculo_id,
           CASE WHEN a.id IS NOT NULL THEN coalesce(portal.resultado_en_palabras(a.estado)
               || coalesce(' con ' || portal.nota_en_palabras(a.nota), ''), 'Sin resultado') END,
           CASE WHEN b.id IS NOT NULL THEN coalesce(portal.resultado_en_palabras(b.resultado)
               || coalesce(' con ' || portal.nota_en_palabras(b.nota), ''), b.detalle, 'Sin resultado') END
    FROM aqui a FULL JOIN alla b ON b.persona_id = a.persona_id
$$;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['curso_version', 'curso_resultado', 'curso_anulacion'] LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER t10_solo_agregar BEFORE UPDATE OR DELETE OR TRUNCATE
            ON portal.%I FOR EACH STATEMENT EXECUTE FUNCTION portal.solo_agregar()', t);
    END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION portal.mooc_puede, portal.acreditacion_en_palabras, portal.resultado_en_palabras,
    portal.nota_en_palabras, portal.fuente_en_palabras, portal.mooc_documento, portal.mooc_fecha, portal.mooc_nota,
    portal.mooc_estado, portal.mooc_finalizo, portal.mooc_abrir, portal.mooc_cargar, portal.mooc_revisar,
    portal.mooc_aceptar, portal.mooc_emparejar, portal.mooc_deshacer, portal.mooc_a_mano, portal.curso_guardar TO portal_app;
GRANT EXECUTE ON FUNCTION portal.mooc_pedir, portal.mooc_conciliar TO portal_app;
GRANT EXECUTE ON FUNCTION portal.mooc_aceptar, portal.mooc_programar, portal.mooc_traida_listar, portal.mooc_traida_emparejar, portal.mooc_traida_guardar,
    portal.mooc_traida_seguir, portal.mooc_traida_terminar TO portal_fondo;
