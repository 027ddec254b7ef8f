// A link of the survey, handed over by the ORH: shown once, the newest alone serves.
import assert from 'node:assert/strict';
import test from 'node:test';
import { client } from './client.mjs';
import { newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { terminar } from './recorrido.mjs';

const link = (c) => /\/encuesta\/enlace\/[\w-]{43}/.exec(c.last.text)?.[0];

test('only when the stages are done; a new one replaces the last; not once it was answered', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), v = newVinculo(e), path = `/encuesta/${v.id}/entregar`;
  const ask = async () => { await orh.get(path); return orh.post(path); };
  assert.equal((await ask()).status, 422);
  assert.match(orh.last.plain, /se abre cuando/);
  terminar(v);
  assert.equal((await ask()).status, 200);
  const first = link(orh);
  await ask();
  const second = link(orh), c = client();
  assert.equal((await c.get(first)).status, 410);
  await c.get(second);
  assert.equal((await c.post(second, { p1: '1', p2: '1', p3: '1', p4: '1', p5: '1', p6: '' })).status, 303);
  assert.equal((await ask()).status, 422);
  assert.match(orh.last.plain, /ya respondió/);
});

test('not to somebody who can answer from an account, nor what was handed over before; each stays in the history', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), v = terminar(newVinculo(e)), path = `/encuesta/${v.id}/entregar`;
  await orh.get(path);
  await orh.post(path);
  const before = link(orh), c = client(), answers = { p1: '1', p2: '1', p3: '1', p4: '1', p5: '1', p6: '' };
  assert.match((await orh.get(`/servidor/${v.id}/historia`)).plain, /Se entregó un enlace de la encuesta/);
  assert.deepEqual(sql(`SELECT count(*), max(usuario_id) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'ENCUESTA_ENTREGADA'`)[0], ['1', orh.usuario]);
  // Who hands it over cannot answer.
  assert.match((await orh.get(before)).plain, /solo ella puede responder/);
  assert.equal((await orh.post(before, answers)).status, 409);
  assert.match((await c.get(before)).plain, /Enviar sin mi nombre/);
  const page = c.last, own = signedIn('SERVIDOR', e, v.persona);
  await orh.get(path);
  assert.equal((await orh.post(path)).status, 422);
  assert.match(orh.last.plain, /tiene una cuenta en el portal: responde la encuesta desde ahí/);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'ENCUESTA_ENTREGADA'`), '1');
  c.last = page;
  assert.equal((await c.post(before, answers)).status, 409);
  assert.match((await c.get(before)).plain, /entre con ella/);
  assert.match((await own.get('/encuesta/responder')).plain, /Enviar sin mi nombre/);
});

test('who may not', async () => {
  const e = newEntidad(), v = terminar(newVinculo(e));
  await refusals(assert, `/encuesta/${v.id}/entregar`, { owner: signedIn('ORH_ANALISTA', e), foreign: signedIn('ORH_JEFE', newEntidad()), role: 'JEFE', values: {} });
});
