// Tasks in a browser without JavaScript, counted in pages and clicks: the jefe's link, the servidor's photo, the ORH's
// Monday with a plan.
import test from 'node:test';
import assert from 'node:assert/strict';
import { as, counter, fine, overflow, shot, start, stop, visitor } from './harness.mjs';
import { client } from '../http/client.mjs';
import { day, newVinculo, one, signedIn } from '../http/mundo.mjs';
import { planned, stage, stageState, stateOf, task, withBoss } from '../http/tareas.mjs';

test.before(start);
test.after(stop);

const plan = [['ENTIDAD', 'ORH', 'Bienvenida'], ['ENTIDAD', 'SERVIDOR', 'Foto con el equipo', { evidencia: true }],
  ['ESPECIFICA', 'JEFE', 'Explicar funciones'], ['ESPECIFICA', 'TUTOR', 'Acompañar la primera semana']];

test('a jefe without an account: the link, tick, save: 1 page, 3 clicks', async () => {
  const e = planned(plan), { v } = withBoss(e), orh = signedIn('ORH_JEFE', e);
  await orh.get(`/servidor/${v.id}/jefe`);
  const url = /value="https:[^"]*(\/jefe\/[\w-]{43})"/.exec((await orh.submit({ accion: 'GENERAR' })).text)[1];
  await client().get(url); // a mail program was here before
  const page = await visitor({ javascript: false });
  const n = counter(page);
  n.clicks++; // the link in the mail
  await page.goto(url);
  await fine(page, 'jefe-tareas');
  await page.setViewportSize({ width: 360, height: 740 });
  await n.tick(page.getByRole('checkbox', { name: /Terminó su inducción específica/ }));
  const before = n.pages;
  await n.go(page.getByRole('button', { name: 'Guardar' }));
  assert.match(await page.locator('main').innerText(), /Ya no queda nada por marcar/);
  await fine(page, 'jefe-tareas-fin');
  assert.deepEqual([stageState(v, 'ESPECIFICA'), stateOf(v, 'Explicar funciones'), stateOf(v, 'Acompañar la primera semana')], ['CULMINADA', 'HECHA', 'HECHA']);
  assert.ok(before <= 1 && n.clicks <= 3, `${before} pages, ${n.clicks} clicks`);
});

const photo = { name: 'foto.png', mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') };

test('a jefe without an account, with the photo that a task asks for: 1 page, 3 clicks', async () => {
  const e = planned([['ESPECIFICA', 'JEFE', 'Presentar al equipo', { evidencia: true }], ['ESPECIFICA', 'JEFE', 'Explicar funciones']]), { v } = withBoss(e), orh = signedIn('ORH_JEFE', e);
  await orh.get(`/servidor/${v.id}/jefe`);
  const url = /value="https:[^"]*(\/jefe\/[\w-]{43})"/.exec((await orh.submit({ accion: 'GENERAR' })).text)[1];
  const page = await visitor({ javascript: false });
  await page.setViewportSize({ width: 360, height: 740 });
  const n = counter(page);
  n.clicks++; // the link in the mail
  await page.goto(url);
  await fine(page, 'jefe-evidencia', { cookies: false });
  await page.getByLabel(/Foto o archivo que lo demuestra/).setInputFiles(photo);
  await n.tick(page.getByRole('checkbox', { name: /Terminó su inducción específica/ }));
  const before = n.pages;
  await n.go(page.getByRole('button', { name: 'Guardar' }));
  assert.match(await page.locator('main').innerText(), /Ya no queda nada por marcar/);
  assert.deepEqual([stageState(v, 'ESPECIFICA'), stateOf(v, 'Presentar al equipo')], ['CULMINADA', 'HECHA']);
  assert.equal(one(`SELECT count(*) FROM evidencia WHERE actividad_id = ${task(v, 'Presentar al equipo')}`), '1');
  assert.ok(before <= 1 && n.clicks <= 3, `${before} pages, ${n.clicks} clicks`);
});

test('a servidor sends the photo from a phone: 2 pages, 2 clicks', async () => {
  const e = planned(plan), { v } = withBoss(e), page = await as(signedIn('SERVIDOR', e, v.persona), { javascript: false });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/mi/inicio');
  await fine(page, 'mi-inicio-tareas');
  const n = counter(page);
  await n.go(page.getByRole('link', { name: 'Subir la foto o el archivo de Foto con el equipo' }));
  await fine(page, 'tarea-evidencia');
  await page.getByLabel('Archivo o foto').setInputFiles(photo);
  await n.go(page.getByRole('button', { name: 'Subir la evidencia' }));
  assert.match(await page.locator('main').innerText(), /La evidencia quedó guardada/);
  assert.equal(one(`SELECT count(*) FROM evidencia WHERE actividad_id = ${task(v, 'Foto con el equipo')}`), '1');
  assert.equal(stateOf(v, 'Foto con el equipo'), 'HECHA');
  n.within(2, 2);
});

test('Monday of an ORH with a plan: what is due, marked in one go: 3 pages, 5 clicks', async () => {
  const e = planned(plan), page = await as(signedIn('ORH_ANALISTA', e), { javascript: false });
  for (let i = 0; i < 4; i++) newVinculo(e, { ingreso: day(-20).iso });
  await page.goto('/orh/inicio');
  const n = counter(page);
  await n.go(page.getByRole('link', { name: /tareas del plan vencidas o de esta semana/ }));
  await fine(page, 'orh-tareas');
  await n.tick(page.getByLabel('Marcar todas las tareas de la ORH de esta página'));
  await n.go(page.getByRole('button', { name: 'Guardar: se hicieron' }));
  assert.match(await page.locator('main').innerText(), /Se guardó lo que marcó/);
  assert.equal(one(`SELECT count(*) FROM actividad WHERE entidad_id = ${e.id} AND quien = 'ORH' AND estado = 'HECHA'`), '4');
  n.within(3, 5);
});

test('one list of attendance for all who came: from the plan to done, 3 pages, 5 clicks', async () => {
  const e = planned(plan), page = await as(signedIn('ORH_ANALISTA', e)), people = Array.from({ length: 4 }, () => newVinculo(e, { ingreso: day(-20).iso }));
  await page.goto(`/plan/asistencia/${one(`SELECT plan_actividad_id FROM actividad WHERE id = ${task(people[0], 'Bienvenida')}`)}`);
  const n = counter(page);
  await n.go(page.getByRole('link', { name: 'Marcar a los asistentes y subir la lista firmada' }));
  await fine(page, 'orh-tareas-lista');
  await n.tick(page.getByLabel('Marcar todas las tareas de la ORH de esta página'));
  await page.getByLabel(/Lista de asistencia firmada/).setInputFiles(photo);
  await n.go(page.getByRole('button', { name: 'Guardar: se hicieron' }));
  assert.equal(one(`SELECT count(*) FROM evidencia WHERE entidad_id = ${e.id} AND lista_el IS NOT NULL`), '4');
  assert.ok(n.pages <= 3 && n.clicks <= 5, `${n.pages} pages, ${n.clicks} clicks`);
});

test('anybody checks a constancia: 1 page, 2 clicks; the paper as it is printed', async () => {
  const e = planned(plan), { v } = withBoss(e), id = stage(v, 'ENTIDAD'), orh = await as(signedIn('ORH_JEFE', e));
  const code = one(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE id = ${id} RETURNING constancia`);
  await orh.goto(`/etapa/${id}/constancia`);
  await fine(orh, 'etapa-constancia');
  const page = await visitor({ javascript: false });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/publico/constancia');
  await fine(page, 'publico-constancia', { cookies: false });
  const n = counter(page);
  n.clicks++; // into the field
  await page.getByLabel('Código de verificación').fill(code);
  await n.go(page.getByRole('button', { name: 'Verificar' }));
  assert.match(await page.locator('main').innerText(), /La constancia es válida/);
  assert.equal(await overflow(page), 0);
  await shot(page, 'publico-constancia-valida');
  assert.ok(n.pages <= 1 && n.clicks <= 2, `${n.pages} pages, ${n.clicks} clicks`);
});

test('the other pages of tasks: no violation, nothing wider than a phone', async () => {
  const e = planned(plan), { v } = withBoss(e), orh = await as(signedIn('ORH_JEFE', e), { javascript: false }), own = await as(signedIn('SERVIDOR', e, v.persona), { javascript: false });
  for (const [page, path, name] of [[orh, `/servidor/${v.id}/tareas`, 'servidor-tareas'], [orh, `/tarea/${task(v, 'Bienvenida')}/marcar`, 'tarea-marcar'],
    [orh, `/servidor/${v.id}/jefe`, 'servidor-jefe'], [own, '/mi/datos', 'mi-datos'], [own, `/etapa/${stage(v, 'ENTIDAD')}/conformidad`, 'etapa-conformidad']]) {
    await page.goto(path);
    await fine(page, name);
  }
});
