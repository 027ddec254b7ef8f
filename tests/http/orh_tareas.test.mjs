// The tasks of the plan across people: overdue and of this week, many in one go.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { box, planned, task, withBoss } from './tareas.mjs';

const plan = [['ENTIDAD', 'ORH', 'Bienvenida'], ['ENTIDAD', 'SERVIDOR', 'Leer el reglamento'], ['ESPECIFICA', 'TUTOR', 'Acompañar', { dias: 90 }]];

test('what presses first, counted at home; all of the ORH in one go, twice is once', async () => {
  const e = planned(plan), orh = signedIn('ORH_ANALISTA', e);
  const people = Array.from({ length: 3 }, () => newVinculo(e, { ingreso: day(-20).iso }));
  assert.match((await orh.get('/orh/inicio')).plain, /6 tareas del plan vencidas o de esta semana/);
  const page = await orh.get('/orh/tareas');
  assert.equal(box(page, 'tarea').length, 6);
  assert.ok(!page.plain.includes('Acompañar'));
  assert.match((await orh.get('/orh/tareas?ver=TODAS')).plain, /Acompañar/);
  assert.equal(box(await orh.get('/orh/tareas?quien=SERVIDOR'), 'tarea').length, 3);
  await orh.get('/orh/tareas');
  const values = { pagina: box(orh.last, 'pagina').map((f) => f.value), todas: '1', fecha: day(-1).text, ver: 'URGENTES', quien: '', despues: '', csrf: box(orh.last, 'csrf')[0].value };
  for (let i = 0; i < 2; i++) {
    const rs = await orh.post('/orh/tareas', values);
    assert.deepEqual([rs.status, rs.location], [303, '/orh/tareas?ver=URGENTES&quien='], rs.plain);
  }
  assert.deepEqual(sql(`SELECT quien, estado, count(*) FROM actividad WHERE entidad_id = ${e.id} GROUP BY 1, 2 ORDER BY 1`),
    [['ORH', 'HECHA', '3'], ['SERVIDOR', 'PENDIENTE', '3'], ['TUTOR', 'PENDIENTE', '3']]);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${people[0].id} AND tipo = 'TAREA_HECHA'`), '1');
});

test('one bad date and nothing is saved: the names are said', async () => {
  const e = planned(plan), orh = signedIn('ORH_JEFE', e), old = newVinculo(e, { ingreso: day(-20).iso }), young = newVinculo(e, { ingreso: day(-2).iso });
  await orh.get('/orh/tareas');
  const rs = await orh.submit({ tarea: box(orh.last, 'tarea').map((f) => f.value), fecha: day(-5).text });
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /No se guardó nada.*«Bienvenida»: la fecha es anterior a su ingreso/);
  assert.ok(box(rs, 'tarea').every((f) => f.checked));
  assert.equal(one(`SELECT count(*) FROM actividad WHERE vinculo_id IN (${old.id}, ${young.id}) AND estado = 'HECHA'`), '0');
  await orh.get('/orh/tareas');
  assert.match((await orh.submit({ fecha: day(0).text, ver: 'URGENTES' })).plain, /Marque por lo menos una tarea/);
});

test('pages of fifty; who left and what is closed is not there', async () => {
  const e = planned(plan), orh = signedIn('ORH_JEFE', e);
  for (let i = 0; i < 26; i++) newVinculo(e, { ingreso: day(-20).iso });
  const gone = newVinculo(e, { ingreso: day(-20).iso });
  sql(`UPDATE vinculo SET fecha_cese = hoy() - 1 WHERE id = ${gone.id}`);
  const first = await orh.get('/orh/tareas');
  assert.equal(box(first, 'tarea').length, 50);
  const next = /href="([^"]*despues=\d+)"/.exec(first.text)[1].replaceAll('&amp;', '&');
  assert.equal(box(await orh.get(next), 'tarea').length, 2);
  assert.ok(!(await orh.get('/orh/tareas?ver=TODAS&quien=ORH')).text.includes(`/servidor/${gone.id}/`));
});

test('nothing foreign; who may not; markup; empty', async () => {
  const e = planned([['ENTIDAD', 'ORH', canary]]), other = planned(plan), orh = signedIn('ORH_JEFE', e), { v } = withBoss(other);
  withBoss(e);
  escaped(assert, await orh.get('/orh/tareas?ver=TODAS'));
  assert.ok(!orh.last.plain.includes('Bienvenida'));
  assert.match((await orh.post('/orh/tareas', { tarea: `${task(v, 'Bienvenida')}.1`, fecha: day(0).text, ver: 'TODAS', quien: '', despues: '' })).plain, /no está a su alcance/);
  await refusals(assert, '/orh/tareas', { owner: orh, values: { fecha: day(0).text } });
  assert.match((await signedIn('ORH_JEFE', newEntidad()).get('/orh/tareas')).plain, /No hay tareas pendientes/);
});
