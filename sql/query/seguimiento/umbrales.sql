-- From when on a light is amber or red: settings, shown where the lights are.
-- :one
-- out: vencidas_rojo int4, contacto_ambar int4, contacto_rojo int4, compromiso_rojo int4, plazo_dias int4
SELECT parametro_int('semaforo_vencidas_rojo', 25) AS vencidas_rojo,
       parametro_int('semaforo_contacto_ambar', 30) AS contacto_ambar,
       parametro_int('semaforo_contacto_rojo', 60) AS contacto_rojo,
       parametro_int('semaforo_compromiso_rojo', 7) AS compromiso_rojo,
       parametro_int('consulta_plazo_dias', 2) AS plazo_dias
