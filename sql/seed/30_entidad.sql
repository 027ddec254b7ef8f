-- Entities. One that a person has edited in the portal is theirs, and a RUC that was entered there
-- stays: a new load only completes.

SET LOCAL search_path = portal, public;

CREATE TEMP TABLE dato_entidad (clave text, nombre text, sigla text, ruc text, tipo text,
    nivel_gobierno text, ubigeo text, vigente_desde date, fuente text) ON COMMIT DROP;
\copy dato_entidad FROM 'entidad.csv' CSV HEADER
MERGE INTO entidad AS t
USING (
    SELECT d.*, coalesce(e.ruc, d.ruc) AS ruc_final,
           EXISTS (SELECT FROM auditoria a WHERE a.tabla = 'entidad' AND a.registro_id = e.id::text
                   AND a.accion = 'UPDATE' AND a.usuario_id IS NOT NULL) AS editada
    FROM dato_entidad d LEFT JOIN entidad e ON e.clave = d.clave) AS d
    ON t.clave = d.clave
WHEN MATCHED AND NOT d.editada
        AND (t.nombre, t.sigla, t.ruc, t.tipo, t.nivel_gobierno, t.ubigeo, t.vigente_desde, t.fuente)
        IS DISTINCT FROM (d.nombre, d.sigla, d.ruc_final, d.tipo, d.nivel_gobierno, d.ubigeo,
                          d.vigente_desde, d.fuente) THEN
    UPDATE SET nombre = d.nombre, sigla = d.sigla, ruc = d.ruc_final, tipo = d.tipo,
        nivel_gobierno = d.nivel_gobierno, ubigeo = d.ubigeo, vigente_desde = d.vigente_desde,
        fuente = d.fuente
WHEN NOT MATCHED THEN
    INSERT (clave, nombre, sigla, ruc, tipo, nivel_gobierno, ubigeo, vigente_desde, fuente)
    VALUES (d.clave, d.nombre, d.sigla, d.ruc, d.tipo, d.nivel_gobierno, d.ubigeo, d.vigente_desde,
            d.fuente);
