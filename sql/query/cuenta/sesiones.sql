-- One's own open sessions, the last used first.
-- :many
-- out: id int8, address text, navegador text, rol text, desde timestamptz, visto timestamptz, actual bool
SELECT s.id, s.address,
       concat(CASE WHEN s.user_agent ~ 'Edg' THEN 'Edge' WHEN s.user_agent ~ 'OPR/' THEN 'Opera'
                   WHEN s.user_agent ~ 'Firefox|FxiOS' THEN 'Firefox' WHEN s.user_agent ~ 'Chrome|CriOS' THEN 'Chrome'
                   WHEN s.user_agent ~ 'Safari' THEN 'Safari' ELSE 'Navegador no reconocido' END,
              CASE WHEN s.user_agent ~ 'Android' THEN ' en Android' WHEN s.user_agent ~ 'iPhone|iPad' THEN ' en iPhone o iPad'
                   WHEN s.user_agent ~ 'Windows' THEN ' en Windows' WHEN s.user_agent ~ 'Mac OS' THEN ' en Mac'
                   WHEN s.user_agent ~ 'Linux' THEN ' en Linux' END) AS navegador,
       r.nombre AS rol, s.creado_en AS desde, s.visto_en AS visto,
       s.id = nullif(current_setting('portal.sesion', true), '')::int8 AS actual
FROM sesion s
JOIN asignacion a ON a.id = s.asignacion_id
JOIN rol r ON r.codigo = a.rol
WHERE s.usuario_id = (SELECT actual_usuario()) AND s.cerrada_en IS NULL AND s.expira_en > now()
  AND s.visto_en > now() - make_interval(mins => parametro_int('sesion_ocio_min', 30))
ORDER BY s.visto_en DESC, s.id DESC
LIMIT 50
