// One stage moved by hand: by the ORH, by the jefe, undone, refused; the file shows the way there.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here), other = signedIn('ORH_ANALISTA', there);
const stage = (v, tipo) => one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = '${tipo}'`);
const state = (id) => one(`SELECT estado FROM etapa WHERE id = ${id}`);
const path = (id) => `/etapa/${id}/marcar`;

test('from the file: finished with a date, seen in the history, undone', async () => {
  const v = newVinculo(here), id = stage(v, 'ENTIDAD');
  await orh.get(`/servidor/${v.id}/ficha`);
  assert.ok(orh.last.text.includes(`href="${path(id)}"`));
  await orh.get(path(id));
  await orh.submit({ estado: 'CULMINADA', fecha: day(-3).text });
  assert.equal(orh.last.location, `/servidor/${v.id}/ficha`);
  await orh.follow();
  assert.match(orh.last.plain, /Se actualizó la etapa/);
  assert.match(orh.last.plain, new RegExp(`Culminó el ${day(-3).text}`));
  assert.match(orh.last.plain, /Etapa culminada, del .*Estado: Pendiente → Culminada/);
  await orh.get(path(id));
  await orh.submit({ estado: 'PENDIENTE' });
  assert.equal(state(id), 'PENDIENTE');
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id}`), '2');
});

test('it does not apply, with its reason as text', async () => {
  const v = newVinculo(here), id = stage(v, 'ESPECIFICA');
  await orh.get(path(id));
  await orh.submit({ estado: 'NO_APLICA', motivo: canary });
  assert.equal(orh.last.status, 303, orh.last.plain);
  escaped(assert, await orh.follow());
  await orh.get(path(id));
  escaped(assert, orh.last);
});

test('refused, with its message and what was typed', async () => {
  const v = newVinculo(here), id = stage(v, 'ENTIDAD'), a = stage(v, 'ESTADO');
  const tries = [[id, { estado: 'CULMINADA', fecha: '' }, /Escriba la fecha/], [id, { estado: 'CULMINADA', fecha: 'ayer' }, /escriba la fecha/],
    [id, { estado: 'CULMINADA', fecha: day(1).text }, /posterior a hoy/], [id, { estado: 'CULMINADA', fecha: day(-61).text }, /anterior a su ingreso/],
    [id, { estado: 'NO_APLICA', motivo: '' }, /Escriba el motivo/], [a, { estado: 'CULMINADA', fecha: day(0).text, motivo: '' }, /Escriba el motivo/],
    [id, { estado: '' }, /Elija qué pasó/], [id, { estado: 'VALIDADA' }, /no permite ese paso/], [id, { estado: 'X' }, /no permite ese paso/]];
  for (const [stageId, values, message] of tries) {
    await orh.get(path(stageId));
    await orh.submit({ fecha: day(0).text, motivo: canary, ...values });
    assert.equal(orh.last.status, 422, JSON.stringify(values));
    assert.match(orh.last.plain, message);
    if (!('motivo' in values)) escaped(assert, orh.last);
  }
  assert.deepEqual([state(id), state(a)], ['PENDIENTE', 'PENDIENTE']);
});

test('pressed twice is once; another tab is told; what SERVIR validated stays', async () => {
  const v = newVinculo(here), id = stage(v, 'ENTIDAD');
  await orh.get(path(id));
  const tab = orh.last;
  const values = { estado: 'CULMINADA', fecha: day(-1).text };
  await orh.submit(values);
  orh.last = tab;
  await orh.submit(values);
  assert.equal(orh.last.status, 303, 'twice');
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id}`), '1');
  orh.last = tab;
  await orh.submit({ estado: 'NO_APLICA', motivo: 'Otra pestaña' });
  assert.equal(orh.last.status, 422);
  assert.match(orh.last.plain, /cambió mientras usted la veía/);
  sql(`UPDATE etapa SET estado = 'VALIDADA' WHERE id = ${id}`);
  await orh.get(path(id));
  assert.match(orh.last.plain, /Lo que SERVIR validó se conserva/);
  assert.equal(orh.last.forms.filter((f) => f.action === '' && f.method === 'post').length, 0);
});

test('a jefe: stage C of their people, no other', async () => {
  const p = newPersona(), boss = newVinculo(here, { persona: p }), mine = newVinculo(here), theirs = newVinculo(here);
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id = ${mine.id}`);
  const jefe = signedIn('JEFE', here, p);
  await jefe.get(path(stage(mine, 'ESPECIFICA')));
  await jefe.submit({ estado: 'CULMINADA', fecha: day(-1).text });
  assert.equal(jefe.last.location, '/mi/inicio');
  assert.equal(state(stage(mine, 'ESPECIFICA')), 'CULMINADA');
  await jefe.get(path(stage(mine, 'ENTIDAD')));
  assert.match(jefe.last.plain, /no tiene nada que registrar/);
  for (const id of [stage(mine, 'ENTIDAD'), stage(boss, 'ESPECIFICA'), stage(theirs, 'ESPECIFICA')]) {
    const rs = await jefe.post(path(id), { version: '1', estado: 'CULMINADA', fecha: day(-1).text, motivo: 'No debe' });
    assert.ok([403, 404].includes(rs.status), String(rs.status));
    assert.equal(state(id), 'PENDIENTE');
    await jefe.get('/cuenta/sesiones');
  }
  assert.equal((await jefe.get(path(stage(theirs, 'ESPECIFICA')))).status, 404);
});

test('who may not', async () => {
  const v = newVinculo(here), id = stage(v, 'ENTIDAD');
  await refusals(assert, path(id), { owner: orh, foreign: other, values: { version: '1', estado: 'EN_CURSO', fecha: day(0).text } });
  assert.equal(state(id), 'PENDIENTE');
});
