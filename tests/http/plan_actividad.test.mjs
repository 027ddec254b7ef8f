// A task of the draft, changed.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';
import { add, adopt, lines, planOf } from './plan.mjs';

const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), plan = await adopt(orh);
await add(orh, plan, { titulo: 'Por cambiar' });
const id = one(`SELECT id FROM plan_actividad WHERE plan_id = ${plan} AND titulo = 'Por cambiar'`);
const path = `/plan/actividad/${id}`;

test('shown as it is, changed, moved to another stage', async () => {
  const rs = await orh.get(path);
  assert.equal(rs.forms.at(-1).fields.find((f) => f.name === 'titulo').value, 'Por cambiar');
  assert.equal((await orh.submit({ titulo: 'Cambiada', etapa: 'ESPECIFICA', quien: 'JEFE', dias: '0', cuando: 'CALENDARIO_DESPUES' })).status, 303, orh.last.plain);
  assert.match((await orh.follow()).plain, /Cambiada/);
  assert.deepEqual(lines(plan).at(-1), ['ESPECIFICA', 'Cambiada', 'ENTIDAD']);
});

test('several regimes stay marked, and none means all', async () => {
  const marked = () => orh.last.forms.at(-1).fields.filter((f) => f.name === 'regimen' && f.on).map((f) => f.value);
  await orh.get(path);
  assert.equal((await orh.submit({ regimen: '15,25' })).status, 303, orh.last.plain);
  await orh.get(path);
  assert.deepEqual(marked(), ['15', '25']);
  // One that left the catalogue meanwhile is not lost with the next correction.
  sql("UPDATE regimen SET vigente = false WHERE codigo = '25'");
  assert.match((await orh.get(path)).plain, /Ley 29709[^(]*\(ya no vigente\)/);
  assert.deepEqual(marked(), ['15', '25']);
  sql("UPDATE regimen SET vigente = true WHERE codigo = '25'");
  assert.equal((await orh.submit({ regimen: '' })).status, 303);
  assert.equal(one(`SELECT regimenes IS NULL FROM plan_actividad WHERE id = ${id}`), 't');
});

test('two who change it at once: the second reads why, and its next try holds', async () => {
  const other = signedIn('ORH_JEFE', e);
  await orh.get(path);
  await other.get(path);
  assert.equal((await orh.submit({ titulo: 'De la primera' })).status, 303);
  const rs = await other.submit({ titulo: 'De la segunda' });
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /Otra persona cambió esta actividad/);
  assert.ok(rs.text.includes('De la segunda'));
  assert.equal((await other.submit({ titulo: 'De la segunda' })).status, 303);
  assert.equal(one(`SELECT titulo FROM plan_actividad WHERE id = ${id}`), 'De la segunda');
});

test('SERVIR’s, published and foreign ones do not change', async () => {
  const theirs = one(`SELECT id FROM plan_actividad WHERE plan_id = ${plan} AND origen = 'SERVIR' LIMIT 1`);
  assert.equal((await orh.get(`/plan/actividad/${theirs}`)).status, 303);
  const own = newEntidad(), owner = signedIn('ORH_ANALISTA', own), done = planOf(own);
  assert.equal((await owner.get(`/plan/actividad/${one(`SELECT id FROM plan_actividad WHERE plan_id = ${done} LIMIT 1`)}`)).location, `/plan/${done}/ver`);
  await refusals(assert, path, { owner: orh, foreign: owner, values: { titulo: 'Ajena', etapa: 'ENTIDAD', quien: 'ORH', dias: '1', cuando: 'HABIL_DESPUES', version: '1' } });
  assert.notEqual(one(`SELECT titulo FROM plan_actividad WHERE id = ${id}`), 'Ajena');
});
