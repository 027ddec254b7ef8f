import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here), other = signedIn('ORH_ANALISTA', there);
const path = (v) => `/servidor/${v.id}/transferir`;

test('find the entity, give the date, send: three pages, three clicks', async () => {
  const v = newVinculo(here);
  await orh.get(path(v));
  await orh.submit({ q: there.sigla.toLowerCase() });
  assert.equal(orh.last.status, 200);
  assert.ok(orh.last.plain.includes(there.nombre));
  const page = orh.last;
  await orh.submit({ fecha: day(10).text, motivo: 'Designación' });
  assert.equal(orh.last.status, 303, orh.last.plain);
  assert.match((await orh.follow()).plain, /Se envió la propuesta/);
  const row = () => sql(`SELECT entidad_destino, fecha, estado FROM transferencia WHERE vinculo_id = ${v.id}`);
  assert.deepEqual(row(), [[there.id, day(10).iso, 'PROPUESTA']]);
  orh.last = page;
  await orh.submit({ fecha: day(10).text });
  assert.equal(orh.last.status, 303);
  assert.match((await orh.follow()).plain, /no se duplicó/);
  assert.equal(row().length, 1);
  await orh.get(path(v));
  assert.match(orh.last.plain, /Ya hay una propuesta/);
});

test('several fit: one is chosen; none fits; own entity is not offered', async () => {
  const v = newVinculo(here);
  await orh.get(`${path(v)}?q=municipalidad`);
  assert.match(orh.last.plain, /más de 20 entidades/);
  await orh.submit({ fecha: day(5).text });
  assert.equal(orh.last.status, 422);
  assert.match(orh.last.plain, /¿A qué entidad pasa\?: elija una opción/);
  await orh.get(`${path(v)}?q=${encodeURIComponent(`zz ${canary}`)}`);
  assert.match(orh.last.plain, /Ninguna entidad coincide/);
  escaped(assert, orh.last);
  await orh.get(`${path(v)}?q=${here.sigla}`);
  assert.match(orh.last.plain, /Ninguna entidad coincide/);
});

test('refused, with the message and what was typed', async () => {
  const v = newVinculo(here);
  const tries = [[{ fecha: '' }, /primer día/], [{ fecha: '99/99/9999' }, /escriba la fecha/],
    [{ fecha: day(-60).text }, /Revise la fecha/], [{ fecha: day(120).text }, /90 días/],
    [{ destino: here.id }, /distinta de la suya/], [{ destino: '999999999' }, /distinta de la suya/], [{ destino: 'x' }, /opción de la lista/]];
  for (const [values, message] of tries) {
    await orh.get(`${path(v)}?q=${there.sigla}`);
    await orh.submit({ fecha: day(5).text, motivo: canary, ...values });
    assert.equal(orh.last.status, 422, JSON.stringify(values));
    assert.match(orh.last.plain, message);
    escaped(assert, orh.last);
  }
  assert.equal(one(`SELECT count(*) FROM transferencia WHERE vinculo_id = ${v.id}`), '0');
  sql(`UPDATE vinculo SET fecha_cese = '${day(-1).iso}' WHERE id = ${v.id}`);
  assert.match((await orh.get(path(v))).plain, /no se puede transferir/);
});

test('who may not', async () => {
  const v = newVinculo(here);
  const values = { destino: there.id, fecha: day(5).text };
  await refusals(assert, path(v), { owner: orh, foreign: other, values });
  assert.equal(one(`SELECT count(*) FROM transferencia WHERE vinculo_id = ${v.id}`), '0');
});
