// Open data: the twenty columns, nobody's identity.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const titles = 'NRO,DEPARTAMENTO,PROVINCIA,DISTRITO,ANO_CAPACITACION,AREA,TIPO_DOCUMENTO,NRO_DOCUMENTO,BENEFICIARIO,SEXO,NIVEL_GOBIERNO,'
  + 'ESTADO_CAPACITACION,TRABAJA_ENTIDAD_PUBLICA,TIPO_CAPACITACION,NOMBRE_CAPACITACION,HORAS_ACADEMICAS,FECHA_INICIO,FECHA_TERMINO,MODALIDAD,TIPO_CONVOCATORIA';
const admin = signedIn('SERVIR_ADMIN');
const edicion = one(`SELECT edicion_de('SERVIDORES', hoy())`);

test('twenty columns, a row for each who ended the stage, masked', async () => {
  const entidad = newEntidad();
  sql(`UPDATE entidad SET ubigeo = (SELECT codigo FROM ubigeo WHERE nivel = 'DISTRITO' ORDER BY codigo LIMIT 1) WHERE id = ${entidad.id}`);
  const persona = newPersona({ nombres: '=Ana María', paterno: 'Ñandú', materno: '<b>' });
  const v = newVinculo(entidad, { persona });
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() - 1 WHERE vinculo_id = ${v.id} AND tipo = 'ESTADO'`);
  const failed = newVinculo(entidad);
  const curso = one(`INSERT INTO curso (codigo) VALUES (upper('ABIERTOS-' || left(md5(random()::text), 8))) RETURNING id`);
  sql(`INSERT INTO curso_version (curso_id, version, nombre, acreditacion, nota_minima, horas) VALUES (${curso}, 1, 'Curso al Estado', 'EVALUACION', 14, 28);
    INSERT INTO curso_resultado (inscripcion_id, persona_id, vinculo_id, entidad_id, curso_id, curso_version_id, intento, estado, aprueba, nota, fecha, fuente)
    SELECT i.id, i.persona_id, i.vinculo_id, i.entidad_id, ${curso}, c.id, 1, 'DESAPROBADO', false, 9, hoy(), 'MANO'
    FROM inscripcion i, curso_version c WHERE i.vinculo_id = ${failed.id} AND c.curso_id = ${curso}`);
  await admin.get('/cifras/abiertos');
  await admin.submit({ edicion, formato: 'csv' });
  const rs = admin.last;
  assert.equal(rs.status, 200, rs.plain);
  const lines = rs.text.slice(1).split('\r\n').filter((l) => l !== '');
  assert.equal(lines[0], titles);
  const all = one(`SELECT count(*) FROM inscripcion i JOIN etapa e ON e.inscripcion_id = i.id AND e.tipo = 'ESTADO'
    WHERE i.edicion_id = ${edicion} AND (e.heredada_de IS NULL AND e.estado IN ('CULMINADA', 'VALIDADA', 'RETIRADO') OR EXISTS (SELECT FROM curso_resultado r
      WHERE r.inscripcion_id = i.id AND NOT EXISTS (SELECT FROM curso_anulacion a WHERE a.resultado_id = r.id)))`);
  assert.match(rs.text, /DESAPROBADO,SI,CURSO,CURSO AL ESTADO,28,/);
  assert.equal(lines.length - 1, Number(all));
  lines.slice(1).forEach((l, i) => {
    const cells = l.split(',');
    assert.equal(cells.length, 20, l);
    assert.equal(cells[0], String(i + 1));
    assert.match(cells[7], /^\*+[0-9A-Z]{2}$/);
    assert.match(cells[16], /^\d{8}$/);
    assert.match(cells[17], /^(\d{8})?$/);
    assert.ok(['NACIONAL', 'REGIONAL', 'LOCAL'].includes(cells[10]));
    assert.ok(['ASISTIÓ', 'APROBADO', 'DESAPROBADO', 'RETIRADO'].includes(cells[11]));
    assert.ok(['HOMBRE', 'MUJER', ''].includes(cells[9]));
  });
  assert.ok(!rs.text.includes(persona.dni) && !rs.text.includes('Ñandú'));
  assert.equal(one(`SELECT que FROM exportacion WHERE usuario_id = ${admin.usuario} ORDER BY id DESC LIMIT 1`), 'cifras/abiertos');
});

test('refused: an edition without anybody, none at all', async () => {
  for (const value of ['', '999999999', 'x']) {
    await admin.get('/cifras/abiertos');
    await admin.post('/cifras/abiertos', { edicion: value });
    assert.equal(admin.last.status, 422, value);
  }
});

test('who may not', async () => {
  const orh = signedIn('ORH_ANALISTA', newEntidad());
  assert.equal((await orh.get('/cifras/abiertos')).status, 403);
  await refusals(assert, '/cifras/abiertos', { owner: admin, values: { edicion } });
});
