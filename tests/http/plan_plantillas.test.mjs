// SERVIR's template: its versions, the next draft, its tasks in order, published. One draft exists at a time, so all of
// it is one story.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';
import { activity, adopt, lines, plantilla } from './plan.mjs';

const admin = signedIn('SERVIR_ADMIN'), orh = signedIn('ORH_ANALISTA', newEntidad());
const rows = (id) => sql(`SELECT etapa, titulo FROM plan_plantilla_actividad WHERE plantilla_id = ${id}
  ORDER BY array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], etapa), orden, id`);
const line = (id, t) => one(`SELECT id FROM plan_plantilla_actividad WHERE plantilla_id = ${id} AND titulo = '${t}'`);

test('from the version in force to the next', async () => {
  const old = plantilla();
  await refusals(assert, '/plan/plantillas', { owner: admin });
  // A draft that another test left.
  sql(`DELETE FROM plan_plantilla_actividad a USING plan_plantilla p WHERE p.id = a.plantilla_id AND p.estado = 'BORRADOR';
    DELETE FROM plan_plantilla WHERE estado = 'BORRADOR'`);
  await admin.get('/plan/plantillas');
  await admin.post('/plan/plantillas', {});
  const id = /(\d+)$/.exec(admin.last.location)[1];
  assert.deepEqual(rows(id), rows(old));
  await admin.get('/plan/plantillas');
  assert.equal((await admin.post('/plan/plantillas', {})).location, `/plan/plantilla/${id}`, 'a second click goes on with it');

  const path = `/plan/plantilla/${id}`;
  assert.equal((await orh.get(path)).status, 404, 'a draft is SERVIR’s');
  assert.equal((await signedIn('SERVIR_REVISOR').get(path)).status, 200);
  for (const t of ['Nueva uno', 'Nueva dos', 'Nueva dos']) {
    await admin.get(path);
    assert.equal((await admin.submit(activity({ titulo: t, etapa: 'ESTADO', quien: 'SERVIDOR' }))).status, 303, admin.last.plain);
  }
  assert.deepEqual(rows(id).filter(([e]) => e === 'ESTADO').slice(-2).map(([, t]) => t), ['Nueva uno', 'Nueva dos']);
  await admin.get(path);
  assert.equal((await admin.submit(activity({ titulo: '' }))).status, 422);

  const order = `/plan/plantilla_ordenar/${id}`;
  await admin.get(order);
  await admin.post(order, { sube: line(id, 'Nueva dos') });
  assert.deepEqual(rows(id).filter(([e]) => e === 'ESTADO').slice(-2).map(([, t]) => t), ['Nueva dos', 'Nueva uno']);
  await admin.get(order);
  await admin.post(order, { quita: line(id, 'Nueva dos') });
  assert.ok(!rows(id).some(([, t]) => t === 'Nueva dos'));

  const change = `/plan/plantilla_actividad/${line(id, 'Nueva uno')}`;
  await admin.get(change);
  assert.equal((await admin.submit({ titulo: 'Nueva cambiada' })).status, 303, admin.last.plain);
  assert.ok(rows(id).some(([, t]) => t === 'Nueva cambiada'));
  for (const p of [order, change, `/plan/plantilla_publicar/${id}`]) assert.equal((await orh.get(p)).status, 403);

  const publish = `/plan/plantilla_publicar/${id}`;
  const kept = await adopt(orh);
  await admin.get(publish);
  assert.equal((await admin.submit({ nota: '' })).status, 422);
  assert.equal((await admin.submit({ nota: 'Acuerdo de prueba' })).status, 303, admin.last.plain);
  assert.match((await admin.follow()).plain, /Se publicó la plantilla/);
  assert.equal(plantilla(), id);
  assert.equal((await admin.get(publish)).location, path);
  assert.equal((await orh.get(path)).status, 200);
  assert.ok(!lines(kept).some(([, t]) => t === 'Nueva cambiada'), 'a draft that was adopted stays as it is');
  await orh.get('/plan/inicio');
  await orh.post(`/plan/${kept}/descartar`, {});
  assert.ok(lines(await adopt(orh)).some(([, t]) => t === 'Nueva cambiada'));
  await admin.get('/plan/plantillas');
  assert.equal((await admin.post(path, activity({ titulo: 'Después' }))).status, 404, 'a published one does not change');
});
