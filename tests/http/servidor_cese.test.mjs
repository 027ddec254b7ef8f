import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here), other = signedIn('ORH_ANALISTA', there);
const path = (v) => `/servidor/${v.id}/cese`;
const stages = (v) => sql(`SELECT tipo, estado FROM etapa WHERE vinculo_id = ${v.id} ORDER BY tipo`);

test('the end, what it does to the stages, and its undoing', async () => {
  const v = newVinculo(here);
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_inicio = '${day(-50).iso}', fecha_fin = '${day(-40).iso}'
    WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  await orh.get(path(v));
  assert.match(orh.last.plain, /pasarán a «Retirado»: A\. Inducción general al Estado C\. Inducción específica/);
  const page = orh.last;
  await orh.submit({ fecha: day(-1).text, motivo: `Renuncia ${canary}` });
  assert.equal(orh.last.status, 303, orh.last.plain);
  escaped(assert, await orh.follow());
  assert.match(orh.last.plain, /Se registró el fin del vínculo/);
  assert.deepEqual(stages(v), [['ENTIDAD', 'CULMINADA'], ['ESPECIFICA', 'RETIRADO'], ['ESTADO', 'RETIRADO']]);
  assert.equal(one(`SELECT hasta FROM vinculo_cambio WHERE vinculo_id = ${v.id}`), day(-1).iso);

  orh.last = page;
  await orh.submit({ fecha: day(-1).text, motivo: `Renuncia ${canary}` });
  assert.equal(orh.last.status, 303, 'a second click is no undo');
  assert.equal(one(`SELECT fecha_cese FROM vinculo WHERE id = ${v.id}`), day(-1).iso);

  await orh.get(path(v));
  assert.equal(orh.last.h1, 'Deshacer el fin del vínculo');
  await orh.submit({ motivo: 'Registro por error' });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.deepEqual(stages(v), [['ENTIDAD', 'CULMINADA'], ['ESPECIFICA', 'PENDIENTE'], ['ESTADO', 'PENDIENTE']]);
  assert.equal(one(`SELECT count(*) FROM vinculo WHERE id = ${v.id} AND fecha_cese IS NULL`), '1');
  assert.deepEqual(sql(`SELECT tipo FROM evento WHERE vinculo_id = ${v.id} ORDER BY id`), [['CESE'], ['CESE_ANULADO']]);
});

test('refused, with the message and what was typed', async () => {
  const v = newVinculo(here);
  const tries = [[{ fecha: '' }, /último día/], [{ motivo: '' }, /Escriba el motivo/], [{ fecha: 'ayer' }, /escriba la fecha/],
    [{ fecha: day(-90).text }, /no puede ser anterior al inicio/], [{ fecha: day(60).text }, /31 días/]];
  for (const [values, message] of tries) {
    await orh.get(path(v));
    await orh.submit({ fecha: day(0).text, motivo: canary, ...values });
    assert.equal(orh.last.status, 422, JSON.stringify(values));
    assert.match(orh.last.plain, message);
    if (!('motivo' in values)) escaped(assert, orh.last);
  }
  sql(`INSERT INTO transferencia (vinculo_id, persona_id, entidad_origen, entidad_destino, fecha, persona_nombre,
    persona_documento, puesto_origen) VALUES (${v.id}, ${v.persona.id}, ${here.id}, ${there.id}, '${day(5).iso}', 'x', 'x', 'x')`);
  await orh.get(path(v));
  await orh.submit({ fecha: day(0).text, motivo: 'Renuncia' });
  assert.match(orh.last.plain, /propuesta de transferencia sin responder/);
});

test('somebody else saved first: the page says so and the next try works', async () => {
  const v = newVinculo(here);
  await orh.get(path(v));
  sql(`UPDATE vinculo SET puesto = 'Otro puesto' WHERE id = ${v.id}`);
  await orh.submit({ fecha: day(0).text, motivo: 'Renuncia' });
  assert.equal(orh.last.status, 422);
  assert.match(orh.last.plain, /Otra persona guardó cambios/);
  await orh.submit({ fecha: day(0).text, motivo: 'Renuncia' });
  assert.equal(orh.last.status, 303);
});

test('who may not', async () => {
  const v = newVinculo(here);
  const values = { version: '1', accion: 'CESAR', fecha: day(0).text, motivo: 'Ajena' };
  await refusals(assert, path(v), { owner: orh, foreign: other, values });
  assert.equal(one(`SELECT count(*) FROM vinculo WHERE id = ${v.id} AND fecha_cese IS NULL`), '1');
});
