-- How many servidores a list or its export holds, counted up to `limite`; the list behind a figure,
-- and that of what is overdue, is counted whole, as the figure was.
-- :one
-- in:  entidad_id int8?, palabra1 text?, palabra2 text?, palabra3 text?, organo_id int8?,
--      etapa text?, estado text?, desde date?, hasta date?, vigencia text, sin_jefe bool, hoy date,
--      limite int4, edicion_id int8?, situacion text?, nivel text?, region text?, regimen text?,
--      sexo text?
-- out: total int8
SELECT CASE
    WHEN $7 = 'VENCIDA' AND (SELECT ambito_propio()) IS NULL AND $10 = 'VIGENTES' AND NOT $11 AND num_nonnulls($2, $3, $4, $5, $8, $9,
            $14::int8, $15::text, $16::text, $17::text, $18::text, $19::text) = 0 THEN
        (SELECT CASE $6 WHEN 'ESTADO' THEN c.estado WHEN 'ENTIDAD' THEN c.entidad WHEN 'ESPECIFICA' THEN c.especifica ELSE c.alguna END
         FROM cifras_vencidas($1, $12) c)
    WHEN num_nonnulls($14::int8, $15::text, $16::text, $17::text, $18::text, $19::text) = 0 THEN
        (SELECT count(*) FROM servidor_buscar($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, $12, $13, false))
    WHEN num_nonnulls($2, $3, $4, $5, $6, $7) = 0 AND $10 = 'TODOS' AND NOT $11 THEN
        cifras_contar(ROW($14, $1, $16, $17, $18, $19, $15, $8, $9)::cifra_filtro, $12)
    ELSE (SELECT count(*) FROM cifras_buscar(ROW($14, $1, $16, $17, $18, $19, $15, $8, $9)::cifra_filtro,
                                             $2, $3, $4, $5, $6, $7, $10, $11, NULL, $12, $13, false))
    END AS total
