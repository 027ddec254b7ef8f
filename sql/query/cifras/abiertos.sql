-- Those who went through the induction to the State in an edition, in the twenty columns of SERVIR's
-- open data, masked; in batches. The result of a course counts: the pass, else the last; without one,
-- what the stage says. The first column is the number of the line.
-- :many
-- in:  edicion_id int8, despues_de int8?, hechas int8, limite int4
-- out: id int8, nro text, departamento text?, provincia text?, distrito text?, ano text, area text,
--      tipo_documento text, nro_documento text, beneficiario text, sexo text?, nivel text,
--      estado text, trabaja text, tipo text, nombre text, horas text?, inicio text, termino text?,
--      modalidad text, convocatoria text
SELECT x.id, ($3 + row_number() OVER (ORDER BY x.id))::text AS nro, d.nombre AS departamento, q.nombre AS provincia,
       t.nombre AS distrito, to_char(coalesce(x.fecha, e.fecha_fin, v.fecha_cese, v.fecha_ingreso), 'YYYY') AS ano, s.area,
       k.sigla AS tipo_documento, abierto_documento(p.numero_documento) AS nro_documento,
       abierto_nombre(persona_nombre(p)) AS beneficiario, p.sexo, n.nivel_gobierno AS nivel,
       CASE WHEN x.estado = 'ASISTIO' THEN 'ASISTIÓ' WHEN x.estado IS NOT NULL THEN x.estado
            WHEN e.estado = 'RETIRADO' THEN 'RETIRADO' ELSE 'ASISTIÓ' END AS estado, 'SI' AS trabaja, s.tipo,
       upper(coalesce(x.curso, s.nombre)) AS nombre, coalesce(x.horas::text, nullif(s.horas, '')) AS horas, to_char(coalesce(e.fecha_inicio, v.fecha_ingreso), 'YYYYMMDD') AS inicio,
       to_char(coalesce(x.fecha, e.fecha_fin, v.fecha_cese), 'YYYYMMDD') AS termino, s.modalidad, s.convocatoria
FROM (SELECT i.id, i.vinculo_id, r.estado, r.fecha, r.nombre AS curso, r.horas
      FROM inscripcion i
      JOIN etapa y ON y.inscripcion_id = i.id AND y.tipo = 'ESTADO'
      LEFT JOIN LATERAL (
          SELECT w.estado, w.fecha, c.nombre, c.horas
          FROM curso_resultado w JOIN curso_version c ON c.id = w.curso_version_id
          WHERE w.inscripcion_id = i.id AND NOT EXISTS (SELECT FROM curso_anulacion a WHERE a.resultado_id = w.id)
          ORDER BY w.aprueba DESC, w.fecha DESC, w.id DESC LIMIT 1) r ON true
      WHERE i.edicion_id = $1 AND i.id > coalesce($2, 0)
        AND (r.estado IS NOT NULL OR y.estado IN ('CULMINADA', 'VALIDADA', 'RETIRADO') AND y.heredada_de IS NULL)
      ORDER BY i.id LIMIT $4) x
JOIN etapa e ON e.inscripcion_id = x.id AND e.tipo = 'ESTADO'
JOIN vinculo v ON v.id = x.vinculo_id
JOIN persona p ON p.id = v.persona_id
JOIN tipo_documento k ON k.codigo = p.tipo_documento
JOIN entidad n ON n.id = v.entidad_id
LEFT JOIN ubigeo d ON d.codigo = left(n.ubigeo, 2)
LEFT JOIN ubigeo q ON q.codigo = left(n.ubigeo, 4) AND q.nivel = 'PROVINCIA'
LEFT JOIN ubigeo t ON t.codigo = n.ubigeo AND t.nivel = 'DISTRITO'
CROSS JOIN (SELECT max(valor) FILTER (WHERE clave = 'abierto_area') AS area, max(valor) FILTER (WHERE clave = 'abierto_tipo') AS tipo,
                   max(valor) FILTER (WHERE clave = 'abierto_nombre') AS nombre,
                   max(valor) FILTER (WHERE clave = 'abierto_horas') AS horas,
                   max(valor) FILTER (WHERE clave = 'abierto_modalidad') AS modalidad,
                   max(valor) FILTER (WHERE clave = 'abierto_convocatoria') AS convocatoria
            FROM parametro WHERE clave LIKE 'abierto\_%') s
ORDER BY x.id
LIMIT $4
