// The draft: one more task of the entity's own, refused when it cannot be.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, one, refusals, signedIn } from './mundo.mjs';
import { activity, add, adopt, lines, planOf } from './plan.mjs';

const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), plan = await adopt(orh);

test('a task with everything; the same twice is one', async () => {
  const own = one(`INSERT INTO material (entidad_id, titulo, tipo, url, para_servidor) VALUES (${e.id}, 'Guía de la sede', 'ENLACE', 'https://example.org/guia', true) RETURNING id`);
  const values = { titulo: `Recorrido ${canary}`, dias: '3', cuando: 'HABIL_ANTES', horas: '1,5', evidencia: '1', opcional: '1',
    descripcion: 'Primera línea', material: own, regimen: '15,25', unidad: e.organo, primer_ingreso: '1' };
  for (let i = 0; i < 2; i++) assert.equal((await add(orh, plan, values)).status, 303, orh.last.plain);
  assert.match((await add(orh, plan, { ...values, regimen: '25' })).plain, /ya tiene una actividad con ese nombre/, 'another one is not the same');
  const rs = await orh.get(`/plan/${plan}/editar`);
  escaped(assert, rs);
  assert.match(rs.plain, /3 días hábiles antes de ingresar/);
  assert.match(rs.plain, /Solo para: régimen .*Ley 29709.*; Oficina de Prueba; primer ingreso al Estado/);
  assert.match(rs.plain, /Material: Guía de la sede/);
  assert.equal(lines(plan).filter(([, t]) => t.startsWith('Recorrido <b>')).length, 1);
  assert.equal(one(`SELECT dias || unidad || horas || array_to_string(regimenes, ',') FROM plan_actividad WHERE plan_id = ${plan} AND material_id = ${own}`), '-3HABIL1.515,25');
});

test('what is wrong is said, and what was typed stays', async () => {
  for (const [values, says] of [
    [{ titulo: '' }, /Escriba qué se hace/], [{ titulo: 'ab' }, /Qué se hace/], [{ dias: 'x' }, /Cuándo/], [{ dias: '400' }, /Cuándo/],
    [{ dias: '' }, /Escriba cuántos días/], [{ horas: 'dos' }, /por ejemplo 2 o 1.5/], [{ horas: '0' }, /por ejemplo 2 o 1.5/],
    [{ horas: '400.5' }, /400 como máximo/], [{ etapa: 'ESTADO' }, /Etapa/], [{ quien: 'NADIE' }, /Quién lo hace/],
    [{ cuando: 'NUNCA' }, /Contados en/], [{ regimen: '15,9x' }, /regímenes/], [{ material: '999999999' }, /Material/], [{ unidad: '999999999' }, /unidad/],
  ]) {
    const rs = await add(orh, plan, { titulo: 'Otra cosa', ...values });
    assert.equal(rs.status, 422, JSON.stringify(values));
    assert.match(rs.plain, says);
    assert.ok(rs.text.includes(values.titulo ?? 'Otra cosa'));
  }
  const title = lines(plan).find(([etapa]) => etapa === 'ENTIDAD')[1];
  const rs = await add(orh, plan, { titulo: title });
  assert.match(rs.plain, /ya tiene una actividad con ese nombre/);
  assert.equal(lines(plan).filter(([, t]) => t === 'Otra cosa').length, 0);
});

test('a published one is only seen; another entity, another role', async () => {
  const done = planOf(newEntidad());
  assert.equal((await orh.get(`/plan/${done}/editar`)).status, 404);
  const own = newEntidad(), owner = signedIn('ORH_JEFE', own), seen = planOf(own);
  assert.equal((await owner.get(`/plan/${seen}/editar`)).location, `/plan/${seen}/ver`);
  await owner.get('/plan/inicio');
  assert.equal((await owner.post(`/plan/${seen}/editar`, activity())).status, 404);
  await refusals(assert, `/plan/${plan}/editar`, { owner: orh, foreign: signedIn('ORH_JEFE', newEntidad()), values: activity({ titulo: 'Ajena' }) });
  assert.equal(lines(plan).filter(([, t]) => t === 'Ajena').length, 0);
});
