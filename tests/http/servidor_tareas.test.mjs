// The checklist of a person: each viewer's own first, many with one date, undone, and what a stage waits for.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newVinculo, one, signedIn, sql } from './mundo.mjs';
import { box, planned, stage, stageState, stateOf, task, withBoss } from './tareas.mjs';

const e = planned([['ENTIDAD', 'ORH', 'Bienvenida'], ['ENTIDAD', 'SERVIDOR', 'Leer el reglamento', { dias: 10 }],
  ['ESPECIFICA', 'JEFE', 'Explicar funciones'], ['ESPECIFICA', 'TUTOR', 'Acompañar', { opcional: true, dias: 60 }]]);
const orh = signedIn('ORH_ANALISTA', e), foreign = signedIn('ORH_ANALISTA', newEntidad());
const path = (v) => `/servidor/${v.id}/tareas`;
const before = (text, a, b) => assert.ok(text.indexOf(a) > -1 && text.indexOf(a) < text.indexOf(b), `${a} before ${b}`);

test('each viewer reads their own first, in words who must act, and ticks only what is theirs', async () => {
  const { boss, v } = withBoss(e);
  const page = await orh.get(path(v));
  before(page.plain, 'Le toca a usted', 'Bienvenida');
  before(page.plain, 'Les toca a otros', 'Leer el reglamento');
  assert.match(page.plain, /El servidor\. B\. Inducción general a la entidad\. Para el/);
  assert.match(page.plain, /Vencida/);
  assert.match(page.plain, /0 de 4 tareas resueltas/);
  assert.equal(box(page, 'tarea').length, 4, 'the ORH may tick for others');
  const own = signedIn('SERVIDOR', e, v.persona), mine = await own.get(path(v));
  before(mine.plain, 'Leer el reglamento', 'Les toca a otros');
  assert.deepEqual(box(mine, 'tarea').map((f) => f.value.split('.')[0]), [task(v, 'Leer el reglamento')]);
  const jefe = signedIn('JEFE', e, boss.persona), theirs = await jefe.get(path(v));
  assert.deepEqual(new Set(box(theirs, 'tarea').map((f) => f.value.split('.')[0])), new Set([task(v, 'Explicar funciones'), task(v, 'Acompañar')]));
  for (const c of [signedIn('SERVIR_REVISOR'), signedIn('AUDITOR')]) {
    assert.equal(box(await c.get(path(v)), 'tarea').length, 0);
    assert.equal((await c.post(path(v), { tarea: `${task(v, 'Bienvenida')}.1`, fecha: day(0).text })).status, 403);
  }
  // What is not theirs stays as it is, whatever a form says.
  for (const [c, t] of [[own, 'Bienvenida'], [own, 'Explicar funciones'], [jefe, 'Bienvenida'], [jefe, 'Leer el reglamento']]) {
    await c.get(path(v));
    assert.equal((await c.post(path(v), { tarea: `${task(v, t)}.1`, fecha: day(0).text })).status, 422);
    assert.equal(stateOf(v, t), 'PENDIENTE');
  }
});

test('many with one date, twice is once; undone; events; the first begins the stage', async () => {
  const { v } = withBoss(e), page = await orh.get(path(v));
  const all = box(page, 'tarea').map((f) => f.value), values = { tarea: all, fecha: day(-1).text };
  assert.equal(box(page, 'fecha')[0].value, day(0).text);
  for (let i = 0; i < 2; i++) {
    const rs = await orh.post(path(v), { ...values, csrf: box(page, 'csrf')[0].value });
    assert.deepEqual([rs.status, rs.location], [303, path(v)], rs.plain);
  }
  assert.deepEqual(sql(`SELECT DISTINCT estado, hecha_el::text, hecha_por FROM actividad WHERE vinculo_id = ${v.id}`), [['HECHA', day(-1).iso, orh.usuario]]);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'TAREA_HECHA'`), '4');
  assert.deepEqual([stageState(v, 'ENTIDAD'), stageState(v, 'ESPECIFICA')], ['EN_CURSO', 'EN_CURSO']);
  assert.match((await orh.get(path(v))).plain, /4 de 4 tareas resueltas.*La marcó: Cuenta Demo/);
  assert.equal((await orh.submit({ desmarcar: box(orh.last, 'desmarcar')[0].value })).status, 303);
  assert.equal(one(`SELECT count(*) FROM actividad WHERE vinculo_id = ${v.id} AND estado = 'PENDIENTE'`), '1');
  assert.match((await orh.get(`/servidor/${v.id}/historia`)).plain, /Tarea hecha.*Tarea: Bienvenida/);
});

test('a task whose stage is closed is no turn of anybody any more', async () => {
  const { v } = withBoss(e);
  for (const estado of ['CULMINADA', 'VALIDADA']) {
    sql(`UPDATE etapa SET estado = '${estado}', fecha_fin = hoy() - 1 WHERE id = ${stage(v, 'ENTIDAD')}`);
    const page = await orh.get(path(v));
    before(page.plain, 'Resueltas o de etapas cerradas', 'Bienvenida');
    assert.match(page.plain, /No tiene tareas pendientes con esta persona/);
    assert.match(page.plain, new RegExp(`No se marcó: su etapa ya no está abierta\\..*Etapa: ${estado[0]}${estado.slice(1).toLowerCase()}`));
    assert.match(page.plain, /0 de 4 tareas resueltas/);
    assert.equal(box(page, 'tarea').length, 2, 'those of stage C');
  }
});

test('dates: tomorrow, before the entry, none; nothing is half saved and what was typed stays', async () => {
  const { v } = withBoss(e);
  for (const [fecha, said] of [[day(1).text, /posterior a hoy/], [day(-31).text, /anterior a su ingreso/], ['', /Escriba la fecha/], ['31/02/2026', /fecha/]]) {
    const page = await orh.get(path(v)), ticks = box(page, 'tarea').map((f) => f.value);
    const rs = await orh.submit({ tarea: ticks, fecha });
    assert.equal(rs.status, 422, fecha);
    assert.match(rs.plain, said);
    assert.equal(box(rs, 'fecha')[0].value, fecha);
    assert.ok(box(rs, 'tarea').every((f) => f.checked));
  }
  await orh.get(path(v));
  assert.match((await orh.submit({ fecha: day(0).text })).plain, /Marque por lo menos una tarea/);
  await orh.get(path(v));
  assert.match((await orh.submit({ tarea: '0.1' })).plain, /Marque por lo menos|No reconocemos/);
  assert.equal(one(`SELECT count(*) FROM actividad WHERE vinculo_id = ${v.id} AND estado <> 'PENDIENTE'`), '0');
});

test('a task before the entry, when the plan says so', async () => {
  const f = planned([['ENTIDAD', 'ORH', 'Preparar su escritorio', { dias: -3 }]]), c = signedIn('ORH_JEFE', f), { v } = withBoss(f);
  await c.get(path(v));
  assert.equal((await c.submit({ tarea: box(c.last, 'tarea')[0].value, fecha: day(-33).text })).status, 303);
  assert.equal(one(`SELECT fecha_inicio FROM etapa WHERE id = ${stage(v, 'ENTIDAD')}`), day(-30).iso);
});

test('a stage waits for its obligatory tasks and says which; the ORH may finish with a reason', async () => {
  const { boss, v } = withBoss(e), id = stage(v, 'ESPECIFICA'), jefe = signedIn('JEFE', e, boss.persona);
  const page = await jefe.get(`/etapa/${id}/marcar`);
  assert.match(page.plain, /Para culminarla falta: «Explicar funciones» \(le toca al jefe inmediato\)/);
  assert.ok(!page.plain.includes('Acompañar»'), 'what is optional does not keep it');
  assert.equal((await jefe.submit({ estado: 'CULMINADA', fecha: day(0).text })).status, 422);
  assert.match((await orh.get('/orh/pendientes?ver=TODAS')).plain, /Falta: «Explicar funciones»/);
  await orh.get(path(v));
  await orh.submit({ tarea: box(orh.last, 'tarea').map((f) => f.value).find((x) => x.startsWith(`${task(v, 'Explicar funciones')}.`)), fecha: day(-1).text });
  await jefe.get(`/etapa/${id}/marcar`);
  assert.equal((await jefe.submit({ estado: 'CULMINADA', fecha: day(0).text })).status, 303, jefe.last.plain);
  const b = stage(v, 'ENTIDAD');
  await orh.get(`/etapa/${b}/marcar`);
  assert.match((await orh.submit({ estado: 'CULMINADA', fecha: day(0).text })).plain, /Faltan tareas obligatorias\. Si culmina así, escriba por qué/);
  await orh.get(`/etapa/${b}/marcar`);
  assert.equal((await orh.submit({ estado: 'CULMINADA', fecha: day(0).text, motivo: 'La recibió en otra sede' })).status, 303);
  assert.equal(one(`SELECT motivo FROM etapa WHERE id = ${b}`), 'La recibió en otra sede');
  // Closed is closed, for its tasks too.
  await orh.get(path(v));
  assert.match((await orh.post(path(v), { tarea: `${task(v, 'Bienvenida')}.1`, fecha: day(0).text })).plain, /su etapa ya culminó/);
});

test('two tabs: the second is told; two at once: one event', async () => {
  const { v } = withBoss(e), pair = [signedIn('ORH_ANALISTA', e), signedIn('ORH_JEFE', e)];
  for (const c of pair) await c.get(path(v));
  const tick = box(pair[0].last, 'tarea')[0].value;
  const found = await Promise.all(pair.map((c) => c.submit({ tarea: tick })));
  assert.deepEqual(found.map((r) => r.status), [303, 303]);
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'TAREA_HECHA'`), '1');
  await pair[0].get(path(v));
  await pair[0].submit({ desmarcar: box(pair[0].last, 'desmarcar')[0].value });
  await pair[1].get('/cuenta/sesiones');
  assert.match((await pair[1].post(path(v), { tarea: tick, fecha: day(0).text })).plain, /cambió mientras usted la veía/);
});

test('no plan, no tasks; who may not; markup is text', async () => {
  assert.match((await foreign.get(path(newVinculo(newEntidad())))).plain, /No encontramos/);
  const bare = newEntidad();
  assert.match((await signedIn('ORH_JEFE', bare).get(path(newVinculo(bare)))).plain, /No tiene tareas/);
  const { v } = withBoss(e);
  assert.equal((await foreign.get(path(v))).status, 404);
  await foreign.get('/cuenta/sesiones');
  assert.equal((await foreign.post(path(v), { tarea: `${task(v, 'Bienvenida')}.1`, fecha: day(0).text })).status, 404);
  assert.equal(stateOf(v, 'Bienvenida'), 'PENDIENTE');
  await orh.get(path(v));
  assert.equal((await orh.post(path(v), { tarea: `${task(v, 'Bienvenida')}.1`, fecha: day(0).text, csrf: 'A'.repeat(43) })).status, 403);
  const f = planned([['ENTIDAD', 'ORH', canary]]), { v: w } = withBoss(f);
  escaped(assert, await signedIn('ORH_JEFE', f).get(path(w)));
});
