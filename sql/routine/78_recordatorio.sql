-- Reminders: who is to be told what on a day, planned each working morning, decided again when the
-- mail goes out; bounces; who wants no more of them.

-- The first working day of the week from the day that the settings say (1 is Monday).
CREATE OR REPLACE FUNCTION portal.recordatorio_dia_resumen(p_dia date) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT d::date FROM generate_series(date_trunc('week', p_dia)::date
                                        + greatest(portal.parametro_int('recordatorio_dia_resumen', 1), 1) - 1,
                                        date_trunc('week', p_dia)::date + 6, interval '1 day') d
    WHERE portal.dia_habil(d::date) ORDER BY d LIMIT 1
$$;

-- Whether SERVIR observed a stage so lately that it may still take that back: nobody is told of it yet.
CREATE OR REPLACE FUNCTION portal.observada_recien(p_vinculo bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT EXISTS (SELECT FROM portal.evento x WHERE x.vinculo_id = p_vinculo AND x.tipo = 'ETAPA_OBSERVADA'
                   AND now() < portal.decision_hasta(x)) $$;

-- What an ORH must see to, by entity: the figures of its home (orh_cifras), in people, without those
-- whose reminders are paused. Planned each time: of one entity, by its indexes.
DROP FUNCTION IF EXISTS portal.recordatorio_resumen(date, bigint);
CREATE FUNCTION portal.recordatorio_resumen(p_dia date, p_entidad bigint)
RETURNS TABLE (entidad_id bigint, vencidas bigint, por_vencer bigint, observadas bigint, sin_jefe bigint, tareas bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET plan_cache_mode = force_custom_plan
SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH vigente AS (
        SELECT v.id, v.entidad_id, v.jefe_nombre FROM portal.vinculo v
        WHERE (v.fecha_cese IS NULL OR v.fecha_cese >= p_dia) AND (p_entidad IS NULL OR v.entidad_id = p_entidad)
          AND NOT EXISTS (SELECT FROM portal.recordatorio_pausa x WHERE x.entidad_id = v.entidad_id
                          AND x.persona_id = v.persona_id AND x.levantada_en IS NULL AND coalesce(x.hasta, p_dia) >= p_dia)),
    etapa AS (
        SELECT v.entidad_id, count(*) FILTER (WHERE a.vence < p_dia) AS vencidas,
               count(*) FILTER (WHERE a.vence_a BETWEEN p_dia AND p_dia + 7 OR a.vence_b BETWEEN p_dia AND p_dia + 7
                                   OR a.vence_c BETWEEN p_dia AND p_dia + 7) AS por_vencer,
               count(*) FILTER (WHERE a.observada AND NOT portal.observada_recien(a.vinculo_id)) AS observadas
        FROM portal.avance a JOIN vigente v ON v.id = a.vinculo_id
        WHERE p_entidad IS NULL OR a.entidad_id = p_entidad GROUP BY v.entidad_id),
    tarea AS (
        SELECT v.entidad_id, count(*) AS tareas, count(*) FILTER (WHERE t.quien = 'ORH' AND t.fecha_prevista < p_dia) AS atrasadas
        FROM portal.actividad t JOIN portal.etapa e ON e.id = t.etapa_id JOIN vigente v ON v.id = t.vinculo_id
        WHERE t.estado = 'PENDIENTE' AND portal.etapa_abierta(e.estado) AND t.fecha_prevista <= p_dia + 7
          AND (p_entidad IS NULL OR t.entidad_id = p_entidad)
        GROUP BY v.entidad_id),
    sin AS (SELECT v.entidad_id, count(*) AS n FROM vigente v WHERE v.jefe_nombre IS NULL GROUP BY v.entidad_id)
    SELECT e.entidad_id, e.vencidas, e.por_vencer, e.observadas, coalesce(s.n, 0), coalesce(t.tareas, 0)
    FROM etapa e LEFT JOIN tarea t ON t.entidad_id = e.entidad_id LEFT JOIN sin s ON s.entidad_id = e.entidad_id
    -- Who has no jefe and nothing due, and tasks not yet late or of others, can wait for another mail.
    WHERE e.vencidas + e.por_vencer + e.observadas + coalesce(t.atrasadas, 0) > 0;
END $$;

-- A part of a sentence, or nothing of nothing.
CREATE OR REPLACE FUNCTION portal.recordatorio_cuenta(p_n bigint, p_una text, p_varias text) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN p_n > 0 THEN portal.cuenta_en_palabras(p_n, p_una, p_varias) END $$;

DROP FUNCTION IF EXISTS portal.recordatorio_texto(text, text, text, date, date);
CREATE OR REPLACE FUNCTION portal.recordatorio_texto(p_rol text, p_regla text, p_nombre text, p_fecha date, p_n bigint, p_dia date)
RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT CASE p_regla
        WHEN 'TAREAS' THEN p_nombre || ': ' || portal.recordatorio_cuenta(p_n, 'tarea del plan vencida', 'tareas del plan vencidas')
            || ' (desde el ' || to_char(p_fecha, 'DD/MM/YYYY') || ').'
        WHEN 'OBSERVADA' THEN p_nombre || ': SERVIR observó su inducción general al Estado. Vea qué falta con su ORH.'
        ELSE CASE WHEN p_rol = 'JEFE' THEN 'Inducción específica al puesto de ' || p_nombre
                  ELSE p_nombre || ': inducción general al Estado (curso en línea de SERVIR)' END
            || CASE WHEN p_fecha < p_dia THEN '. Venció el ' ELSE '. Plazo: hasta el ' END || to_char(p_fecha, 'DD/MM/YYYY') || '.' END
$$;

-- Tasks that are late, by whom they wait for; those of a tutor are in the hands of the jefe.
CREATE OR REPLACE FUNCTION portal.recordatorio_atrasadas(p_dia date, p_entidad bigint, p_vinculo bigint)
RETURNS TABLE (vinculo_id bigint, rol text, n bigint, primera date, ultima date)
LANGUAGE sql STABLE ROWS 1000 SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT t.vinculo_id, CASE t.quien WHEN 'SERVIDOR' THEN 'SERVIDOR' ELSE 'JEFE' END, count(*), min(t.fecha_prevista), max(t.fecha_prevista)
    FROM portal.actividad t JOIN portal.etapa e ON e.id = t.etapa_id
    WHERE t.estado = 'PENDIENTE' AND t.quien IN ('SERVIDOR', 'JEFE', 'TUTOR') AND t.fecha_prevista < p_dia
      AND portal.etapa_abierta(e.estado) AND (p_entidad IS NULL OR t.entidad_id = p_entidad)
      AND (p_vinculo IS NULL OR t.vinculo_id = p_vinculo)
    GROUP BY 1, 2
$$;

-- Every reason to write on a day, each with its mailbox, but for those who were told, are paused,
-- asked for silence, bounce, or had a mail within the last week. de_hoy: due that day; the others come
-- due before that mailbox may be written to again, and travel along. A jefe without a person here has
-- the mailbox to which the ORH sent the personal link, while there is one.
DROP FUNCTION IF EXISTS portal.recordatorio_candidatos(date, bigint);
CREATE FUNCTION portal.recordatorio_candidatos(p_dia date, p_entidad bigint)
RETURNS TABLE (persona_id bigint, jefe_nombre text, destino text, rol text, regla text, objeto text, entidad_id bigint, vinculo_id bigint,
               etapa_id bigint, texto text, de_hoy boolean, correo text, correo_clave text)
LANGUAGE sql STABLE ROWS 10000 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    WITH ajuste AS MATERIALIZED (
        SELECT portal.parametro_int('recordatorio_dias_antes', 5) AS antes,
               portal.parametro_int('recordatorio_vencida_dias', 30) AS despues),
    caso AS (
        SELECT e.vinculo_id, e.id AS etapa_id, CASE WHEN e.tipo = 'ESTADO' THEN 'SERVIDOR' ELSE 'JEFE' END AS rol,
               CASE WHEN e.fecha_limite < p_dia THEN 'VENCIDA' ELSE 'POR_VENCER' END AS regla,
               'etapa-' || e.id || '-' || e.fecha_limite AS objeto, e.tipo, e.fecha_limite AS fecha, NULL::bigint AS n,
               e.fecha_limite <= p_dia + a.antes AS de_hoy
        FROM ajuste a, portal.etapa e
        WHERE e.estado IN ('PENDIENTE', 'EN_CURSO') AND e.tipo IN ('ESTADO', 'ESPECIFICA')
          AND e.fecha_limite BETWEEN p_dia - a.despues AND p_dia + a.antes + 6
          AND (p_entidad IS NULL OR e.entidad_id = p_entidad)
        UNION ALL
        -- Each observation is another reason; + 0: by the index of the vinculo, not from the newest of all.
        SELECT e.vinculo_id, e.id, 'SERVIDOR', 'OBSERVADA', 'observada-' || e.id || '-' || coalesce((SELECT max(x.id + 0) FROM portal.evento x
                   WHERE x.vinculo_id = e.vinculo_id AND x.tipo = 'ETAPA_OBSERVADA' AND x.datos ->> 'etapa_id' = e.id::text), 0),
               e.tipo, NULL, NULL, true
        FROM portal.etapa e
        WHERE e.estado = 'OBSERVADA' AND e.tipo = 'ESTADO' AND (p_entidad IS NULL OR e.entidad_id = p_entidad)
          AND NOT portal.observada_recien(e.vinculo_id)
        UNION ALL
        SELECT k.vinculo_id, NULL, k.rol, 'TAREAS', 'tareas-' || k.vinculo_id || '-' || k.ultima, NULL, k.primera, k.n, true
        FROM ajuste a, portal.recordatorio_atrasadas(p_dia, p_entidad, NULL) k
        WHERE k.ultima >= p_dia - a.despues),
    razon AS (
        SELECT CASE WHEN c.rol = 'SERVIDOR' THEN v.persona_id ELSE j.persona_id END AS persona_id,
               CASE WHEN c.rol = 'JEFE' AND v.jefe_vinculo_id IS NULL THEN v.jefe_nombre END AS jefe_nombre,
               c.rol, c.regla, c.objeto, v.entidad_id, c.vinculo_id, c.etapa_id, v.persona_id AS sujeto,
               portal.recordatorio_texto(c.rol, c.regla, v.nombre_completo, c.fecha, c.n, p_dia) AS texto, c.de_hoy
        FROM caso c JOIN portal.vinculo v ON v.id = c.vinculo_id
        LEFT JOIN portal.vinculo j ON j.id = v.jefe_vinculo_id AND (j.fecha_cese IS NULL OR j.fecha_cese >= p_dia)
        WHERE v.fecha_ingreso <= p_dia AND (v.fecha_cese IS NULL OR v.fecha_cese >= p_dia)
        UNION ALL
        SELECT u.persona_id, NULL, 'ORH', 'RESUMEN', 'semana-' || to_char(p_dia, 'IYYY-"W"IW') || '-' || r.entidad_id,
               r.entidad_id, NULL, NULL, u.persona_id,
               coalesce(n.sigla, n.nombre) || ': ' || concat_ws('; ',
                   portal.recordatorio_cuenta(r.vencidas, 'persona con etapas vencidas', 'personas con etapas vencidas'),
                   portal.recordatorio_cuenta(r.por_vencer, 'persona con etapas que vencen en 7 días',
                                              'personas con etapas que vencen en 7 días'),
                   portal.recordatorio_cuenta(r.observadas, 'persona con etapas observadas por SERVIR',
                                              'personas con etapas observadas por SERVIR'),
                   portal.recordatorio_cuenta(r.sin_jefe, 'persona sin jefe inmediato', 'personas sin jefe inmediato'),
                   portal.recordatorio_cuenta(r.tareas, 'tarea del plan vencida o de esta semana',
                                              'tareas del plan vencidas o de esta semana')) || '.', true
        FROM portal.recordatorio_resumen(p_dia, p_entidad) r
        JOIN portal.entidad n ON n.id = r.entidad_id
        JOIN (SELECT DISTINCT a.entidad_id, u.persona_id FROM portal.asignacion_vigente a
              JOIN portal.usuario u ON u.id = a.usuario_id AND u.estado = 'ACTIVO'
              WHERE a.rol IN ('ORH_JEFE', 'ORH_ANALISTA')) u ON u.entidad_id = r.entidad_id
        WHERE p_dia >= portal.recordatorio_dia_resumen(p_dia)),
    dirigida AS (
        SELECT r.*, CASE WHEN r.rol = 'ORH' THEN coalesce(u.correo, p.correo) ELSE coalesce(p.correo, u.correo, k.correo) END AS correo,
               coalesce('P' || r.persona_id, r.entidad_id || 'N' || portal.portal_buscable(r.jefe_nombre)) COLLATE "C" AS destino
        FROM razon r LEFT JOIN portal.persona p ON p.id = r.persona_id
        LEFT JOIN portal.usuario u ON u.persona_id = r.persona_id
        LEFT JOIN portal.jefe_enlace k ON k.entidad_id = r.entidad_id AND k.anulado_en IS NULL
            AND k.clave = 'N' || portal.portal_buscable(r.jefe_nombre))
    SELECT d.persona_id, d.jefe_nombre, d.destino, d.rol, d.regla, d.objeto, d.entidad_id, d.vinculo_id, d.etapa_id, d.texto, d.de_hoy,
           d.correo, lower(d.correo) COLLATE "C"
    FROM dirigida d
    WHERE d.correo IS NOT NULL
      AND NOT EXISTS (SELECT FROM portal.recordatorio t WHERE t.destino = d.destino AND t.regla = d.regla
                      AND t.objeto = d.objeto AND t.estado IN ('PLANEADO', 'ENVIADO'))
      -- Told of a later task they know of the earlier ones too.
      AND NOT EXISTS (SELECT FROM portal.recordatorio t WHERE t.destino = d.destino AND t.vinculo_id = d.vinculo_id
                      AND t.regla = 'TAREAS' AND d.regla = 'TAREAS' AND t.objeto > d.objeto AND t.estado IN ('PLANEADO', 'ENVIADO'))
      AND NOT EXISTS (SELECT FROM portal.recordatorio_baja b WHERE b.destino = d.destino)
      AND NOT EXISTS (SELECT FROM portal.correo_rebote b WHERE b.correo_clave = lower(d.correo))
      AND NOT EXISTS (SELECT FROM portal.recordatorio_pausa x WHERE x.entidad_id = d.entidad_id AND x.levantada_en IS NULL
                      AND coalesce(x.hasta, p_dia) >= p_dia
                      AND (x.persona_id IS NULL OR x.persona_id IN (d.persona_id, d.sujeto)))
      AND NOT EXISTS (SELECT FROM portal.recordatorio_envio s WHERE s.correo_clave = lower(d.correo)
                      AND (s.estado = 'PLANEADO' OR (s.estado IN ('ENVIADO', 'FALLIDO') AND s.dia > p_dia - 7)))
      AND NOT EXISTS (SELECT FROM portal.recordatorio t JOIN portal.recordatorio_envio s ON s.id = t.envio_id
                      WHERE t.destino = d.destino AND t.estado IN ('PLANEADO', 'ENVIADO', 'FALLIDO')
                      AND (s.estado = 'PLANEADO' OR (s.estado IN ('ENVIADO', 'FALLIDO') AND s.dia > p_dia - 7)))
$$;

-- Plans at most p_max mailboxes of today and tells how many. One mail a mailbox: the people who share
-- it are told together. p_entidad: only what concerns one entity. Without nested loops: what the batch
-- before has just written has no statistics yet, and a plan for empty tables takes minutes.
CREATE OR REPLACE FUNCTION portal.recordatorio_planificar(p_max integer, p_entidad bigint DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
SET enable_nestloop = off SET jit = off AS $$
DECLARE
    v_hoy date := portal.hoy();
    v_n bigint;
BEGIN
    IF NOT portal.dia_habil(v_hoy) OR portal.parametro_int('recordatorio_activo', 1) = 0 THEN
        RETURN 0;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('recordatorio', 0));
    WITH c AS MATERIALIZED (SELECT * FROM portal.recordatorio_candidatos(v_hoy, p_entidad)),
    buzon AS (
        SELECT x.correo_clave, min(x.correo) AS correo FROM c x
        GROUP BY x.correo_clave HAVING bool_or(x.de_hoy) ORDER BY x.correo_clave LIMIT p_max),
    carta AS (
        INSERT INTO portal.correo (clave, destinatario, asunto, cuerpo, motivo)
        SELECT 'recordatorio-' || v_hoy || '-' || md5(b.correo_clave), b.correo,
               'Portal de Inducción: lo que está pendiente', '', 'Recordatorio'
        FROM buzon b
        ON CONFLICT (clave) DO NOTHING RETURNING id, destinatario),
    envio AS (
        INSERT INTO portal.recordatorio_envio (correo_id, correo_clave, dia)
        SELECT m.id, lower(m.destinatario), v_hoy FROM carta m RETURNING id, correo_id, correo_clave),
    linea AS (
        INSERT INTO portal.recordatorio (envio_id, persona_id, jefe_nombre, rol, regla, objeto, entidad_id, vinculo_id, etapa_id,
                                         destinatario, texto, dia)
        SELECT e.id, x.persona_id, x.jefe_nombre, x.rol, x.regla, x.objeto, x.entidad_id, x.vinculo_id, x.etapa_id, x.correo, x.texto, v_hoy
        FROM c x JOIN envio e ON e.correo_clave = x.correo_clave),
    trabajo AS (
        INSERT INTO portal.cola (tipo, clave, datos)
        SELECT 'RECORDATORIO', 'recordatorio-' || e.correo_id, jsonb_build_object('correo_id', e.correo_id) FROM envio e)
    SELECT count(*) INTO v_n FROM envio;
    RETURN v_n;
END $$;

-- Why a planned line is not to be said any more; NULL when it still is.
CREATE OR REPLACE FUNCTION portal.recordatorio_freno(r portal.recordatorio) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_hoy date := portal.hoy();
    v_motivo text;
BEGIN
    SELECT CASE
        WHEN EXISTS (SELECT FROM portal.recordatorio_baja b WHERE b.destino = r.destino)
            THEN 'Pidió no recibir más recordatorios'
        WHEN EXISTS (SELECT FROM portal.correo_rebote b WHERE b.correo_clave = lower(r.destinatario)) THEN 'El correo rebota'
        WHEN r.destinatario NOT IN (coalesce(p.correo, ''), coalesce(u.correo, ''), coalesce(k.correo, '')) THEN 'El correo cambió'
        WHEN EXISTS (SELECT FROM portal.recordatorio_pausa x WHERE x.entidad_id = r.entidad_id AND x.levantada_en IS NULL
                     AND coalesce(x.hasta, v_hoy) >= v_hoy
                     AND (x.persona_id IS NULL OR x.persona_id IN (r.persona_id, v.persona_id))) THEN 'Recordatorios en pausa'
        WHEN r.rol = 'ORH' AND NOT EXISTS (SELECT FROM portal.recordatorio_resumen(v_hoy, r.entidad_id))
            THEN 'Ya no había nada pendiente'
        WHEN r.rol = 'ORH' AND NOT EXISTS (SELECT FROM portal.asignacion_vigente a WHERE a.usuario_id = u.id
            AND a.entidad_id = r.entidad_id AND a.rol IN ('ORH_JEFE', 'ORH_ANALISTA')) THEN 'Ya no es de la ORH'
        WHEN r.regla IN ('POR_VENCER', 'VENCIDA') AND e.estado NOT IN ('PENDIENTE', 'EN_CURSO')
            THEN 'La etapa ya no estaba pendiente: ' || lower(replace(e.estado, '_', ' '))
        WHEN r.regla = 'OBSERVADA' AND e.estado <> 'OBSERVADA' THEN 'La etapa ya no estaba observada'
        WHEN r.regla = 'TAREAS' AND NOT EXISTS (SELECT FROM portal.recordatorio_atrasadas(v_hoy, r.entidad_id, r.vinculo_id) t
            WHERE t.rol = r.rol) THEN 'Ya no había tareas vencidas'
        WHEN v.fecha_cese < v_hoy THEN 'La persona ya no está en la entidad'
        WHEN r.rol = 'JEFE' AND CASE WHEN r.persona_id IS NULL
            THEN v.jefe_vinculo_id IS NOT NULL OR portal.jefe_clave(v) IS DISTINCT FROM 'N' || portal.portal_buscable(r.jefe_nombre)
            ELSE NOT EXISTS (SELECT FROM portal.vinculo j WHERE j.id = v.jefe_vinculo_id
                AND j.persona_id = r.persona_id AND (j.fecha_cese IS NULL OR j.fecha_cese >= v_hoy)) END THEN 'Ya no es su jefe'
        END INTO v_motivo
    FROM (SELECT 1) x
    LEFT JOIN portal.persona p ON p.id = r.persona_id
    LEFT JOIN portal.usuario u ON u.persona_id = p.id
    LEFT JOIN portal.jefe_enlace k ON k.entidad_id = r.entidad_id AND k.anulado_en IS NULL
        AND k.clave = 'N' || portal.portal_buscable(r.jefe_nombre)
    LEFT JOIN portal.etapa e ON e.id = r.etapa_id
    LEFT JOIN portal.vinculo v ON v.id = r.vinculo_id;
    RETURN v_motivo;
END $$;

-- Just before a mail goes out: stops what no longer holds; what is left is to be said. resultado:
-- 'enviar', 'detenido' (nothing is left), 'no_encontrado'. personas: how many are told; hay_otros: not
-- only the ORH; con_enlace: a jefe whose personal link opens; sin_cuenta: who has neither.
DROP FUNCTION IF EXISTS portal.recordatorio_preparar(bigint, text);
CREATE FUNCTION portal.recordatorio_preparar(p_correo_id bigint, p_token_hash text)
RETURNS TABLE (resultado text, personas bigint, nombre text, hay_orh boolean, hay_otros boolean, con_enlace boolean,
               sin_cuenta boolean)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_envio portal.recordatorio_envio;
BEGIN
    SELECT * INTO v_envio FROM portal.recordatorio_envio s WHERE s.correo_id = p_correo_id FOR UPDATE;
    IF NOT FOUND OR v_envio.estado <> 'PLANEADO' THEN
        resultado := 'no_encontrado';
        RETURN NEXT;
        RETURN;
    END IF;
    UPDATE portal.recordatorio r SET estado = 'DETENIDO', detalle = x.freno
    FROM (SELECT l.id, portal.recordatorio_freno(l) AS freno FROM portal.recordatorio l WHERE l.envio_id = v_envio.id) x
    WHERE r.id = x.id AND r.estado = 'PLANEADO' AND x.freno IS NOT NULL;
    SELECT count(DISTINCT r.destino), min(coalesce(p.nombres, r.jefe_nombre)), coalesce(bool_or(r.rol = 'ORH'), false),
           coalesce(bool_or(r.rol <> 'ORH'), false), coalesce(bool_or(x.cuenta IS NULL AND x.enlace IS NOT NULL), false),
           coalesce(bool_or(r.rol <> 'ORH' AND x.cuenta IS NULL AND x.enlace IS NULL), false)
    INTO personas, nombre, hay_orh, hay_otros, con_enlace, sin_cuenta
    FROM portal.recordatorio r LEFT JOIN portal.persona p ON p.id = r.persona_id
    CROSS JOIN LATERAL (
        SELECT (SELECT u.id FROM portal.usuario u WHERE u.persona_id = p.id AND u.estado = 'ACTIVO') AS cuenta,
               (SELECT max(k.id) FROM portal.jefe_enlace k WHERE r.rol = 'JEFE' AND k.entidad_id = r.entidad_id
                    AND k.clave = coalesce('P' || r.persona_id, 'N' || portal.portal_buscable(r.jefe_nombre)) AND portal.jefe_enlace_estado(k) = 'ok') AS enlace) x
    WHERE r.envio_id = v_envio.id AND r.estado = 'PLANEADO';
    IF personas = 0 THEN
        UPDATE portal.correo m SET estado = 'DETENIDO', error = 'Nada de lo previsto seguía pendiente'
        WHERE m.id = p_correo_id AND m.estado = 'PENDIENTE';
        resultado := 'detenido';
    ELSE
        INSERT INTO portal.recordatorio_enlace (token_hash, envio_id) VALUES (decode(p_token_hash, 'hex'), v_envio.id);
        UPDATE portal.recordatorio_envio s SET dia = portal.hoy() WHERE s.id = v_envio.id;
        resultado := 'enviar';
    END IF;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.recordatorio_envio_de(p_correo_id bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
AS $$ SELECT id FROM portal.recordatorio_envio WHERE correo_id = p_correo_id $$;

-- --- what becomes of a mail ---

-- Nothing goes to an address that bounces.
CREATE OR REPLACE FUNCTION portal.correo_admitir() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM portal.correo_rebote b WHERE b.correo_clave = lower(NEW.destinatario)) THEN
        NEW.estado := 'DETENIDO';
        NEW.error := 'El correo rebota';
        NEW.cuerpo := CASE WHEN NEW.secreto THEN '' ELSE NEW.cuerpo END;
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER t10_admitir BEFORE INSERT ON portal.correo
    FOR EACH ROW EXECUTE FUNCTION portal.correo_admitir();

-- A mailbox that the server refused for good (web/mail/smtp.h says how that begins) bounces.
CREATE OR REPLACE FUNCTION portal.correo_resolver() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF NEW.estado = 'FALLIDO' AND NEW.error ~ '^RCPT failed: 5' THEN
        NEW.estado := 'REBOTADO';
        INSERT INTO portal.correo_rebote (correo_clave, correo_id, origen, detalle)
        VALUES (lower(NEW.destinatario), NEW.id, 'ENVIO', left(NEW.error, 500)) ON CONFLICT (correo_clave) DO NOTHING;
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER t10_resolver BEFORE UPDATE OF estado ON portal.correo
    FOR EACH ROW WHEN (NEW.estado <> OLD.estado) EXECUTE FUNCTION portal.correo_resolver();

CREATE OR REPLACE FUNCTION portal.recordatorio_seguir() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_envio bigint;
BEGIN
    UPDATE portal.recordatorio_envio s SET estado = NEW.estado WHERE s.correo_id = NEW.id RETURNING s.id INTO v_envio;
    UPDATE portal.recordatorio r SET estado = NEW.estado, detalle = left(NEW.error, 500)
    WHERE r.envio_id = v_envio AND r.estado IN ('PLANEADO', 'ENVIADO');
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER t20_seguir AFTER UPDATE OF estado ON portal.correo
    FOR EACH ROW WHEN (NEW.estado <> OLD.estado AND NEW.motivo = 'Recordatorio')
    EXECUTE FUNCTION portal.recordatorio_seguir();

-- A notice that came back: by the return path, or else by the Message-ID of our mail. An address is
-- marked when it is the mailbox that is wrong (5.7.x is a policy, 5.3.4 and 5.6.x are the text).
-- resultado: 'marcado', 'ya_marcado', 'anotado' (the mail, not the address), 'desconocido'.
CREATE OR REPLACE FUNCTION portal.correo_rebotar(p_retorno text, p_message_id text, p_estado text, p_detalle text)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v portal.correo;
    v_detalle text := left(concat_ws(' ', p_estado, nullif(p_detalle, '')), 500);
BEGIN
    SELECT * INTO v FROM portal.correo m WHERE m.retorno = p_retorno FOR UPDATE;
    IF NOT FOUND THEN
        SELECT * INTO v FROM portal.correo m
        WHERE m.id = substring(p_message_id FROM '^correo-([0-9]{1,18})-')::bigint
          AND 'correo-' || m.id || '-' || floor(extract(epoch FROM m.creado_en) * 1000000)
              = split_part(p_message_id, '@', 1) FOR UPDATE;
    END IF;
    IF v.id IS NULL THEN
        resultado := 'desconocido';
        RETURN NEXT;
        RETURN;
    END IF;
    UPDATE portal.correo m SET estado = 'REBOTADO', error = v_detalle,
        cuerpo = CASE WHEN m.secreto THEN '' ELSE m.cuerpo END
    WHERE m.id = v.id AND m.estado <> 'REBOTADO';
    resultado := 'anotado';
    IF p_estado ~ '^5\.' AND p_estado !~ '^5\.(7\.|6\.|3\.4)' THEN
        INSERT INTO portal.correo_rebote (correo_clave, correo_id, origen, detalle)
        VALUES (lower(v.destinatario), v.id, 'AVISO', v_detalle) ON CONFLICT (correo_clave) DO NOTHING;
        resultado := CASE WHEN FOUND THEN 'marcado' ELSE 'ya_marcado' END;
    END IF;
    RETURN NEXT;
END $$;

-- --- who wants no more ---

DROP FUNCTION IF EXISTS portal.recordatorio_baja_ver(text), portal.recordatorio_baja_guardar(text, bigint, boolean);
CREATE FUNCTION portal.recordatorio_baja_ver(p_token_hash text)
RETURNS TABLE (destino text, nombre text, de_baja boolean)
LANGUAGE sql STABLE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT x.destino, x.nombre, EXISTS (SELECT FROM portal.recordatorio_baja b WHERE b.destino = x.destino)
    FROM (SELECT r.destino, min(coalesce(r.jefe_nombre, portal.persona_nombre(p))) AS nombre
          FROM portal.recordatorio_enlace l JOIN portal.recordatorio r ON r.envio_id = l.envio_id
          LEFT JOIN portal.persona p ON p.id = r.persona_id
          WHERE l.token_hash = decode(p_token_hash, 'hex')
            AND l.creado_en >= now() - make_interval(days => portal.parametro_int('enlace_baja_dias', 180))
          GROUP BY r.destino) x
    ORDER BY portal.portal_buscable(x.nombre), x.destino
$$;

-- p_destino NULL: everybody whom that mail told. Done twice it is done once.
CREATE OR REPLACE FUNCTION portal.recordatorio_baja_guardar(p_token_hash text, p_destino text, p_volver boolean)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_destinos text[] := ARRAY(SELECT x.destino FROM portal.recordatorio_baja_ver(p_token_hash) x
                               WHERE p_destino IS NULL OR x.destino = p_destino);
BEGIN
    resultado := CASE WHEN cardinality(v_destinos) = 0 THEN 'no_encontrado' ELSE 'ok' END;
    IF p_volver THEN
        DELETE FROM portal.recordatorio_baja b WHERE b.destino = ANY (v_destinos);
    ELSE
        INSERT INTO portal.recordatorio_baja (persona_id, entidad_id, jefe_nombre)
        SELECT DISTINCT ON (r.destino) r.persona_id, CASE WHEN r.persona_id IS NULL THEN r.entidad_id END, r.jefe_nombre
        FROM portal.recordatorio r WHERE r.destino = ANY (v_destinos) ORDER BY r.destino, r.id
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NEXT;
END $$;

-- --- what a page asks ---

CREATE OR REPLACE FUNCTION portal.recordatorio_regla_en_palabras(p_rol text, p_regla text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE p_regla WHEN 'POR_VENCER' THEN 'Se acerca el plazo' WHEN 'VENCIDA' THEN 'Venció el plazo'
                        WHEN 'OBSERVADA' THEN 'Etapa observada' WHEN 'TAREAS' THEN 'Tareas vencidas' ELSE 'Resumen semanal' END
        || CASE p_rol WHEN 'SERVIDOR' THEN ', al servidor' WHEN 'JEFE' THEN ', al jefe' ELSE ', a la ORH' END
$$;

-- What would go out on a day if nobody did anything until then; an ORH sees its own entity's.
CREATE OR REPLACE FUNCTION portal.recordatorio_simular(p_dia date, p_limite integer)
RETURNS TABLE (nombre text, rol text, regla text, texto text, correo text, entidad text, vinculo_id bigint)
LANGUAGE plpgsql STABLE ROWS 200 SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF (portal.ambito_orh() IS NULL AND NOT portal.ve_todo()) OR NOT portal.dia_habil(p_dia)
            OR portal.parametro_int('recordatorio_activo', 1) = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH c AS MATERIALIZED (SELECT * FROM portal.recordatorio_candidatos(p_dia, portal.ambito_orh())),
    sale AS (SELECT x.*, bool_or(x.de_hoy) OVER (PARTITION BY x.correo_clave) AS hoy FROM c x)
    SELECT coalesce(s.jefe_nombre, portal.persona_nombre(p)), s.rol, s.regla, s.texto, s.correo, coalesce(n.sigla, n.nombre), s.vinculo_id
    FROM sale s LEFT JOIN portal.persona p ON p.id = s.persona_id JOIN portal.entidad n ON n.id = s.entidad_id
    WHERE s.hoy ORDER BY s.correo_clave, s.destino, s.texto LIMIT p_limite;
END $$;

-- p_documento NULL: the whole entity. resultado: 'ok', 'sin_persona', 'pasada', 'ya_pausada'.
CREATE OR REPLACE FUNCTION portal.recordatorio_pausar(p_entidad bigint, p_documento text, p_motivo text, p_hasta date)
RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_persona bigint := (SELECT v.persona_id FROM portal.vinculo v WHERE v.entidad_id = p_entidad
                         AND v.documento = upper(p_documento) ORDER BY v.id DESC LIMIT 1);
BEGIN
    IF p_documento IS NOT NULL AND v_persona IS NULL THEN
        resultado := 'sin_persona';
    ELSIF p_hasta < portal.hoy() THEN
        resultado := 'pasada';
    ELSE
        -- One that ran out makes room.
        UPDATE portal.recordatorio_pausa x SET levantada_en = now()
        WHERE x.entidad_id = p_entidad AND x.persona_id IS NOT DISTINCT FROM v_persona AND x.levantada_en IS NULL
          AND x.hasta < portal.hoy();
        INSERT INTO portal.recordatorio_pausa (entidad_id, persona_id, motivo, hasta)
        VALUES (p_entidad, v_persona, p_motivo, p_hasta)
        ON CONFLICT (entidad_id, (coalesce(persona_id, 0))) WHERE levantada_en IS NULL DO NOTHING;
        resultado := CASE WHEN FOUND THEN 'ok' ELSE 'ya_pausada' END;
    END IF;
    RETURN NEXT;
END $$;

-- Planning waits in the queue for the morning of a working day.
CREATE OR REPLACE FUNCTION portal.recordatorio_programar() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    INSERT INTO portal.cola (tipo, clave, proximo_en)
    SELECT 'PLAN_RECORDATORIO', 'plan-recordatorio-' || portal.hoy(),
           (portal.hoy() + make_interval(hours => portal.parametro_int('recordatorio_hora', 8))) AT TIME ZONE 'America/Lima'
    WHERE portal.dia_habil(portal.hoy())
    ON CONFLICT (clave) DO NOTHING
$$;

INSERT INTO portal.parametro (clave, valor, descripcion) VALUES
    ('recordatorio_activo', '1', 'Con 0 no se planifica ningún recordatorio'),
    ('recordatorio_hora', '8', 'Hora de Lima en que se planifican los recordatorios de un día laborable'),
    ('recordatorio_dias_antes', '5', 'Días antes del plazo en que se recuerda una etapa'),
    ('recordatorio_vencida_dias', '30', 'Días después del plazo en que todavía se avisa al servidor o a su jefe'),
    ('recordatorio_dia_resumen', '1', 'Día de la semana del resumen de la ORH (1 es lunes)')
ON CONFLICT (clave) DO NOTHING;

GRANT EXECUTE ON FUNCTION portal.recordatorio_planificar, portal.recordatorio_preparar, portal.recordatorio_programar,
    portal.recordatorio_envio_de, portal.correo_rebotar TO portal_fondo;
GRANT EXECUTE ON FUNCTION portal.recordatorio_pausar, portal.recordatorio_baja_ver, portal.recordatorio_baja_guardar, portal.recordatorio_simular,
    portal.recordatorio_regla_en_palabras, portal.dia_habil TO portal_app, portal_fondo;
