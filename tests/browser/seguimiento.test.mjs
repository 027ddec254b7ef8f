// Follow-up in a browser without JavaScript, counted in pages and clicks: a gestor's call, a query asked and answered.
import test from 'node:test';
import assert from 'node:assert/strict';
import { as, counter, fine, start, stop } from './harness.mjs';
import { day, newEntidad, newVinculo, one, signedIn, sql } from '../http/mundo.mjs';
import { entrust, gestor, newCompromiso, newContacto } from '../http/seguimiento.mjs';

test.before(start);
test.after(stop);

test('home says who to call; the call is noted with its commitment: 2 pages, 2 clicks', async () => {
  const e = newEntidad(), g = gestor(e);
  newContacto(g, e, -70);
  const v = newVinculo(e);
  sql(`UPDATE etapa SET fecha_limite = hoy() - 3 WHERE vinculo_id = ${v.id}`);
  const page = await as(g, { javascript: false });
  await page.goto('/seguimiento/inicio');
  assert.match(await page.locator('main').innerText(), /3 etapas vencidas de 3 por terminar; sin contacto hace 70 días/);
  await fine(page, 'seguimiento-inicio-rojo');
  const n = counter(page);
  await n.go(page.getByRole('link', { name: e.nombre }));
  await page.getByLabel('Con quién').fill('Jefatura de la ORH');
  await page.getByLabel('Tema').fill('Etapas vencidas');
  await page.getByLabel('A qué se comprometen').fill('Ponerse al día');
  await page.getByLabel('Hasta cuándo').fill(day(7).text);
  await n.go(page.getByRole('button', { name: 'Guardar el contacto' }));
  assert.match(await page.locator('main').innerText(), /Quedó anotado/);
  await fine(page, 'seguimiento-entidad');
  assert.equal(one(`SELECT c.responsable || ' ' || k.canal || ' ' || (k.fecha = hoy()) FROM compromiso c JOIN contacto k ON k.id = c.contacto_id WHERE c.entidad_id = ${e.id}`), 'ORH LLAMADA true');
  n.within(2, 2);
  const done = counter(page);
  await done.go(page.getByRole('button', { name: /^Cumplido/ }));
  assert.match(await page.locator('main').innerText(), /Se actualizó el compromiso/);
  assert.ok(done.clicks === 1);
});

test('an ORH asks in 2 pages and 2 clicks; its gestor answers from home in 2 pages and 2 clicks', async () => {
  const e = newEntidad(), g = gestor(e), c = signedIn('ORH_ANALISTA', e);
  const orh = await as(c, { javascript: false });
  await orh.goto('/consulta/lista');
  const n = counter(orh);
  await n.go(orh.getByRole('link', { name: 'Hacer una consulta' }));
  await orh.getByLabel('Asunto').fill('Una consulta');
  await orh.getByLabel('Su consulta').fill('¿Cuándo empieza el curso?');
  await n.go(orh.getByRole('button', { name: 'Enviar la consulta' }));
  assert.match(await orh.locator('main').innerText(), /le toca a SERVIR[^]*SERVIR debe responder antes del/);
  await fine(orh, 'consulta-ver-orh');
  n.within(2, 2);
  const page = await as(g, { javascript: false });
  await page.goto('/seguimiento/inicio');
  const m = counter(page);
  await m.go(page.getByRole('link', { name: /Una consulta/ }));
  await page.getByLabel('Mensaje').fill('El lunes.');
  await m.go(page.getByRole('button', { name: 'Enviar la respuesta' }));
  await fine(page, 'consulta-ver-respondida');
  m.within(2, 2);
  await orh.reload();
  assert.match(await orh.locator('main').innerText(), /Respondida[^]*El lunes\./);
});

test('the administrator moves a region to a gestor: 1 page, 3 clicks', async () => {
  const place = one("SELECT codigo FROM ubigeo WHERE nivel = 'DISTRITO' AND codigo LIKE '17%' ORDER BY codigo LIMIT 1");
  const list = [newEntidad(), newEntidad()], g = gestor();
  sql(`UPDATE entidad SET ubigeo = '${place}', nivel_gobierno = 'NACIONAL' WHERE id IN (${list.map((e) => e.id)})`);
  const page = await as(signedIn('SERVIR_ADMIN'));
  await page.goto('/seguimiento/asignar?region=17&nivel=NACIONAL');
  await fine(page, 'seguimiento-asignar');
  const n = counter(page);
  await n.pick(page.getByLabel('Gestor que las acompañará'), g.usuario);
  await n.tick(page.getByLabel(/Todas las entidades que coinciden/));
  await n.go(page.getByRole('button', { name: 'Asignar al gestor elegido' }));
  assert.match(await page.locator('main').innerText(), /Se asignaron las entidades/);
  assert.equal(one(`SELECT count(*) FROM cartera WHERE usuario_id = ${g.usuario} AND hasta IS NULL`), '2');
  n.within(1, 3);
  sql(`UPDATE cartera SET hasta = now() WHERE usuario_id = ${g.usuario} AND hasta IS NULL`);
});

test('the sheet for a visit prints on its own', async () => {
  const e = newEntidad(), g = gestor();
  entrust(g, e);
  newContacto(g, e, -2);
  newCompromiso(g, e, 3);
  const page = await as(g);
  await page.goto(`/seguimiento/${e.id}/entidad?vista=imprimir`);
  assert.equal(await page.locator('nav').isVisible(), false);
  assert.match(await page.locator('main').innerText(), /Ficha de visita[^]*Acta de la visita/);
  await fine(page, 'seguimiento-visita');
});
