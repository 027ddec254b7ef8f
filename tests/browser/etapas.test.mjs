// Stages in a browser, counted in pages and clicks: the ORH's Monday, SERVIR's review, the jefe's tick.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, overflow, shot, start, stop, visitor } from './harness.mjs';
import { base } from '../http/client.mjs';
import { day, newEntidad, newPersona, newVinculo, one, signedIn, sql } from '../http/mundo.mjs';

test.before(start);
test.after(stop);

// A page whose visitor is signed in as a role of this entity.
async function as(rol, entidad, { persona } = {}) {
  const page = await visitor();
  const c = persona ? signedIn(rol, entidad, persona) : signedIn(rol, entidad);
  await page.context().addCookies([{ name: '__Host-portal', value: c.cookies.get('__Host-portal'), url: base.href, secure: true, httpOnly: true }]);
  return page;
}
function counter(page) {
  const count = { pages: 0, clicks: 0 };
  page.on('framenavigated', (f) => { if (f === page.mainFrame()) count.pages++; });
  count.tick = async (what) => { count.clicks++; await what.click(); };
  count.go = async (what) => { count.clicks++; await Promise.all([page.waitForNavigation(), what.click()]); };
  return count;
}
async function fine(page, name) {
  assert.deepEqual(page.problems, []);
  assert.deepEqual(await axe(page), []);
  assert.equal(await overflow(page), 0);
  await shot(page, name);
}

test('Monday of an ORH: what is overdue, closed in one go: 3 pages, 5 clicks', async () => {
  const e = newEntidad();
  for (let i = 0; i < 4; i++) newVinculo(e);
  const page = await as('ORH_ANALISTA', e);
  await page.goto('/orh/inicio');
  const n = counter(page);
  await n.go(page.getByRole('link', { name: 'Marcar las etapas que ya culminaron' }));
  await fine(page, 'orh-pendientes');
  await n.tick(page.getByLabel('Marcar todas las etapas B y C de esta página'));
  await n.go(page.getByRole('button', { name: 'Guardar: culminaron' }));
  assert.match(await page.locator('main').innerText(), /las etapas marcadas culminaron/);
  assert.equal(one(`SELECT count(*) FROM etapa WHERE entidad_id = ${e.id} AND estado = 'CULMINADA'`), '8');
  assert.ok(n.pages <= 3, `${n.pages} pages`);
  assert.ok(n.clicks <= 5, `${n.clicks} clicks`);
});

test('review by SERVIR: many validated, 2 pages, 3 clicks', async () => {
  const e = newEntidad();
  for (let i = 0; i < 4; i++) {
    const v = newVinculo(e);
    sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day(i === 0 ? -60 : -50).iso}' WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
  }
  const page = await as('SERVIR_REVISOR', null);
  await page.goto('/servir/inicio');
  const n = counter(page);
  n.clicks++; // a bookmark: the link of the menu, with the filter of one entity
  await page.goto(`/servir/revision?q=${e.sigla}`);
  await fine(page, 'servir-revision');
  await n.tick(page.getByLabel(/Revisé las etapas marcadas/));
  await n.go(page.getByRole('button', { name: 'Validar las marcadas' }));
  assert.match(await page.locator('main').innerText(), /Se validaron las etapas marcadas/);
  assert.ok(n.pages <= 2, `${n.pages} pages`);
  assert.ok(n.clicks <= 3, `${n.clicks} clicks`);
});

test('a jefe ticks a newcomer with the date: 1 page, 3 clicks', async () => {
  const e = newEntidad(), p = newPersona(), boss = newVinculo(e, { persona: p }), led = newVinculo(e);
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id = ${led.id}`);
  const page = await as('JEFE', e, { persona: p });
  await page.goto('/mi/inicio');
  await fine(page, 'mi-inicio-jefe');
  const n = counter(page);
  await n.tick(page.getByRole('checkbox').first());
  await n.go(page.getByRole('button', { name: 'Guardar: terminaron su inducción' }));
  assert.equal(one(`SELECT estado FROM etapa WHERE vinculo_id = ${led.id} AND tipo = 'ESPECIFICA'`), 'CULMINADA');
  assert.ok(n.pages <= 1 && n.clicks <= 3, `${n.pages} pages, ${n.clicks} clicks`);
});
