-- What the pages of a registered servidor need besides the steps themselves: who may correct an
-- identity, a transfer received with its jefe, words for what changed, lines of a CSV file.

-- True when another entity has this person today: then their identity is not one ORH's to correct.
-- Definer, since the other vinculo does not show; only about a vinculo of one's own entity.
CREATE OR REPLACE FUNCTION portal.identidad_compartida(p_vinculo_id bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM portal.vinculo v JOIN portal.vinculo x ON x.persona_id = v.persona_id AND x.entidad_id <> v.entidad_id
        WHERE v.id = p_vinculo_id AND v.entidad_id = portal.ambito_orh()
          AND (x.fecha_cese IS NULL OR x.fecha_cese >= portal.hoy()));
$$;

-- The same as a rule of the table, so that no page can forget it. Contact data stay open to both,
-- and what is still empty may be filled in.
CREATE OR REPLACE FUNCTION portal.persona_identidad_guardar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp AS $$
BEGIN
    IF portal.ambito_orh() IS NOT NULL AND EXISTS (
            SELECT FROM portal.vinculo x
            WHERE x.persona_id = NEW.id AND x.entidad_id <> portal.ambito_orh()
              AND (x.fecha_cese IS NULL OR x.fecha_cese >= portal.hoy())) THEN
        RAISE EXCEPTION 'another entity has this person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER t20_identidad BEFORE UPDATE ON portal.persona
    FOR EACH ROW WHEN (
        (OLD.nombres, OLD.apellido_paterno, OLD.apellido_materno)
            IS DISTINCT FROM (NEW.nombres, NEW.apellido_paterno, NEW.apellido_materno)
        OR (OLD.digito_verificador IS NOT NULL AND OLD.digito_verificador IS DISTINCT FROM NEW.digito_verificador)
        OR (OLD.sexo IS NOT NULL AND OLD.sexo IS DISTINCT FROM NEW.sexo)
        OR (OLD.fecha_nacimiento IS NOT NULL AND OLD.fecha_nacimiento IS DISTINCT FROM NEW.fecha_nacimiento))
    EXECUTE FUNCTION portal.persona_identidad_guardar();

-- transferencia_aceptar() with the unit by name and the jefe of the new post. resultado: as there,
-- and jefe_invalido.
CREATE OR REPLACE FUNCTION portal.transferencia_recibir(p_id bigint, p_puesto text, p_organo_id bigint,
    p_organo_nombre text, p_jefe_vinculo_id bigint, p_jefe_nombre text)
RETURNS TABLE (resultado text, vinculo_id bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_jefe text;
BEGIN
    IF NOT EXISTS (SELECT FROM portal.transferencia t WHERE t.id = p_id AND t.entidad_destino = portal.ambito_orh()) THEN
        resultado := 'no_encontrado';
        RETURN NEXT;
        RETURN;
    END IF;
    -- A block of its own: without the jefe that was chosen nothing is accepted.
    BEGIN
        SELECT a.resultado, a.vinculo_id INTO resultado, vinculo_id
        FROM portal.transferencia_aceptar(p_id, p_puesto,
            portal.organo_asegurar(portal.ambito_orh(), p_organo_id, p_organo_nombre)) a;
        IF resultado = 'ok' AND (p_jefe_vinculo_id IS NOT NULL OR p_jefe_nombre IS NOT NULL) THEN
            UPDATE portal.vinculo v SET jefe_vinculo_id = p_jefe_vinculo_id, jefe_nombre = p_jefe_nombre
            WHERE v.id = vinculo_id RETURNING v.jefe_nombre INTO v_jefe;
            UPDATE portal.vinculo_cambio c SET jefe_vinculo_id = p_jefe_vinculo_id, jefe_nombre = v_jefe
            WHERE c.vinculo_id = transferencia_recibir.vinculo_id;
        END IF;
    EXCEPTION WHEN foreign_key_violation OR check_violation THEN
        resultado := 'jefe_invalido';
        vinculo_id := NULL;
    END;
    RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION portal.en_palabras(p_codigo text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT upper(left(p_codigo, 1)) || lower(replace(substr(p_codigo, 2), '_', ' ')) $$;

-- A code as its list names it, a date as the screen writes it.
CREATE OR REPLACE FUNCTION portal.dato_en_palabras(p_campo text, p_valor text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT coalesce(CASE
        WHEN p_valor IS NULL OR p_valor = '' THEN 'vacío'
        WHEN p_campo = 'organo_id' THEN (SELECT o.nombre FROM portal.organo o WHERE o.id = p_valor::bigint)
        WHEN p_campo = 'regimen' THEN (SELECT r.nombre_corto FROM portal.regimen r WHERE r.codigo = p_valor)
        WHEN p_campo = 'grupo' THEN (SELECT g.nombre FROM portal.grupo g WHERE g.codigo = p_valor)
        WHEN p_campo = 'tipo_contrato' THEN (SELECT k.nombre FROM portal.tipo_contrato k WHERE k.codigo = p_valor)
        WHEN p_campo = 'condicion' THEN (SELECT c.nombre FROM portal.condicion c WHERE c.codigo = p_valor)
        WHEN p_campo LIKE 'entidad\_%' AND p_valor ~ '^[0-9]{1,18}$'
            THEN (SELECT e.nombre FROM portal.entidad e WHERE e.id = p_valor::bigint)
        WHEN p_valor ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN to_char(p_valor::date, 'DD/MM/YYYY')
        WHEN p_valor = 'true' THEN 'sí' WHEN p_valor = 'false' THEN 'no'
        WHEN p_campo IN ('modalidad', 'sexo', 'estado') THEN portal.en_palabras(p_valor) END, p_valor);
$$;

CREATE OR REPLACE FUNCTION portal.campo_en_palabras(p_campo text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce('{"organo_id": "Unidad", "regimen": "Régimen", "tipo_contrato": "Tipo de contrato",
        "condicion": "Condición", "es_confianza": "De confianza", "primer_ingreso_estado": "Primer ingreso al Estado",
        "documento_sustento": "Sustento", "jefe_nombre": "Jefe inmediato", "fecha_inicio_puesto": "Inicio en el puesto",
        "fecha_cese": "Fin del vínculo", "motivo_cese": "Motivo del fin", "digito_verificador": "Dígito verificador",
        "entidad_destino": "Entidad de destino", "entidad_origen": "Entidad de origen"}'::jsonb ->> p_campo,
        portal.en_palabras(p_campo)) $$;

-- {"puesto": ["a", "b"]} as "Puesto: a → b"; references that only we read are left out.
CREATE OR REPLACE FUNCTION portal.cambios_en_palabras(p_cambios jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT string_agg(portal.campo_en_palabras(key) || ': ' || portal.dato_en_palabras(key, value ->> 0)
                      || ' → ' || portal.dato_en_palabras(key, value ->> 1), '; ' ORDER BY key)
    FROM jsonb_each(p_cambios)
    WHERE key NOT IN ('jefe_vinculo_id', 'jefe_persona_id', 'documento', 'nombre_completo', 'orden_nombre', 'version',
                      'busqueda');
$$;

-- The data of an event as a sentence.
CREATE OR REPLACE FUNCTION portal.evento_detalle(p_datos jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, portal, pg_temp AS $$
    SELECT nullif(concat_ws('. ', portal.cambios_en_palabras(coalesce(p_datos -> 'cambios', '{}')),
        (SELECT string_agg(portal.campo_en_palabras(key) || ': ' || portal.dato_en_palabras(key, value), '; ' ORDER BY key)
         FROM jsonb_each_text(p_datos - '{cambios,etapa_id,previo,deshace}'::text[]))), '');
$$;

CREATE OR REPLACE FUNCTION portal.evento_en_palabras(p_tipo text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce('{"CORRECCION": "Corrección", "CESE": "Fin del vínculo", "CESE_ANULADO": "Se deshizo el fin del vínculo",
        "TRANSFERENCIA_PROPUESTA": "Propuesta de transferencia", "TRANSFERENCIA_SALIDA": "Salida por transferencia",
        "TRANSFERENCIA_INGRESO": "Ingreso por transferencia", "TRANSFERENCIA_RECHAZADA": "Transferencia rechazada",
        "TRANSFERENCIA_RETIRADA": "Propuesta de transferencia retirada", "TAREA_HECHA": "Tarea hecha",
        "ETAPA_DESHECHA": "SERVIR deshizo su decisión sobre la etapa", "TAREA_NO_APLICA": "Tarea que no le corresponde", "TAREA_DESHECHA": "Tarea desmarcada",
        "ENCUESTA_ENTREGADA": "Se entregó un enlace de la encuesta"}'::jsonb ->> p_tipo,
        portal.en_palabras(p_tipo)) $$;

CREATE OR REPLACE FUNCTION portal.si_no(p boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN p THEN 'Sí' ELSE 'No' END $$;

-- One line of a CSV file. A text that a spreadsheet would run as a formula gets an apostrophe.
CREATE OR REPLACE FUNCTION portal.csv_linea(VARIADIC p_campos text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(CASE
        WHEN campo ~ '^[-=+@\t\r\n]' THEN '"''' || replace(campo, '"', '""') || '"'
        WHEN campo ~ '[",;\r\n\t]|^\s|\s$|^0' THEN '"' || replace(campo, '"', '""') || '"'
        ELSE coalesce(campo, '') END, ',' ORDER BY i) || E'\r\n'
    FROM unnest(p_campos) WITH ORDINALITY AS c (campo, i);
$$;

GRANT EXECUTE ON FUNCTION portal.identidad_compartida, portal.transferencia_recibir, portal.dato_en_palabras,
    portal.en_palabras, portal.campo_en_palabras, portal.cambios_en_palabras, portal.evento_detalle, portal.evento_en_palabras, portal.si_no,
    portal.csv_linea TO portal_app;
