-- The figures. portal.avance has one row an enrolment; everything here counts its rows, so that a
-- figure and the list behind it cannot differ.

-- What each row must say. security_invoker: whoever reads it brings their own rows.
CREATE OR REPLACE VIEW portal.avance_calculado WITH (security_invoker = true) AS
SELECT i.id AS inscripcion_id, v.id AS vinculo_id, i.edicion_id, i.entidad_id,
       CASE WHEN s.hechas THEN greatest(s.fin - v.fecha_ingreso, 0) END AS dias,
       v.fecha_ingreso AS ingreso, date_trunc('month', v.fecha_ingreso::timestamp)::date AS mes,
       v.fecha_cese AS cese, least(s.vence_a, s.vence_b, s.vence_c) AS vence, s.vence_a, s.vence_b, s.vence_c, s.observada,
       n.nivel_gobierno COLLATE "C" AS nivel, coalesce(left(n.ubigeo, 2), 'SIN_DATO') COLLATE "C" AS region,
       v.regimen, coalesce(p.sexo, 'SIN_DATO') COLLATE "C" AS sexo,
       CASE WHEN t.trasladado THEN 'TRASLADADO'
            WHEN s.hechas AND s.validada THEN 'VALIDADO'
            WHEN s.hechas THEN 'COMPLETADO'
            WHEN i.estado = 'RETIRADO' THEN 'RETIRADO'
            WHEN i.estado IN ('INVITADO', 'INSCRITO') THEN 'SIN_INICIAR'
            ELSE 'EN_CURSO' END COLLATE "C" AS situacion
FROM portal.inscripcion i
JOIN portal.vinculo v ON v.id = i.vinculo_id
JOIN portal.entidad n ON n.id = i.entidad_id
JOIN portal.persona p ON p.id = i.persona_id
CROSS JOIN LATERAL (
    SELECT count(*) = 3 AND bool_and(e.estado IN ('CULMINADA', 'VALIDADA', 'NO_APLICA')) AS hechas,
           bool_and(e.estado IN ('VALIDADA', 'NO_APLICA')) AND bool_or(e.estado = 'VALIDADA') AS validada,
           coalesce(bool_or(e.estado = 'OBSERVADA'), false) AS observada,
           max(e.fecha_fin) FILTER (WHERE e.heredada_de IS NULL) AS fin,
           min(e.fecha_limite) FILTER (WHERE e.tipo = 'ESTADO' AND portal.etapa_abierta(e.estado)) AS vence_a,
           min(e.fecha_limite) FILTER (WHERE e.tipo = 'ENTIDAD' AND portal.etapa_abierta(e.estado)) AS vence_b,
           min(e.fecha_limite) FILTER (WHERE e.tipo = 'ESPECIFICA' AND portal.etapa_abierta(e.estado)) AS vence_c
    FROM portal.etapa e WHERE e.inscripcion_id = i.id) s
-- Who went on to another entity within the edition counts there.
CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM portal.transferencia x JOIN portal.inscripcion y ON y.vinculo_id = x.vinculo_nuevo_id
                   WHERE x.vinculo_id = v.id AND x.estado = 'ACEPTADA' AND y.edicion_id = i.edicion_id) AS trasladado) t;
GRANT SELECT ON portal.avance_calculado TO portal_definer;
COMMENT ON VIEW portal.avance_calculado IS 'avance as its sources say it';

-- Brings some rows up to date. The lock first: the statement after it sees what whoever held it has
-- committed, so two stages of one person that end at once are both counted.
CREATE OR REPLACE FUNCTION portal.avance_refrescar(p_ids bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    PERFORM FROM portal.avance WHERE inscripcion_id = ANY (p_ids) ORDER BY inscripcion_id FOR UPDATE;
    INSERT INTO portal.avance AS a (inscripcion_id, vinculo_id, edicion_id, entidad_id, dias, ingreso, mes, cese, vence,
        vence_a, vence_b, vence_c, observada, nivel, region, regimen, sexo, situacion)
    SELECT c.* FROM portal.avance_calculado c WHERE c.inscripcion_id = ANY (p_ids)
    ON CONFLICT (inscripcion_id) DO UPDATE
    SET (vinculo_id, edicion_id, entidad_id, dias, ingreso, mes, cese, vence, vence_a, vence_b, vence_c, observada, nivel, region,
         regimen, sexo, situacion)
      = (EXCLUDED.vinculo_id, EXCLUDED.edicion_id, EXCLUDED.entidad_id, EXCLUDED.dias, EXCLUDED.ingreso, EXCLUDED.mes,
         EXCLUDED.cese, EXCLUDED.vence, EXCLUDED.vence_a, EXCLUDED.vence_b, EXCLUDED.vence_c, EXCLUDED.observada, EXCLUDED.nivel,
         EXCLUDED.region, EXCLUDED.regimen, EXCLUDED.sexo, EXCLUDED.situacion)
    WHERE a IS DISTINCT FROM EXCLUDED;
END $$;

-- One function for every table that a figure reads; each statement once, whatever its rows.
CREATE OR REPLACE FUNCTION portal.avance_seguir() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_ids bigint[];
BEGIN
    IF TG_TABLE_NAME = 'inscripcion' THEN
        v_ids := ARRAY(SELECT id FROM nuevas);
    ELSIF TG_TABLE_NAME = 'transferencia' THEN
        v_ids := ARRAY(SELECT i.id FROM nuevas n JOIN portal.inscripcion i ON i.vinculo_id = n.vinculo_id
                       WHERE n.estado = 'ACEPTADA');
    ELSE
        v_ids := ARRAY(SELECT DISTINCT inscripcion_id FROM nuevas);
    END IF;
    IF cardinality(v_ids) > 0 THEN
        PERFORM portal.avance_refrescar(v_ids);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION portal.avance_seguir_origen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_ids bigint[];
BEGIN
    IF TG_TABLE_NAME = 'vinculo' THEN
        v_ids := ARRAY(SELECT i.id FROM nuevas n JOIN viejas o USING (id) JOIN portal.inscripcion i ON i.vinculo_id = n.id
                       WHERE (n.fecha_ingreso, n.fecha_cese, n.regimen) IS DISTINCT FROM (o.fecha_ingreso, o.fecha_cese, o.regimen));
    ELSIF TG_TABLE_NAME = 'persona' THEN
        v_ids := ARRAY(SELECT i.id FROM nuevas n JOIN viejas o USING (id) JOIN portal.inscripcion i ON i.persona_id = n.id
                       WHERE n.sexo IS DISTINCT FROM o.sexo);
    ELSE
        v_ids := ARRAY(SELECT i.id FROM nuevas n JOIN viejas o USING (id) JOIN portal.inscripcion i ON i.entidad_id = n.id
                       WHERE (n.nivel_gobierno, n.ubigeo) IS DISTINCT FROM (o.nivel_gobierno, o.ubigeo));
    END IF;
    IF cardinality(v_ids) > 0 THEN
        PERFORM portal.avance_refrescar(v_ids);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER t60_avance_alta AFTER INSERT ON portal.inscripcion REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir();
CREATE OR REPLACE TRIGGER t60_avance_cambio AFTER UPDATE ON portal.inscripcion REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir();
CREATE OR REPLACE TRIGGER t60_avance_alta AFTER INSERT ON portal.etapa REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir();
CREATE OR REPLACE TRIGGER t60_avance_cambio AFTER UPDATE ON portal.etapa REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir();
CREATE OR REPLACE TRIGGER t60_avance_baja AFTER DELETE ON portal.etapa REFERENCING OLD TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir();
CREATE OR REPLACE TRIGGER t60_avance_cambio AFTER UPDATE ON portal.transferencia REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir();
CREATE OR REPLACE TRIGGER t60_avance_cambio AFTER UPDATE ON portal.vinculo REFERENCING OLD TABLE AS viejas NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir_origen();
CREATE OR REPLACE TRIGGER t60_avance_cambio AFTER UPDATE ON portal.persona REFERENCING OLD TABLE AS viejas NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir_origen();
CREATE OR REPLACE TRIGGER t60_avance_cambio AFTER UPDATE ON portal.entidad REFERENCING OLD TABLE AS viejas NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION portal.avance_seguir_origen();

-- Counts everything anew. What differs is put right and reported; p_corregir false only reports.
-- Writers of enrolments wait meanwhile: it is a repair.
CREATE OR REPLACE FUNCTION portal.cifras_recontar(p_corregir boolean DEFAULT true)
RETURNS TABLE (problema text, filas bigint, ejemplo bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    r record;
BEGIN
    IF p_corregir THEN
        LOCK TABLE portal.avance IN SHARE ROW EXCLUSIVE MODE;
    END IF;
    FOR r IN
        SELECT CASE WHEN a.inscripcion_id IS NULL THEN 'falta' WHEN c.inscripcion_id IS NULL THEN 'sobra' ELSE 'difiere' END AS problema,
               array_agg(coalesce(c.inscripcion_id, a.inscripcion_id) ORDER BY 1) AS ids
        FROM portal.avance_calculado c FULL JOIN portal.avance a ON a.inscripcion_id = c.inscripcion_id
        WHERE (c.vinculo_id, c.edicion_id, c.entidad_id, c.dias, c.ingreso, c.mes, c.cese, c.vence, c.vence_a, c.vence_b,
               c.vence_c, c.observada, c.nivel, c.region, c.regimen, c.sexo, c.situacion)
           IS DISTINCT FROM (a.vinculo_id, a.edicion_id, a.entidad_id, a.dias, a.ingreso, a.mes, a.cese, a.vence, a.vence_a,
               a.vence_b, a.vence_c, a.observada, a.nivel, a.region, a.regimen, a.sexo, a.situacion)
        GROUP BY 1 ORDER BY 1
    LOOP
        problema := r.problema;
        filas := cardinality(r.ids);
        ejemplo := r.ids[1];
        IF p_corregir AND problema = 'sobra' THEN
            DELETE FROM portal.avance a WHERE a.inscripcion_id = ANY (r.ids);
        ELSIF p_corregir THEN
            PERFORM portal.avance_refrescar(r.ids);
        END IF;
        RETURN NEXT;
    END LOOP;
END $$;

-- --- counting ---

-- The entities whose people the session may count: NULL is all (SERVIR, and the background worker, which
-- seals the reports), none without a role that counts.
CREATE OR REPLACE FUNCTION portal.cifras_ambito() RETURNS bigint[]
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN portal.ve_todo() OR session_user = 'portal_fondo' THEN NULL
        ELSE coalesce(ARRAY[portal.ambito_orh()] || portal.ambito_gestor(), '{}') END $$;

-- The situation of a row a on day p_hoy: who left before it without finishing is retired.
CREATE OR REPLACE FUNCTION portal.avance_situacion(situacion text, cese date, hoy date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN cese < hoy AND situacion IN ('SIN_INICIAR', 'EN_CURSO') THEN 'RETIRADO' ELSE situacion END $$;

-- Whether a row counts in a figure; the planner puts its text in place of the call.
CREATE OR REPLACE FUNCTION portal.cifra_cuenta(a portal.avance, figura text, hoy date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE figura
        WHEN 'EN_CURSO' THEN portal.avance_situacion(a.situacion, a.cese, hoy) IN ('SIN_INICIAR', 'EN_CURSO')
        WHEN 'VENCIDO' THEN a.vence < hoy AND portal.avance_situacion(a.situacion, a.cese, hoy) IN ('SIN_INICIAR', 'EN_CURSO')
        WHEN 'COMPLETADO' THEN a.situacion IN ('COMPLETADO', 'VALIDADO')
        WHEN 'VALIDADO' THEN a.situacion = 'VALIDADO'
        WHEN 'RETIRADO' THEN portal.avance_situacion(a.situacion, a.cese, hoy) = 'RETIRADO'
        ELSE a.situacion <> 'TRASLADADO' END $$;

-- The conditions of a filter over avance a, as SQL. The text is made of quoted values alone; absent
-- filters leave nothing behind, so each question has its own plan.
CREATE OR REPLACE FUNCTION portal.cifras_donde(f portal.cifra_filtro, p_hoy date) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT string_agg(w, ' AND ') FROM (VALUES
        ($w$a.situacion <> 'TRASLADADO'$w$),
        ((SELECT format('a.entidad_id = ANY (%L::bigint[])', m.ids) FROM (SELECT portal.cifras_ambito() AS ids) m WHERE m.ids IS NOT NULL)),
        ('a.edicion_id = ' || f.edicion_id), ('a.entidad_id = ' || f.entidad_id),
        ('a.nivel = ' || quote_literal(f.nivel)), ('a.region = ' || quote_literal(f.region)),
        ('a.regimen = ' || quote_literal(f.regimen)), ('a.sexo = ' || quote_literal(f.sexo)),
        ('a.ingreso >= ' || quote_literal(f.desde)), ('a.ingreso <= ' || quote_literal(f.hasta)),
        (CASE WHEN f.situacion IS NOT NULL THEN format('portal.cifra_cuenta(a, %L, %L)', f.situacion, p_hoy) END)) AS c (w) $$;

DROP FUNCTION IF EXISTS portal.cifras_medianas(portal.cifra_filtro, bigint[], date);

-- How the rows fall by one dimension, in one reading; dias tells apart those who finished.
CREATE OR REPLACE FUNCTION portal.cifras_celdas(f portal.cifra_filtro, p_por text, p_hoy date)
RETURNS TABLE (valor text, situacion text, vencida boolean, dias integer, n bigint)
LANGUAGE plpgsql STABLE ROWS 5000 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_columna constant jsonb := '{"nivel": "a.nivel", "region": "a.region", "regimen": "a.regimen", "sexo": "a.sexo",
        "mes": "a.mes", "entidad": "a.entidad_id"}';
BEGIN
    RETURN QUERY EXECUTE format('SELECT x.v::text, x.s, x.t, x.d, x.n FROM (
            SELECT %1$s AS v, portal.avance_situacion(a.situacion, a.cese, %2$L) AS s, a.vence < %2$L AS t, a.dias AS d, count(*) AS n
            FROM portal.avance a WHERE %3$s GROUP BY 1, 2, 3, 4) x',
        coalesce(c_columna ->> p_por, $q$''$q$), p_hoy, portal.cifras_donde(f, p_hoy));
END $$;

-- The table of the page: a line a value, and the total with valor NULL.
CREATE OR REPLACE FUNCTION portal.cifras_cuadro(f portal.cifra_filtro, p_por text, p_hoy date)
RETURNS TABLE (valor text, registrados bigint, en_curso bigint, vencidos bigint, completados bigint, validados bigint,
               retirados bigint, mediana double precision)
LANGUAGE sql STABLE ROWS 60 SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH celda AS MATERIALIZED (SELECT * FROM portal.cifras_celdas(f, p_por, p_hoy)),
    -- The middle of the days: the mean of the two in the middle when they are even.
    dia AS (SELECT c.valor, c.dias, sum(c.n) AS n, grouping(c.valor) AS g FROM celda c
            WHERE c.dias IS NOT NULL GROUP BY GROUPING SETS ((c.valor, c.dias), (c.dias))),
    hasta AS (SELECT d.valor, d.g, d.dias, sum(d.n) OVER w AS n, sum(d.n) OVER (PARTITION BY d.g, d.valor) AS todos FROM dia d
              WINDOW w AS (PARTITION BY d.g, d.valor ORDER BY d.dias)),
    medio AS (SELECT h.valor, h.g, (min(h.dias) FILTER (WHERE h.n >= div(h.todos + 1, 2))
                                    + min(h.dias) FILTER (WHERE h.n >= div(h.todos, 2) + 1)) / 2.0 AS mediana
              FROM hasta h GROUP BY h.valor, h.g),
    suma AS (SELECT c.valor, grouping(c.valor) AS g, sum(c.n)::bigint AS registrados,
            (sum(c.n) FILTER (WHERE c.situacion IN ('SIN_INICIAR', 'EN_CURSO')))::bigint AS en_curso,
            (sum(c.n) FILTER (WHERE c.situacion IN ('SIN_INICIAR', 'EN_CURSO') AND c.vencida))::bigint AS vencidos,
            (sum(c.n) FILTER (WHERE c.situacion IN ('COMPLETADO', 'VALIDADO')))::bigint AS completados,
            (sum(c.n) FILTER (WHERE c.situacion = 'VALIDADO'))::bigint AS validados,
            (sum(c.n) FILTER (WHERE c.situacion = 'RETIRADO'))::bigint AS retirados
         FROM celda c GROUP BY GROUPING SETS ((c.valor), ()))
    SELECT s.valor, coalesce(s.registrados, 0), coalesce(s.en_curso, 0), coalesce(s.vencidos, 0),
           coalesce(s.completados, 0), coalesce(s.validados, 0), coalesce(s.retirados, 0), m.mediana::double precision
    FROM suma s LEFT JOIN medio m ON m.g = s.g AND coalesce(m.valor, '') = coalesce(s.valor, '')
    ORDER BY s.g DESC, s.valor $$;

-- A value as the screen says it.
CREATE OR REPLACE FUNCTION portal.cifras_nombre(p_por text, p_valor text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN p_valor = 'SIN_DATO' AND p_por = 'region' THEN 'Sin región (alcance nacional)' WHEN p_valor = 'SIN_DATO' THEN 'Sin dato' WHEN p_valor IS NULL THEN NULL
        ELSE coalesce(CASE p_por
            WHEN 'region' THEN (SELECT u.nombre FROM portal.ubigeo u WHERE u.codigo = p_valor)
            WHEN 'regimen' THEN (SELECT r.nombre_corto FROM portal.regimen r WHERE r.codigo = p_valor)
            WHEN 'entidad' THEN (SELECT coalesce(e.sigla, e.nombre) FROM portal.entidad e WHERE e.id = p_valor::bigint)
            WHEN 'mes' THEN ('{enero,febrero,marzo,abril,mayo,junio,julio,agosto,setiembre,octubre,noviembre,diciembre}'::text[])
                [extract(month FROM p_valor::date)::int] || ' ' || left(p_valor, 4)
            ELSE initcap(p_valor) END, p_valor) END $$;

-- What a line adds to the address of its list; a month stays within the dates that were asked for.
CREATE OR REPLACE FUNCTION portal.cifras_enlace(p_por text, p_valor text, p_desde date, p_hasta date) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN p_por <> 'mes' THEN p_por || '=' || p_valor
        ELSE format('desde=%s&hasta=%s', greatest(p_valor::date, p_desde),
                    least((p_valor::date + interval '1 month')::date - 1, p_hasta)) END $$;

-- How many people, and which (up to p_tope): what the list of a figure asks.
CREATE OR REPLACE FUNCTION portal.cifras_contar(f portal.cifra_filtro, p_hoy date) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_n bigint;
BEGIN
    EXECUTE 'SELECT count(*) FROM portal.avance a WHERE ' || portal.cifras_donde(f, p_hoy) INTO v_n;
    RETURN v_n;
END $$;
CREATE OR REPLACE FUNCTION portal.cifras_vinculos(f portal.cifra_filtro, p_hoy date, p_tope integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_ids bigint[];
BEGIN
    EXECUTE format('SELECT array_agg(x.id) FROM (SELECT a.vinculo_id AS id FROM portal.avance a WHERE %s LIMIT %s) x',
                   portal.cifras_donde(f, p_hoy), p_tope) INTO v_ids;
    RETURN coalesce(v_ids, '{}');
END $$;

-- The list behind a figure, and any other filter on top. Few: read and sorted; many: walked in the
-- order of surnames until the page is full. Without p_en_orden any p_limite of them: enough to count.
CREATE OR REPLACE FUNCTION portal.cifras_buscar(
    f portal.cifra_filtro, p_palabra1 text, p_palabra2 text, p_palabra3 text, p_organo bigint, p_etapa text, p_estado text,
    p_vigencia text, p_sin_jefe boolean, p_despues_de bigint, p_hoy date, p_limite integer, p_en_orden boolean DEFAULT true)
RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 50 SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_pocos constant integer := CASE WHEN p_en_orden THEN least(60 * p_limite, 15000) ELSE 200000 END;
    v_ids bigint[] := portal.cifras_vinculos(f, p_hoy, c_pocos + 1);
    v_orden text := '';
    v_id bigint := 0;
BEGIN
    IF p_despues_de IS NOT NULL THEN
        SELECT v.orden_nombre, v.id INTO v_orden, v_id FROM portal.vinculo v WHERE v.id = p_despues_de;
    END IF;
    IF cardinality(v_ids) <= c_pocos THEN
        RETURN QUERY WITH x AS MATERIALIZED (SELECT v.id, v.orden_nombre
            FROM (SELECT DISTINCT unnest(v_ids)) AS u (id)
                JOIN portal.vinculos_que_pasan(p_palabra1, p_palabra2, p_palabra3, p_organo, p_etapa, p_estado,
                    f.desde, f.hasta, p_vigencia, p_sin_jefe, p_hoy) v ON v.id = u.id
            WHERE (v.orden_nombre, v.id) > (v_orden COLLATE "C", v_id))
            SELECT x.id FROM x ORDER BY x.orden_nombre, x.id LIMIT p_limite;
    ELSE
        RETURN QUERY SELECT v.id
            FROM portal.vinculos_que_pasan(p_palabra1, p_palabra2, p_palabra3, p_organo, p_etapa, p_estado,
                f.desde, f.hasta, p_vigencia, p_sin_jefe, p_hoy) v
            WHERE (v.orden_nombre, v.id) > (v_orden COLLATE "C", v_id)
              AND EXISTS (SELECT FROM portal.avance a WHERE a.vinculo_id = v.id AND a.situacion <> 'TRASLADADO'
                             AND (f.edicion_id IS NULL OR a.edicion_id = f.edicion_id)
                             AND (f.entidad_id IS NULL OR a.entidad_id = f.entidad_id)
                             AND (f.nivel IS NULL OR a.nivel = f.nivel) AND (f.region IS NULL OR a.region = f.region)
                             AND (f.regimen IS NULL OR a.regimen = f.regimen) AND (f.sexo IS NULL OR a.sexo = f.sexo)
                             AND portal.cifra_cuenta(a, f.situacion, p_hoy) OFFSET 0)
            ORDER BY v.orden_nombre, v.id LIMIT p_limite;
    END IF;
END $$;

-- --- the homes ---

-- People with something overdue, by stage, among those in sight whose vinculo goes on.
CREATE OR REPLACE FUNCTION portal.cifras_vencidas(p_entidad_id bigint, p_hoy date)
RETURNS TABLE (alguna bigint, estado bigint, entidad bigint, especifica bigint)
LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_ids bigint[] := portal.cifras_ambito();
BEGIN
    RETURN QUERY EXECUTE format('SELECT count(*), count(*) FILTER (WHERE a.vence_a < %1$L), count(*) FILTER (WHERE a.vence_b < %1$L),
            count(*) FILTER (WHERE a.vence_c < %1$L)
        FROM portal.avance a WHERE a.vence < %1$L AND (a.cese IS NULL OR a.cese >= %1$L) AND %2$s AND %3$s', p_hoy,
        CASE WHEN v_ids IS NULL THEN 'true' ELSE format('a.entidad_id = ANY (%L::bigint[])', v_ids) END,
        coalesce('a.entidad_id = ' || p_entidad_id, 'true'));
END $$;

-- What presses and what is missing in an entity, in people.
CREATE OR REPLACE FUNCTION portal.orh_cifras(p_entidad_id bigint, p_hoy date)
RETURNS TABLE (vencidas bigint, por_vencer bigint, observadas bigint, sin_jefe bigint, vigentes bigint, culminadas bigint)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT a.vencidas, a.por_vencer, a.observadas,
           (SELECT count(*) FROM portal.vinculo v WHERE v.entidad_id = p_entidad_id AND v.jefe_nombre IS NULL AND v.fecha_cese IS NULL)
           + (SELECT count(*) FROM portal.vinculo v WHERE v.entidad_id = p_entidad_id AND v.jefe_nombre IS NULL AND v.fecha_cese >= p_hoy),
           (SELECT count(*) FROM portal.vinculo v WHERE v.entidad_id = p_entidad_id AND v.fecha_cese IS NULL)
           + (SELECT count(*) FROM portal.vinculo v WHERE v.entidad_id = p_entidad_id AND v.fecha_cese >= p_hoy),
           a.culminadas
    FROM (SELECT count(*) FILTER (WHERE x.vence < p_hoy) AS vencidas,
                 count(*) FILTER (WHERE x.vence_a BETWEEN p_hoy AND p_hoy + 7 OR x.vence_b BETWEEN p_hoy AND p_hoy + 7
                                     OR x.vence_c BETWEEN p_hoy AND p_hoy + 7) AS por_vencer,
                 count(*) FILTER (WHERE x.observada) AS observadas,
                 count(*) FILTER (WHERE x.situacion IN ('COMPLETADO', 'VALIDADO')) AS culminadas
          FROM portal.avance x WHERE x.entidad_id = p_entidad_id AND (x.cese IS NULL OR x.cese >= p_hoy)) a
    WHERE portal.cifras_ambito() IS NULL OR p_entidad_id = ANY (portal.cifras_ambito()) $$;

-- Registered in each edition: people enrolled, or seats whose holder is known.
CREATE OR REPLACE FUNCTION portal.edicion_inscritos() RETURNS TABLE (edicion_id bigint, inscritos bigint, completados bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF portal.ve_todo() THEN
        RETURN QUERY
            SELECT a.edicion_id, count(*), count(*) FILTER (WHERE a.situacion IN ('COMPLETADO', 'VALIDADO'))
            FROM portal.avance a WHERE a.situacion <> 'TRASLADADO' GROUP BY a.edicion_id
            UNION ALL
            SELECT e.id, count(*), NULL::bigint FROM portal.edicion e
                JOIN portal.cargo_electo c ON c.periodo_id = e.periodo_id
                JOIN portal.autoridad a ON a.cargo_electo_id = c.id
                    AND a.estado IN ('ELECTA', 'EN_FUNCIONES', 'ENCARGADA')
            WHERE e.programa = 'FUNCIONARIOS' GROUP BY e.id;
    END IF;
END $$;

-- --- sealed reports ---

-- The lines of a report: who had entered by the end of the month, as it stood on the day after.
CREATE OR REPLACE FUNCTION portal.informe_lineas(p_edicion_id bigint, p_mes date)
RETURNS TABLE (grupo text, valor text, nombre text, registrados bigint, en_curso bigint, vencidos bigint,
               completados bigint, validados bigint, retirados bigint, mediana double precision)
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE WHEN c.valor IS NULL THEN 'total' ELSE g.por END, coalesce(c.valor, ''),
           coalesce(portal.cifras_nombre(g.por, c.valor), 'Total'), c.registrados, c.en_curso, c.vencidos, c.completados,
           c.validados, c.retirados, c.mediana
    FROM unnest('{nivel,region,regimen,sexo,mes,entidad}'::text[]) WITH ORDINALITY AS g (por, n),
        portal.cifras_cuadro(ROW(p_edicion_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
            (p_mes + interval '1 month')::date - 1)::portal.cifra_filtro, g.por, (p_mes + interval '1 month')::date) c
    WHERE c.valor IS NOT NULL OR g.n = 1
    ORDER BY CASE WHEN c.valor IS NULL THEN 0 ELSE g.n END, c.valor COLLATE "C" $$;

-- The file of those lines. It begins with the mark that makes spreadsheets read UTF-8.
CREATE OR REPLACE FUNCTION portal.informe_texto(p_edicion_id bigint, p_mes date, p_conocido timestamptz, p_cifras jsonb)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    RETURN (SELECT U&'\FEFF' || portal.csv_linea('Informe mensual de inducción de servidores', e.nombre)
        || portal.csv_linea('Mes', to_char(p_mes, 'YYYY-MM'))
        || portal.csv_linea('Datos conocidos al', to_char(p_conocido AT TIME ZONE 'America/Lima', 'DD/MM/YYYY HH24:MI:SS'), 'hora de Lima')
        || portal.csv_linea('Meta de la edición', (SELECT trim_scale(m.valor)::text FROM portal.meta m
                            WHERE m.edicion_id = e.id AND m.codigo = 'PARTICIPANTES'))
        || portal.csv_linea('Agrupado por', 'Código', 'Nombre', 'Registrados', 'En curso', 'Con algo vencido', 'Completados',
                            'Validados', 'Retirados', 'Mediana de días')
        || (SELECT string_agg(portal.csv_linea(x ->> 'grupo', x ->> 'valor', x ->> 'nombre', x ->> 'registrados', x ->> 'en_curso',
                x ->> 'vencidos', x ->> 'completados', x ->> 'validados', x ->> 'retirados', x ->> 'mediana'), '' ORDER BY n)
            FROM jsonb_array_elements(p_cifras) WITH ORDINALITY AS l (x, n))
    FROM portal.edicion e WHERE e.id = p_edicion_id);
END $$;

-- resultado: ok, no_autorizado, no_encontrado, mes_abierto, ya_sellado (with its id), sin_personas.
CREATE OR REPLACE FUNCTION portal.informe_sellar(p_edicion_id bigint, p_mes date) RETURNS TABLE (resultado text, id bigint)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    e portal.edicion;
    v_cifras jsonb;
    v_texto text;
BEGIN
    SELECT x.* INTO e FROM portal.edicion x WHERE x.id = p_edicion_id AND x.programa = 'SERVIDORES';
    SELECT i.id INTO informe_sellar.id FROM portal.informe i WHERE i.edicion_id = p_edicion_id AND i.mes = p_mes;
    resultado := CASE
        WHEN NOT (portal.es_admin() OR session_user = 'portal_fondo') THEN 'no_autorizado'
        WHEN e.id IS NULL OR p_mes <> date_trunc('month', p_mes::timestamp)::date OR p_mes < date_trunc('month', e.desde::timestamp)
            THEN 'no_encontrado'
        WHEN (p_mes + interval '1 month')::date > portal.hoy() THEN 'mes_abierto'
        WHEN informe_sellar.id IS NOT NULL THEN 'ya_sellado' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        SELECT jsonb_agg(to_jsonb(l)) INTO v_cifras FROM portal.informe_lineas(p_edicion_id, p_mes) l;
        IF coalesce((v_cifras -> 0 ->> 'registrados')::bigint, 0) = 0 THEN
            resultado := 'sin_personas';
        ELSE
            v_texto := portal.informe_texto(p_edicion_id, p_mes, now(), v_cifras);
            INSERT INTO portal.informe AS i (edicion_id, mes, contenido, sha256, cifras)
            VALUES (p_edicion_id, p_mes, v_texto, encode(sha256(convert_to(v_texto, 'UTF8')), 'hex'), v_cifras)
            ON CONFLICT (edicion_id, mes) DO NOTHING RETURNING i.id INTO informe_sellar.id;
            IF informe_sellar.id IS NULL THEN
                SELECT 'ya_sellado', i.id INTO resultado, informe_sellar.id
                FROM portal.informe i WHERE i.edicion_id = p_edicion_id AND i.mes = p_mes;
            END IF;
        END IF;
    END IF;
    RETURN NEXT;
END $$;

-- Of the background worker, each day: the month that has ended, of each edition it belongs to.
CREATE OR REPLACE FUNCTION portal.informes_sellar(p_max integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT count(*) FROM (
        SELECT e.id, m.mes FROM portal.edicion e,
            LATERAL (SELECT (date_trunc('month', portal.hoy()::timestamp) - interval '1 month')::date) AS m (mes)
        WHERE e.programa = 'SERVIDORES' AND e.desde <= portal.hoy() AND coalesce(e.hasta, 'infinity') >= m.mes
          AND NOT EXISTS (SELECT FROM portal.informe i WHERE i.edicion_id = e.id AND i.mes = m.mes)
        ORDER BY e.id LIMIT p_max) x, LATERAL portal.informe_sellar(x.id, x.mes) s
    WHERE s.resultado = 'ok' $$;

-- What a sealed report and today's data say differently, a line for each.
CREATE OR REPLACE FUNCTION portal.informe_diferencias(p_id bigint)
RETURNS TABLE (grupo text, nombre text, antes text, ahora text)
LANGUAGE sql STABLE ROWS 50 SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH sellada AS (SELECT x, x ->> 'grupo' AS grupo, x ->> 'valor' AS valor FROM portal.informe i, jsonb_array_elements(i.cifras) x
                     WHERE i.id = p_id),
    viva AS (SELECT to_jsonb(l) AS x, l.grupo, l.valor FROM portal.informe i, portal.informe_lineas(i.edicion_id, i.mes) l WHERE i.id = p_id),
    texto AS (SELECT coalesce(s.grupo, v.grupo) AS grupo, coalesce(s.valor, v.valor) AS valor,
                     coalesce(s.x ->> 'nombre', v.x ->> 'nombre') AS nombre, s.x - 'nombre' AS s, v.x - 'nombre' AS v
              FROM sellada s FULL JOIN viva v ON v.grupo = s.grupo AND v.valor = s.valor
              WHERE s.x - 'nombre' IS DISTINCT FROM v.x - 'nombre')
    SELECT t.grupo, t.nombre, string_agg(c.titulo || ' ' || coalesce(t.s ->> c.clave, '–'), ', ' ORDER BY c.n),
           string_agg(c.titulo || ' ' || coalesce(t.v ->> c.clave, '–'), ', ' ORDER BY c.n)
    FROM texto t, (VALUES (1, 'registrados', 'registrados'), (2, 'en_curso', 'en curso'), (3, 'vencidos', 'con algo vencido'),
        (4, 'completados', 'completados'), (5, 'validados', 'validados'), (6, 'retirados', 'retirados'),
        (7, 'mediana', 'mediana de días')) AS c (n, clave, titulo)
    WHERE (t.s ->> c.clave) IS DISTINCT FROM (t.v ->> c.clave)
    GROUP BY t.grupo, t.valor, t.nombre
    ORDER BY t.grupo <> 'total', t.grupo, t.valor $$;

CREATE OR REPLACE FUNCTION portal.informe_inmutable() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'a sealed report is never changed' USING ERRCODE = '42501';
END $$;
CREATE OR REPLACE TRIGGER t10_inmutable BEFORE UPDATE OR DELETE ON portal.informe
    FOR EACH ROW EXECUTE FUNCTION portal.informe_inmutable();

-- --- open data ---

-- A document and a name as they are published: the two last characters, the initials.
CREATE OR REPLACE FUNCTION portal.abierto_documento(p text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT repeat('*', greatest(length(p) - 2, 4)) || right(p, 2) $$;
CREATE OR REPLACE FUNCTION portal.abierto_nombre(p text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT string_agg(left(w, 1) || '****', ' ' ORDER BY n) FROM regexp_split_to_table(btrim(p), '\s+') WITH ORDINALITY AS s (w, n) $$;

INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('abierto_area', 'ENAP', 'Datos abiertos: área que capacita'),
    ('abierto_nombre', 'INDUCCIÓN GENERAL AL ESTADO', 'Datos abiertos: nombre de la capacitación'),
    ('abierto_tipo', 'CURSO', 'Datos abiertos: tipo de capacitación (CURSO, TALLER, PROGRAMA)'),
    ('abierto_modalidad', 'REMOTA', 'Datos abiertos: modalidad (REMOTA, PRESENCIAL, B-LEARNING)'),
    ('abierto_convocatoria', 'INVITACIÓN', 'Datos abiertos: tipo de convocatoria (CONCURSO PÚBLICO, INVITACIÓN)'),
    ('abierto_horas', '', 'Datos abiertos: horas académicas; vacío mientras SERVIR no las fije')
ON CONFLICT (clave) DO NOTHING;

-- A database that has none yet.
SELECT portal.cifras_recontar() WHERE NOT EXISTS (SELECT FROM portal.avance);

GRANT EXECUTE ON FUNCTION portal.cifras_ambito, portal.avance_situacion, portal.cifras_donde, portal.cifras_celdas,
    portal.cifras_cuadro, portal.cifras_contar, portal.cifras_vinculos,
    portal.cifra_cuenta, portal.cifras_buscar,
    portal.cifras_nombre, portal.cifras_enlace, portal.cifras_vencidas, portal.orh_cifras,
    portal.edicion_inscritos, portal.informe_lineas, portal.informe_texto, portal.informe_sellar, portal.informe_diferencias,
    portal.abierto_documento, portal.abierto_nombre TO portal_app;
GRANT EXECUTE ON FUNCTION portal.informes_sellar TO portal_fondo;
