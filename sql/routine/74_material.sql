-- Materials: files and links of SERVIR for all, of an entity for its own.

-- For whom, in words.
CREATE OR REPLACE FUNCTION portal.material_para(p_orh boolean, p_jefe boolean, p_servidor boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT concat_ws(', ', CASE WHEN p_orh THEN 'la ORH' END, CASE WHEN p_jefe THEN 'el jefe' END,
                     CASE WHEN p_servidor THEN 'el servidor' END) $$;

-- Adds (without p_id) or changes. A file or an address replaces what there was; neither keeps it.
-- resultado: ok, ya_estaba (the same, from a first click), repetido, no_encontrado, conflicto, falta_contenido, demasiados.
CREATE OR REPLACE FUNCTION portal.material_guardar(p_id bigint, p_version integer, p_titulo text, p_descripcion text, p_url text,
    p_sha256 text, p_mime text, p_bytes integer, p_nombre text, p_orh boolean, p_jefe boolean, p_servidor boolean, p_etapa text,
    p_retirado boolean) RETURNS TABLE (resultado text)
LANGUAGE plpgsql ROWS 1 SET search_path = pg_catalog, portal, pg_temp AS $$
DECLARE
    v_entidad_id bigint := portal.ambito_orh();
    v_nuevo boolean := p_url IS NOT NULL OR p_sha256 IS NOT NULL;
    v_tipo text := CASE WHEN p_sha256 IS NOT NULL THEN 'ARCHIVO' ELSE 'ENLACE' END;
    m portal.material;
    v_igual portal.material;
BEGIN
    IF p_id IS NOT NULL THEN
        SELECT x.* INTO m FROM portal.material x WHERE x.id = p_id AND x.entidad_id IS NOT DISTINCT FROM v_entidad_id FOR UPDATE;
    END IF;
    SELECT x.* INTO v_igual FROM portal.material x
    WHERE x.entidad_id IS NOT DISTINCT FROM v_entidad_id AND x.titulo = p_titulo AND x.estado = 'VIGENTE'
      AND x.id IS DISTINCT FROM p_id;
    resultado := CASE WHEN v_entidad_id IS NULL AND NOT portal.es_admin() THEN 'no_encontrado'
        WHEN p_id IS NOT NULL AND m.id IS NULL THEN 'no_encontrado'
        WHEN m.version <> p_version THEN 'conflicto'
        WHEN p_id IS NULL AND NOT v_nuevo THEN 'falta_contenido'
        WHEN p_id IS NULL AND (v_igual.url = p_url OR v_igual.sha256 = p_sha256) THEN 'ya_estaba'
        WHEN v_igual.id IS NOT NULL AND NOT p_retirado THEN 'repetido'
        WHEN p_id IS NULL AND (SELECT count(*) FROM portal.material x WHERE x.entidad_id IS NOT DISTINCT FROM v_entidad_id
                               AND x.estado = 'VIGENTE') >= 200 THEN 'demasiados'
        ELSE 'ok' END;
    IF resultado = 'ok' AND p_id IS NULL THEN
        INSERT INTO portal.material (entidad_id, titulo, descripcion, tipo, url, sha256, mime, bytes, nombre_archivo, para_orh,
                                     para_jefe, para_servidor, etapa)
        VALUES (v_entidad_id, p_titulo, p_descripcion, v_tipo, CASE WHEN p_sha256 IS NULL THEN p_url END, p_sha256, p_mime, p_bytes,
                p_nombre, p_orh, p_jefe, p_servidor, p_etapa);
    ELSIF resultado = 'ok' THEN
        UPDATE portal.material x SET titulo = p_titulo, descripcion = p_descripcion,
            tipo = CASE WHEN v_nuevo THEN v_tipo ELSE x.tipo END,
            url = CASE WHEN NOT v_nuevo THEN x.url WHEN p_sha256 IS NULL THEN p_url END,
            sha256 = CASE WHEN v_nuevo THEN p_sha256 ELSE x.sha256 END, mime = CASE WHEN v_nuevo THEN p_mime ELSE x.mime END,
            bytes = CASE WHEN v_nuevo THEN p_bytes ELSE x.bytes END,
            nombre_archivo = CASE WHEN v_nuevo THEN p_nombre ELSE x.nombre_archivo END,
            para_orh = p_orh, para_jefe = p_jefe, para_servidor = p_servidor, etapa = p_etapa,
            estado = CASE WHEN p_retirado THEN 'RETIRADO' ELSE 'VIGENTE' END, actualizado_en = now()
        WHERE x.id = p_id;
    END IF;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION portal.material_para, portal.material_guardar TO portal_app;
