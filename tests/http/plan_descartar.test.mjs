// A draft thrown away; what is published stays.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn } from './mundo.mjs';
import { adopt, planOf } from './plan.mjs';

test('the draft goes with its rows, and a second click finds nothing', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), plan = await adopt(orh);
  await refusals(assert, `/plan/${plan}/descartar`, { owner: orh, foreign: signedIn('ORH_JEFE', newEntidad()), values: {} });
  assert.match((await orh.get(`/plan/${plan}/descartar`)).plain, /Se borrará el borrador de la versión 1/);
  assert.equal((await orh.post(`/plan/${plan}/descartar`, {})).status, 303);
  assert.match((await orh.follow()).plain, /Se descartó el borrador/);
  assert.equal(one(`SELECT count(*) FROM plan_actividad WHERE plan_id = ${plan}`), '0');
  assert.equal((await orh.post(`/plan/${plan}/descartar`, {})).status, 404);
});

test('a published one is not thrown away', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e), plan = planOf(e);
  assert.equal((await orh.get(`/plan/${plan}/descartar`)).location, '/plan/inicio');
  await orh.get('/plan/inicio');
  assert.equal((await orh.post(`/plan/${plan}/descartar`, {})).status, 404);
  assert.equal(one(`SELECT count(*) FROM plan WHERE id = ${plan}`), '1');
});
