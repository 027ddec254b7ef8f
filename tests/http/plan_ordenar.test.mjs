// The order of a draft, and what leaves it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn } from './mundo.mjs';
import { add, adopt, lines, planOf } from './plan.mjs';

const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), plan = await adopt(orh);
await add(orh, plan, { titulo: 'Propia uno', etapa: 'ESPECIFICA' });
await add(orh, plan, { titulo: 'Propia dos', etapa: 'ESPECIFICA' });
const id = (t) => one(`SELECT id FROM plan_actividad WHERE plan_id = ${plan} AND titulo = '${t}'`);
const stage = () => lines(plan).filter(([etapa]) => etapa === 'ESPECIFICA').map(([, t]) => t);
const path = `/plan/${plan}/ordenar`;

test('up and down within the stage', async () => {
  const before = stage();
  await orh.get(path);
  assert.equal((await orh.post(path, { sube: id('Propia dos') })).status, 303, orh.last.plain);
  assert.deepEqual(stage().slice(-2), ['Propia dos', 'Propia uno']);
  await orh.follow();
  await orh.post(path, { baja: id('Propia dos') });
  assert.deepEqual(stage(), before);
  await orh.follow();
  await orh.post(path, { baja: id('Propia dos') });
  assert.deepEqual(stage(), before, 'the last stays last');
});

test('own and optional ones leave; what SERVIR asks for stays', async () => {
  await orh.get(path);
  await orh.post(path, { quita: id('Propia dos') });
  assert.ok(!stage().includes('Propia dos'));
  await orh.follow();
  const asked = one(`SELECT id FROM plan_actividad WHERE plan_id = ${plan} AND origen = 'SERVIR' AND obligatoria LIMIT 1`);
  const optional = one(`SELECT id FROM plan_actividad WHERE plan_id = ${plan} AND origen = 'SERVIR' AND NOT obligatoria LIMIT 1`);
  for (const x of [asked, optional]) {
    await orh.get(path);
    await orh.post(path, { quita: x });
  }
  assert.equal(one(`SELECT count(*) FROM plan_actividad WHERE id = ${asked}`), '1');
  assert.equal(one(`SELECT count(*) FROM plan_actividad WHERE id = ${optional}`), '0');
  await orh.get(path);
  assert.equal((await orh.post(path, {})).status, 422);
});

test('not of another entity, nor of another plan, nor of a published one', async () => {
  const own = newEntidad(), owner = signedIn('ORH_JEFE', own), done = planOf(own);
  const line = one(`SELECT id FROM plan_actividad WHERE plan_id = ${done} LIMIT 1`);
  assert.equal((await owner.get(`/plan/${done}/ordenar`)).location, `/plan/${done}/ver`);
  await owner.get('/plan/inicio');
  await owner.post(`/plan/${done}/ordenar`, { quita: line });
  await orh.get(path);
  await orh.post(path, { quita: line });
  assert.equal(one(`SELECT count(*) FROM plan_actividad WHERE id = ${line}`), '1');
  await refusals(assert, path, { owner: orh, foreign: owner, values: { quita: id('Propia uno') } });
  assert.ok(stage().includes('Propia uno'));
});
