// One task: done, not for this person, undone; by whom it is.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, one, signedIn } from './mundo.mjs';
import { box, planned, stateOf, task, withBoss } from './tareas.mjs';

const e = planned([['ENTIDAD', 'ORH', 'Bienvenida'], ['ENTIDAD', 'SERVIDOR', 'Leer el reglamento'], ['ESPECIFICA', 'JEFE', 'Explicar funciones']]);
const orh = signedIn('ORH_JEFE', e), foreign = signedIn('ORH_JEFE', newEntidad());
const path = (v, t) => `/tarea/${task(v, t)}/marcar`;

test('done with a date, undone, not for this person with its reason', async () => {
  const { v } = withBoss(e), at = path(v, 'Bienvenida');
  assert.match((await orh.get(at)).plain, /Le toca a La ORH/);
  assert.equal((await orh.submit({ estado: 'HECHA', fecha: day(-2).text })).status, 303, orh.last.plain);
  assert.equal(one(`SELECT hecha_el FROM actividad WHERE id = ${task(v, 'Bienvenida')}`), day(-2).iso);
  await orh.get(at);
  assert.equal((await orh.submit({ estado: 'PENDIENTE' })).status, 303);
  await orh.get(at);
  assert.match((await orh.submit({ estado: 'NO_APLICA' })).plain, /Escriba el motivo/);
  await orh.get(at);
  assert.equal((await orh.submit({ estado: 'NO_APLICA', motivo: canary })).status, 303);
  assert.equal(stateOf(v, 'Bienvenida'), 'NO_APLICA');
  escaped(assert, await orh.get(at));
  escaped(assert, await orh.get(`/servidor/${v.id}/tareas`));
});

test('bad dates, an old version, a state that is none', async () => {
  const { v } = withBoss(e), at = path(v, 'Bienvenida');
  for (const [fecha, said] of [[day(1).text, /posterior a hoy/], [day(-40).text, /anterior a su ingreso/], ['', /Escriba la fecha/], ['31/02/2026', /fecha/]]) {
    await orh.get(at);
    const rs = await orh.submit({ estado: 'HECHA', fecha });
    assert.equal(rs.status, 422);
    assert.match(rs.plain, said);
    assert.equal(box(rs, 'fecha')[0].value, fecha);
  }
  await orh.get(at);
  assert.match((await orh.submit({ estado: 'HECHA', version: '7' })).plain, /cambió mientras usted la veía/);
  for (const estado of ['OTRO', '', 'PENDIENTE']) {
    await orh.get(at);
    assert.equal((await orh.post(at, { version: '1', estado, fecha: day(0).text, motivo: '' })).status, 422, estado);
  }
  assert.equal(stateOf(v, 'Bienvenida'), 'PENDIENTE');
});

test('a servidor marks their own and no other, nor says that it does not apply', async () => {
  const { boss, v } = withBoss(e), own = signedIn('SERVIDOR', e, v.persona), jefe = signedIn('JEFE', e, boss.persona);
  await own.get(path(v, 'Leer el reglamento'));
  assert.equal((await own.post(path(v, 'Leer el reglamento'), { version: '1', estado: 'NO_APLICA', fecha: '', motivo: 'Porque no' })).status, 422);
  await own.get(path(v, 'Leer el reglamento'));
  assert.equal((await own.submit({ estado: 'HECHA' })).status, 303, own.last.plain);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'TAREA_HECHA' AND usuario_id = ${own.usuario}`), '1');
  assert.match((await own.get(path(v, 'Bienvenida'))).plain, /la registra otra persona/);
  for (const [c, t] of [[own, 'Bienvenida'], [jefe, 'Bienvenida'], [own, 'Explicar funciones']]) {
    await c.get('/cuenta/sesiones');
    const rs = await c.post(path(v, t), { version: '1', estado: 'HECHA', fecha: day(0).text, motivo: '' });
    assert.ok([404, 422].includes(rs.status));
    assert.equal(stateOf(v, t), 'PENDIENTE');
  }
  assert.equal((await foreign.get(path(v, 'Bienvenida'))).status, 404);
  await foreign.get('/cuenta/sesiones');
  assert.equal((await foreign.post(path(v, 'Bienvenida'), { version: '1', estado: 'HECHA', fecha: day(0).text, motivo: '' })).status, 404);
  assert.equal((await signedIn('SERVIDOR', e, withBoss(e).v.persona).get(path(v, 'Leer el reglamento'))).status, 404);
  await orh.get(path(v, 'Bienvenida'));
  assert.equal((await orh.post(path(v, 'Bienvenida'), { version: '1', estado: 'HECHA', fecha: day(0).text, motivo: '', csrf: 'A'.repeat(43) })).status, 403);
});
