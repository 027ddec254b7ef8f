// Publishing: with its document, touching those it says and nobody else.
import test from 'node:test';
import assert from 'node:assert/strict';
import { day, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { add, adopt, planOf, publish } from './plan.mjs';

const tasks = (v) => Number(one(`SELECT count(*) FROM actividad WHERE vinculo_id = ${v.id}`));

test('who is registered afterwards gets tasks; who was before keeps none, unless asked for', async () => {
  for (const also of [false, true]) {
    const e = newEntidad(), orh = signedIn('ORH_JEFE', e), before = newVinculo(e), plan = await adopt(orh);
    assert.match((await orh.get(`/plan/${plan}/publicar`)).plain, /1 persona está en inducción y no tiene tareas/);
    assert.equal((await orh.submit({ documento: 'Resolución 1', ...(also ? { tambien: '1' } : {}) })).status, 303, orh.last.plain);
    assert.match((await orh.follow()).plain, /Se publicó el plan.*Aprobado con Resolución 1/);
    assert.equal(tasks(before) > 0, also);
    assert.ok(tasks(newVinculo(e)) > 0);
    assert.equal(one(`SELECT estado FROM plan WHERE id = ${plan}`), 'PUBLICADO');
  }
});

test('each keeps the version they got', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), first = planOf(e), old = newVinculo(e);
  const kept = sql(`SELECT id, titulo, fecha_prevista FROM actividad WHERE vinculo_id = ${old.id} ORDER BY id`);
  const next = await adopt(orh);
  await add(orh, next, { titulo: 'Solo en la segunda' });
  await orh.get(`/plan/${next}/publicar`);
  assert.match(orh.last.plain, /1 persona ya tiene tareas y las conserva.*La versión 1 queda reemplazada/);
  assert.equal((await publish(orh, next)).status, 303, orh.last.plain);
  assert.deepEqual(sql(`SELECT id, titulo, fecha_prevista FROM actividad WHERE vinculo_id = ${old.id} ORDER BY id`), kept);
  const fresh = newVinculo(e);
  assert.equal(one(`SELECT count(*) FROM actividad WHERE vinculo_id = ${fresh.id} AND titulo = 'Solo en la segunda'`), '1');
  assert.equal(one(`SELECT estado FROM plan WHERE id = ${first}`), 'REEMPLAZADO');
});

test('what is wrong is said; a second click is the first', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e), plan = await adopt(orh);
  for (const [values, says] of [[{ documento: '' }, /Escriba el tipo y el número/], [{ fecha_aprobacion: '31/02/2026' }, /Fecha del documento/],
    [{ fecha_aprobacion: day(2).text }, /no puede ser posterior a hoy/], [{ vigente: day(800).text }, /dentro de un año/], [{ vigente: '' }, /Rige desde|Escriba/]]) {
    const rs = await publish(orh, plan, values);
    assert.equal(rs.status, 422, JSON.stringify(values));
    assert.match(rs.plain, says);
  }
  await orh.get(`/plan/${plan}/publicar`);
  const pairs = orh.last.forms.at(-1).fields.filter((f) => f.on).map((f) => [f.name, f.name === 'documento' ? 'Acta 3' : f.value]);
  for (let i = 0; i < 2; i++) assert.equal((await orh.post(`/plan/${plan}/publicar`, pairs)).location, `/plan/${plan}/ver`, orh.last.plain);
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE tabla = 'plan' AND registro_id = '${plan}' AND despues ->> 'estado' = 'PUBLICADO'`), '1');
});

test('an empty draft is not published; nor by others', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e), plan = await adopt(orh);
  await refusals(assert, `/plan/${plan}/publicar`, { owner: orh, foreign: signedIn('ORH_JEFE', newEntidad()),
    values: { documento: 'Ajeno', fecha_aprobacion: day(0).text, vigente: day(0).text } });
  sql(`DELETE FROM plan_actividad WHERE plan_id = ${plan}`);
  assert.match((await publish(orh, plan)).plain, /no tiene actividades/);
  assert.equal(one(`SELECT estado FROM plan WHERE id = ${plan}`), 'BORRADOR');
});
