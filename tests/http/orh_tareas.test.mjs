// The tasks of the plan across people: overdue and of this week, many in one go.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
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

// What a browser sends of the page, with a file.
const values = (page, more) => ({ ...Object.fromEntries(['csrf', 'ver', 'quien', 'actividad', 'despues'].map((n) => [n, box(page, n)[0].value])),
  pagina: box(page, 'pagina').map((f) => f.value), fecha: day(-1).text, ...more });
const pdf = () => Buffer.from(`%PDF-1.4\n${randomBytes(20).toString('hex')}\n%%EOF\n`);
const evidence = (e) => sql(`SELECT count(*), count(DISTINCT sha256), count(DISTINCT actividad_id), count(lista_el) FROM evidencia WHERE entidad_id = ${e.id}`)[0].join();

test('one list of attendance for three people: kept once, a row each, twice is once; the reviewer reads of how many', async () => {
  const e = planned([['ENTIDAD', 'ORH', 'Bienvenida', { evidencia: true }]]), orh = signedIn('ORH_ANALISTA', e), data = pdf();
  const people = Array.from({ length: 4 }, () => newVinculo(e, { ingreso: day(-20).iso }));
  const page = await orh.get('/orh/tareas'), boxes = people.slice(0, 3).map((v) => `${task(v, 'Bienvenida')}.1`);
  for (let i = 0; i < 2; i++) {
    const rs = await orh.upload('/orh/tareas', values(page, { tarea: boxes }), { archivo: { filename: `lista ${canary}.pdf`, data } });
    assert.equal(rs.status, 303, rs.plain);
  }
  assert.equal(evidence(e), '3,1,3,3');
  assert.equal(one(`SELECT count(*) FROM actividad WHERE entidad_id = ${e.id} AND estado = 'HECHA'`), '3');
  assert.equal(one(`SELECT count(*) FROM evento WHERE entidad_id = ${e.id} AND tipo = 'TAREA_HECHA'`), '3');
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() - 1 WHERE entidad_id = ${e.id} AND tipo = 'ENTIDAD'`);
  assert.equal(one(`SELECT count(*) FROM etapa WHERE entidad_id = ${e.id} AND rareza LIKE '%EVIDENCIA_OTRA%'`), '0');
  const own = signedIn('SERVIDOR', e, people[0].persona), reviewer = signedIn('SERVIR_REVISOR');
  const file = one(`SELECT id FROM evidencia WHERE vinculo_id = ${people[0].id}`), others = one(`SELECT id FROM evidencia WHERE vinculo_id = ${people[1].id}`);
  assert.deepEqual([(await own.get(`/evidencia/${file}/archivo`)).status, (await own.get(`/evidencia/${others}/archivo`)).status], [200, 404]);
  for (const c of [own, orh]) assert.match((await c.get(`/tarea/${task(people[0], 'Bienvenida')}/evidencia`)).plain, /Lista de 3 personas/);
  assert.ok(!orh.last.plain.includes('El mismo archivo está en otra etapa'));
  escaped(assert, orh.last);
  const rs = await reviewer.get(`/servir/revision?q=${e.sigla}`);
  assert.equal(rs.plain.match(/Lista de 3 personas\./g)?.length, 3);
  assert.ok(!rs.plain.includes('Repetida'));
  // The same file for somebody who was not on it, by themselves.
  sql(`UPDATE etapa SET estado = 'EN_CURSO', fecha_fin = NULL WHERE vinculo_id = ${people[3].id} AND tipo = 'ENTIDAD'`);
  const at = `/tarea/${task(people[3], 'Bienvenida')}/evidencia`;
  await orh.get(at);
  assert.equal((await orh.upload(at, { version: '1', fecha: day(-1).text }, { archivo: { filename: 'lista.pdf', data } })).status, 303);
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE vinculo_id = ${people[3].id} AND tipo = 'ENTIDAD'`);
  assert.deepEqual(sql(`SELECT vinculo_id FROM etapa WHERE entidad_id = ${e.id} AND rareza LIKE '%EVIDENCIA_OTRA_PERSONA%'`), [[String(people[3].id)]]);
});

test('a list with one bad line keeps nothing; of one person it is a file like any other; not a file, too large, foreign', async () => {
  const e = planned(plan), other = planned(plan), orh = signedIn('ORH_JEFE', e), old = newVinculo(e, { ingreso: day(-20).iso }), young = newVinculo(e, { ingreso: day(0).iso });
  const page = await orh.get('/orh/tareas'), both = [old, young].map((v) => `${task(v, 'Bienvenida')}.1`);
  const send = (tarea, data, more = {}) => orh.upload('/orh/tareas', values(page, { tarea, ...more }), { archivo: { filename: 'lista.pdf', data } });
  const { v } = withBoss(other);
  for (const [rs, said] of [[await send(both, pdf()), /anterior a su ingreso/], [await send([both[0], `${task(v, 'Bienvenida')}.1`], pdf()), /no está a su alcance/],
    [await send([both[0]], Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), /Elija un PDF o una foto/], [await send([both[0]], Buffer.alloc(0)), /vacío/],
    [await send([], pdf()), /Marque por lo menos una tarea/], [await send([both[0]], Buffer.concat([pdf(), Buffer.alloc(5 << 20)])), /pesa demasiado/]]) {
    assert.equal(rs.status, 422);
    assert.match(rs.plain, said);
  }
  assert.equal(evidence(e), '0,0,0,0');
  assert.equal((await send([both[0]], pdf())).status, 303, orh.last.plain);
  assert.equal(evidence(e), '1,1,1,0');
});

test('from the attendance list of a task of the plan: its people alone, marked with the list, and back there', async () => {
  const e = planned(plan), orh = signedIn('ORH_ANALISTA', e), data = pdf();
  const people = Array.from({ length: 2 }, () => newVinculo(e, { ingreso: day(-20).iso }));
  const id = one(`SELECT plan_actividad_id FROM actividad WHERE id = ${task(people[0], 'Bienvenida')}`);
  await orh.get(`/plan/asistencia/${id}`);
  assert.match(orh.last.text, new RegExp(`href="/orh/tareas\\?ver=TODAS&amp;actividad=${id}"`));
  const page = await orh.get(`/orh/tareas?ver=TODAS&actividad=${id}`);
  assert.match(page.plain, /Solo la tarea «Bienvenida»/);
  assert.equal(box(page, 'tarea').length, 2);
  const rs = await orh.upload('/orh/tareas', values(page, { todas: '1' }), { archivo: { filename: 'lista.pdf', data } });
  assert.deepEqual([rs.status, rs.location], [303, `/orh/tareas?ver=TODAS&quien=&actividad=${id}`], rs.plain);
  assert.equal(evidence(e), '2,1,2,2');
  assert.match((await orh.follow()).plain, /No hay tareas pendientes/);
});
