-- What each setting may hold, and how the administrator changes it.

-- A setting that is not listed is a text among the others. A value that was set by hand beyond the bounds stays, and its
-- setting stays a text, until somebody mends it.
UPDATE portal.parametro p SET grupo = x.grupo, tipo = x.tipo, minimo = x.minimo, maximo = x.maximo
FROM (VALUES
    ('sesion_ocio_min', 'Ingreso y sesiones', 'ENTERO', 5, 720), ('sesion_max_min', 'Ingreso y sesiones', 'ENTERO', 30, 1440),
    ('acceso_ventana_min', 'Ingreso y sesiones', 'ENTERO', 1, 1440), ('acceso_fallos_cuenta', 'Ingreso y sesiones', 'ENTERO', 3, 20),
    ('acceso_fallos_direccion', 'Ingreso y sesiones', 'ENTERO', 10, 10000),
    ('enlace_invitacion_horas', 'Ingreso y sesiones', 'ENTERO', 1, 720),
    ('enlace_recuperacion_horas', 'Ingreso y sesiones', 'ENTERO', 1, 48),
    ('formulario_pendiente_min', 'Ingreso y sesiones', 'ENTERO', 5, 1440), ('sustitucion_max_dias', 'Ingreso y sesiones', 'ENTERO', 1, 730),
    ('registro_tardio_dias', 'Registro', 'ENTERO', 1, 365), ('consultas_documento_hora', 'Registro', 'ENTERO', 10, 10000),
    ('constancia_fallos_hora', 'Etapas y revisión', 'ENTERO', 3, 10000),
    ('enlace_jefe_dias', 'Etapas y revisión', 'ENTERO', 1, 365), ('enlace_jefe_correos_dia', 'Etapas y revisión', 'ENTERO', 1, 10000),
    ('enlace_baja_dias', 'Recordatorios', 'ENTERO', 30, 3650), ('etapa_dias_rapida', 'Etapas y revisión', 'ENTERO', 0, 60),
    ('revision_deshacer_min', 'Etapas y revisión', 'ENTERO', 0, 1440),
    ('recordatorio_activo', 'Recordatorios', 'ENTERO', 0, 1), ('recordatorio_hora', 'Recordatorios', 'ENTERO', 0, 20),
    ('recordatorio_dias_antes', 'Recordatorios', 'ENTERO', 0, 60), ('recordatorio_vencida_dias', 'Recordatorios', 'ENTERO', 0, 365),
    ('recordatorio_dia_resumen', 'Recordatorios', 'ENTERO', 1, 5),
    ('consulta_plazo_dias', 'Seguimiento y consultas', 'ENTERO', 1, 60), ('consulta_hora_cierre', 'Seguimiento y consultas', 'ENTERO', 9, 23),
    ('semaforo_vencidas_rojo', 'Seguimiento y consultas', 'ENTERO', 1, 100),
    ('semaforo_contacto_ambar', 'Seguimiento y consultas', 'ENTERO', 1, 365),
    ('semaforo_contacto_rojo', 'Seguimiento y consultas', 'ENTERO', 1, 730),
    ('semaforo_compromiso_rojo', 'Seguimiento y consultas', 'ENTERO', 0, 365),
    ('encuesta_minimo', 'Encuesta', 'ENTERO', 3, 100),
    ('abierto_area', 'Datos abiertos', 'TEXTO', 1, 100), ('abierto_convocatoria', 'Datos abiertos', 'TEXTO', 1, 100),
    ('abierto_horas', 'Datos abiertos', 'TEXTO', 0, 10), ('abierto_modalidad', 'Datos abiertos', 'TEXTO', 1, 100),
    ('abierto_nombre', 'Datos abiertos', 'TEXTO', 1, 200), ('abierto_tipo', 'Datos abiertos', 'TEXTO', 1, 100),
    ('conservar_borrador_dias', 'Conservación', 'ENTERO', 1, 3650), ('conservar_cola_dias', 'Conservación', 'ENTERO', 7, 3650),
    ('conservar_intento_dias', 'Conservación', 'ENTERO', 1, 3650), ('conservar_planilla_dias', 'Conservación', 'ENTERO', 7, 3650),
    ('conservar_sesion_dias', 'Conservación', 'ENTERO', 1, 3650)) AS x (clave, grupo, tipo, minimo, maximo)
WHERE p.clave = x.clave AND (p.grupo, p.tipo, p.minimo, p.maximo) IS DISTINCT FROM (x.grupo, x.tipo, x.minimo, x.maximo)
  AND portal.parametro_cabe(p.valor, x.tipo, x.minimo, x.maximo);

-- resultado: ok, sin_cambio, conflicto (somebody changed it meanwhile), fuera (beyond its bounds), no_encontrado.
CREATE OR REPLACE FUNCTION portal.parametro_cambiar(p_clave text, p_visto text, p_valor text)
RETURNS TABLE (resultado text, tipo text, minimo integer, maximo integer)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
#variable_conflict use_column
DECLARE
    p portal.parametro;
    v_valor text := btrim(coalesce(p_valor, ''));
BEGIN
    -- FOR UPDATE applies the policy of UPDATE: for anybody but an administrator there is none.
    SELECT x.* INTO p FROM portal.parametro x WHERE x.clave = p_clave FOR UPDATE;
    tipo := p.tipo;
    minimo := p.minimo;
    maximo := p.maximo;
    resultado := CASE WHEN p.clave IS NULL THEN 'no_encontrado' WHEN p.valor = v_valor THEN 'sin_cambio'
        WHEN p.valor <> coalesce(p_visto, '') THEN 'conflicto'
        WHEN NOT portal.parametro_cabe(v_valor, p.tipo, p.minimo, p.maximo) THEN 'fuera' ELSE 'ok' END;
    IF resultado = 'ok' THEN
        UPDATE portal.parametro x SET valor = v_valor WHERE x.clave = p_clave;
    END IF;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.parametro_cabe, portal.parametro_cambiar TO portal_app;
