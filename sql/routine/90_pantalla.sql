-- Small functions that several queries of the screen share.

-- Who registered something, by the name that the screen shows. Definer: the reader of an event may
-- not see the person who wrote it. Colleagues of the entity by name, SERVIR as SERVIR; of any other
-- account no number gives a name away.
CREATE OR REPLACE FUNCTION portal.nombre_de_usuario(p_usuario_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal, pg_temp
    AS $$ SELECT CASE
              WHEN portal.ve_todo() OR u.id = portal.actual_usuario() OR EXISTS (
                  SELECT FROM portal.asignacion a WHERE a.usuario_id = u.id
                     AND (a.entidad_id = portal.actual_entidad() OR a.entidad_id = ANY (portal.ambito_gestor())))
                  THEN concat_ws(' ', p.nombres, p.apellido_paterno)
              WHEN EXISTS (SELECT FROM portal.asignacion a JOIN portal.rol r ON r.codigo = a.rol
                           WHERE a.usuario_id = u.id AND r.ambito IN ('TODO', 'TERRITORIO')) THEN 'SERVIR'
              ELSE 'Otra entidad' END
          FROM portal.usuario u JOIN portal.persona p ON p.id = u.persona_id
          WHERE u.id = p_usuario_id AND portal.actual_usuario() IS NOT NULL $$;

GRANT EXECUTE ON FUNCTION portal.nombre_de_usuario(bigint) TO portal_app;
