// A link of the survey, handed over by the ORH: shown once, the newest alone serves.
import assert from 'node:assert/strict';
import test from 'node:test';
import { client } from './client.mjs';
import { newEntidad, newVinculo, refusals, signedIn } from './mundo.mjs';
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

test('who may not', async () => {
  const e = newEntidad(), v = terminar(newVinculo(e));
  await refusals(assert, `/encuesta/${v.id}/entregar`, { owner: signedIn('ORH_ANALISTA', e), foreign: signedIn('ORH_JEFE', newEntidad()), role: 'JEFE', values: {} });
});
