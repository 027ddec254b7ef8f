-- The list of servidores: which vinculos it holds, in order. Each way to find them is a statement of
-- its own with one plan for good: optional filters in one statement give a plan that fits nobody,
-- and planning under row-level security takes longer than running.

-- The filters that need no other table; inlined by the planner. The words are looked for in the text
-- that vinculo_palabra is made of, which is at hand.
CREATE OR REPLACE FUNCTION portal.vinculo_pasa(v portal.vinculo, f_palabra1 text, f_palabra2 text, f_palabra3 text,
                                               f_organo bigint, f_desde date, f_hasta date, f_vigencia text,
                                               f_sin_jefe boolean, f_hoy date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE f_vigencia WHEN 'CESADOS' THEN v.fecha_cese < f_hoy WHEN 'TODOS' THEN true
             ELSE v.fecha_cese IS NULL OR v.fecha_cese >= f_hoy END
         AND (f_organo IS NULL OR v.organo_id = f_organo) AND (NOT f_sin_jefe OR v.jefe_nombre IS NULL)
         AND (f_desde IS NULL OR v.fecha_ingreso >= f_desde) AND (f_hasta IS NULL OR v.fecha_ingreso <= f_hasta)
         AND (f_palabra1 IS NULL OR strpos(' ' || v.orden_nombre || ' ' || v.documento, ' ' || f_palabra1) > 0)
         AND (f_palabra2 IS NULL OR strpos(' ' || v.orden_nombre || ' ' || v.documento, ' ' || f_palabra2) > 0)
         AND (f_palabra3 IS NULL OR strpos(' ' || v.orden_nombre || ' ' || v.documento, ' ' || f_palabra3) > 0) $$;

-- The vinculos with a word that begins so, up to p_tope.
CREATE OR REPLACE FUNCTION portal.vinculos_con_palabra(p_entidad bigint, p_palabra text, p_tope integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_hasta constant text := p_palabra || U&'\+10FFFF';
BEGIN
    IF p_entidad IS NULL THEN
        RETURN ARRAY(SELECT p.vinculo_id FROM portal.vinculo_palabra p
                     WHERE p.palabra >= p_palabra AND p.palabra < v_hasta LIMIT p_tope);
    END IF;
    RETURN ARRAY(SELECT p.vinculo_id FROM portal.vinculo_palabra p
                 WHERE p.entidad_id = p_entidad AND p.palabra >= p_palabra AND p.palabra < v_hasta LIMIT p_tope);
END $$;

-- The vinculos with a stage that shows as p_estado, up to p_tope.
CREATE OR REPLACE FUNCTION portal.vinculos_con_etapa(p_entidad bigint, p_tipo text, p_estado text, p_hoy date,
                                                     p_tope integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_estados constant text[] := CASE WHEN p_estado IN ('VENCIDA', 'POR_VENCER')
                                 THEN '{PENDIENTE,EN_CURSO,OBSERVADA}'::text[] ELSE ARRAY[p_estado] END;
    v_hasta constant date := CASE p_estado WHEN 'VENCIDA' THEN p_hoy - 1 ELSE '2200-01-01'::date END;
BEGIN
    IF p_entidad IS NULL THEN
        RETURN ARRAY(SELECT e.vinculo_id FROM portal.etapa e
                     WHERE e.estado = ANY (v_estados) AND e.fecha_limite <= v_hasta
                       AND (p_tipo IS NULL OR e.tipo = p_tipo)
                       AND p_estado IN (portal.etapa_visible(e.estado, e.fecha_limite, p_hoy),
                                        portal.etapa_por_vencer(e.estado, e.fecha_limite, p_hoy)) LIMIT p_tope);
    END IF;
    RETURN ARRAY(SELECT e.vinculo_id FROM portal.etapa e
                 WHERE e.entidad_id = p_entidad AND e.estado = ANY (v_estados) AND e.fecha_limite <= v_hasta
                   AND (p_tipo IS NULL OR e.tipo = p_tipo)
                   AND p_estado IN (portal.etapa_visible(e.estado, e.fecha_limite, p_hoy),
                                        portal.etapa_por_vencer(e.estado, e.fecha_limite, p_hoy)) LIMIT p_tope);
END $$;

-- What passes every filter. Inlined too, which is why it sets nothing and is no definer; each
-- statement adds how it finds its rows. OFFSET 0: the stage is asked for row by row, never gathered
-- for all rows first.
CREATE OR REPLACE FUNCTION portal.vinculos_que_pasan(
    f_palabra1 text, f_palabra2 text, f_palabra3 text, f_organo bigint, f_etapa text, f_estado text, f_desde date,
    f_hasta date, f_vigencia text, f_sin_jefe boolean, f_hoy date) RETURNS SETOF portal.vinculo
LANGUAGE sql STABLE AS $$
    SELECT v.* FROM portal.vinculo v
    WHERE portal.vinculo_pasa(v, f_palabra1, f_palabra2, f_palabra3, f_organo, f_desde, f_hasta, f_vigencia,
                              f_sin_jefe, f_hoy)
      AND (f_etapa IS NULL AND f_estado IS NULL OR EXISTS (
            SELECT FROM portal.etapa e WHERE e.vinculo_id = v.id AND (f_etapa IS NULL OR e.tipo = f_etapa)
               AND (f_estado IS NULL OR f_estado IN (portal.etapa_visible(e.estado, e.fecha_limite, f_hoy),
                                                     portal.etapa_por_vencer(e.estado, e.fecha_limite, f_hoy)))
            OFFSET 0)) $$;

-- The vinculos of the rarest words, NULL when there is no word or each is in too many: in the order of
-- surnames, a surname is met at its letter only.
CREATE OR REPLACE FUNCTION portal.vinculos_de_palabras(p_entidad bigint, p_palabras text[], p_pocos integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    c_bastantes constant integer := 20000;
    v_palabra text;
    v_ids bigint[];
    v_mejor bigint[];
BEGIN
    FOREACH v_palabra IN ARRAY array_remove(p_palabras, NULL) LOOP
        v_ids := portal.vinculos_con_palabra(p_entidad, v_palabra, c_bastantes + 1);
        IF v_mejor IS NOT NULL AND least(cardinality(v_mejor), cardinality(v_ids)) > p_pocos
                AND cardinality(v_ids) <= c_bastantes THEN
            v_mejor := ARRAY(SELECT unnest(v_ids) INTERSECT SELECT unnest(v_mejor));
        ELSIF cardinality(v_ids) <= coalesce(cardinality(v_mejor), c_bastantes) THEN
            v_mejor := v_ids;
        END IF;
    END LOOP;
    RETURN v_mejor;
END $$;

-- Without p_en_orden any p_limite of them: enough to count.
CREATE OR REPLACE FUNCTION portal.servidor_buscar(
    p_entidad bigint, p_palabra1 text, p_palabra2 text, p_palabra3 text, p_organo bigint, p_etapa text, p_estado text,
    p_desde date, p_hasta date, p_vigencia text, p_sin_jefe boolean, p_despues_de bigint, p_hoy date, p_limite integer,
    p_en_orden boolean DEFAULT true)
RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 50
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_sort = off SET enable_hashjoin = off SET enable_mergejoin = off
SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    -- Few: reading them all and sorting takes less than walking in the order of the list until the
    -- page is full.
    c_pocos constant integer := CASE
        WHEN NOT p_en_orden THEN 15000
        WHEN p_entidad IS NULL THEN least(60 * p_limite, 15000)
        ELSE 10 * p_limite END;
    v_ids bigint[] := portal.vinculos_de_palabras(p_entidad, ARRAY[p_palabra1, p_palabra2, p_palabra3], c_pocos);
    v_etapa text := p_etapa;
    v_estado text := p_estado;
    v_orden text := '';
    v_id bigint := 0;
BEGIN
    IF p_despues_de IS NOT NULL THEN
        SELECT v.orden_nombre, v.id INTO v_orden, v_id FROM portal.vinculo v WHERE v.id = p_despues_de;
    END IF;
    IF v_ids IS NULL AND p_estado IS NOT NULL THEN
        v_ids := portal.vinculos_con_etapa(p_entidad, p_etapa, p_estado, p_hoy, c_pocos + 1);
        IF cardinality(v_ids) > c_pocos THEN
            v_ids := NULL;
        ELSE
            v_etapa := NULL;
            v_estado := NULL;
        END IF;
    END IF;
    IF v_ids IS NOT NULL AND p_en_orden THEN
        RETURN QUERY WITH x AS MATERIALIZED (SELECT v.id, v.orden_nombre
            FROM (SELECT DISTINCT unnest(v_ids)) AS u (id)
                JOIN portal.vinculos_que_pasan(p_palabra1, p_palabra2, p_palabra3, p_organo, v_etapa, v_estado,
                    p_desde, p_hasta, p_vigencia, p_sin_jefe, p_hoy) v ON v.id = u.id
            WHERE (p_entidad IS NULL OR v.entidad_id = p_entidad)
              AND (v.orden_nombre, v.id) > (v_orden COLLATE "C", v_id))
            SELECT x.id FROM x ORDER BY x.orden_nombre, x.id LIMIT p_limite;
    ELSIF v_ids IS NOT NULL THEN
        RETURN QUERY SELECT v.id
            FROM (SELECT DISTINCT unnest(v_ids)) AS u (id)
                JOIN portal.vinculos_que_pasan(p_palabra1, p_palabra2, p_palabra3, p_organo, v_etapa, v_estado,
                    p_desde, p_hasta, p_vigencia, p_sin_jefe, p_hoy) v ON v.id = u.id
            WHERE p_entidad IS NULL OR v.entidad_id = p_entidad LIMIT p_limite;
    ELSIF p_entidad IS NOT NULL THEN
        RETURN QUERY SELECT v.id
            FROM portal.vinculos_que_pasan(p_palabra1, p_palabra2, p_palabra3, p_organo, v_etapa, v_estado,
                p_desde, p_hasta, p_vigencia, p_sin_jefe, p_hoy) v
            WHERE v.entidad_id = p_entidad AND (v.orden_nombre, v.id) > (v_orden COLLATE "C", v_id)
            ORDER BY v.orden_nombre, v.id LIMIT p_limite;
    ELSE
        RETURN QUERY SELECT v.id
            FROM portal.vinculos_que_pasan(p_palabra1, p_palabra2, p_palabra3, p_organo, v_etapa, v_estado,
                p_desde, p_hasta, p_vigencia, p_sin_jefe, p_hoy) v
            WHERE (v.orden_nombre, v.id) > (v_orden COLLATE "C", v_id)
            ORDER BY v.orden_nombre, v.id LIMIT p_limite;
    END IF;
END $$;

GRANT EXECUTE ON FUNCTION portal.vinculo_pasa, portal.vinculos_que_pasan, portal.vinculos_con_palabra,
    portal.vinculos_de_palabras, portal.vinculos_con_etapa,
    portal.servidor_buscar TO portal_app;
