// Stages in a browser, counted in pages and clicks: the ORH's Monday, the jefe's tick.
import test from 'node:test';
import assert from 'node:assert/strict';
import { as, counter, fine, start, stop } from './harness.mjs';
import { day, newEntidad, newPersona, newVinculo, one, signedIn, sql } from '../http/mundo.mjs';

test.before(start);
test.after(stop);

test('Monday of an ORH: what is overdue, closed in one go: 3 pages, 5 clicks', async () => {
  const e = newEntidad();
  for (let i = 0; i < 4; i++) newVinculo(e);
  const page = await as(signedIn('ORH_ANALISTA', e));
  await page.goto('/orh/inicio');
  const n = counter(page);
  await n.go(page.getByRole('link', { name: 'Marcar las etapas que ya culminaron' }));
  await fine(page, 'orh-pendientes');
  await n.tick(page.getByLabel('Marcar todas las etapas B y C de esta página'));
  await n.go(page.getByRole('button', { name: 'Guardar: culminaron' }));
  assert.match(await page.locator('main').innerText(), /las etapas marcadas culminaron/);
  assert.equal(one(`SELECT count(*) FROM etapa WHERE entidad_id = ${e.id} AND estado = 'CULMINADA'`), '8');
  n.within(3, 5);
});

test('a jefe ticks a newcomer with the date: 1 page, 3 clicks', async () => {
  const e = newEntidad(), p = newPersona(), boss = newVinculo(e, { persona: p }), led = newVinculo(e);
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id = ${led.id}`);
  const page = await as(signedIn('JEFE', e, p));
  await page.goto('/mi/inicio');
  await fine(page, 'mi-inicio-jefe');
  const n = counter(page);
  await n.tick(page.getByRole('checkbox').first());
  await n.go(page.getByRole('button', { name: 'Guardar: terminaron su inducción' }));
  assert.equal(one(`SELECT estado FROM etapa WHERE vinculo_id = ${led.id} AND tipo = 'ESPECIFICA'`), 'CULMINADA');
  n.within(1, 3);
});
