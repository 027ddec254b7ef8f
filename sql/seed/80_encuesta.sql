-- The first version of the survey of each edition for servidores; SERVIR's later ones are added to it.
INSERT INTO portal.encuesta (edicion_id, version, publicada_en)
SELECT e.id, 1, now() FROM portal.edicion e WHERE e.programa = 'SERVIDORES'
ON CONFLICT (edicion_id, version) DO NOTHING;
INSERT INTO portal.encuesta_pregunta (encuesta_id, numero, texto, tipo, etapa)
SELECT s.id, q.numero, q.texto, q.tipo, q.etapa
FROM portal.encuesta s, (VALUES
    (1, '¿Qué tan útil le fue el curso en línea sobre el Estado?', 'ESCALA', 'ESTADO'),
    (2, '¿Qué tan útil le fue la inducción a su entidad?', 'ESCALA', 'ENTIDAD'),
    (3, '¿Qué tan útil le fue la inducción a su puesto?', 'ESCALA', 'ESPECIFICA'),
    (4, '¿Su jefe le dedicó el tiempo que necesitaba?', 'SI_NO', 'ESPECIFICA'),
    (5, '¿Recibió la información antes de necesitarla?', 'SI_NO', NULL),
    (6, '¿Qué mejoraría de la inducción?', 'TEXTO', NULL)) AS q (numero, texto, tipo, etapa)
WHERE s.version = 1 AND NOT EXISTS (SELECT FROM portal.encuesta_pregunta x WHERE x.encuesta_id = s.id)
ON CONFLICT (encuesta_id, numero) DO NOTHING;
