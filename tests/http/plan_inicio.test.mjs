// The entity's plan: adopted, prepared anew, its versions.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newVinculo, one, refusals, signedIn } from './mundo.mjs';
import { add, adopt, lines, planOf, publish } from './plan.mjs';

test('adopting copies the template once; a second click goes on with the same draft', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e);
  assert.match((await orh.get('/plan/inicio')).plain, /todavía no tiene plan publicado/);
  const plan = await adopt(orh);
  const form = orh.last;
  assert.equal(form.status, 303);
  await orh.get('/cuenta/sesiones');
  const again = await orh.post('/plan/inicio', {});
  assert.equal(again.location, `/plan/${plan}/editar`);
  assert.match((await orh.follow()).plain, /Ya había un borrador/);
  assert.equal(one(`SELECT count(*) FROM plan WHERE entidad_id = ${e.id}`), '1');
  assert.equal(lines(plan).length, Number(one(`SELECT count(*) FROM plan_plantilla_actividad a JOIN plan_plantilla p ON p.id = a.plantilla_id AND p.estado = 'PUBLICADA'`)));
  assert.match((await orh.get('/plan/inicio')).plain, /Seguir con el borrador/);
});

test('the next version keeps what was the entity’s own', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e), plan = await adopt(orh);
  await add(orh, plan, { titulo: 'Visita al archivo' });
  assert.equal((await publish(orh, plan)).status, 303, orh.last.plain);
  const page = await orh.get('/plan/inicio');
  assert.match(page.plain, /En vigor: versión 1 Aprobada con Resolución 012-2026-GG/);
  const next = await adopt(orh);
  assert.notEqual(next, plan);
  assert.deepEqual(lines(next).sort(), lines(plan).sort());
  assert.equal(one(`SELECT count(DISTINCT plan_id) FROM plan_actividad WHERE entidad_id = ${e.id}`), '2');
});

test('versions say how many have each', async () => {
  const e = newEntidad(), plan = planOf(e);
  newVinculo(e);
  newVinculo(e);
  const rs = await signedIn('ORH_ANALISTA', e).get('/plan/inicio');
  assert.match(rs.plain, /Versión 1 Publicado Resolución Plan.* 2\b/);
  assert.ok(rs.text.includes(`/plan/${plan}/ver`));
});

test('who may not', async () => {
  const e = newEntidad();
  await refusals(assert, '/plan/inicio', { owner: signedIn('ORH_ANALISTA', e), values: {} });
  assert.equal(one(`SELECT count(*) FROM plan WHERE entidad_id = ${e.id}`), '0');
});
