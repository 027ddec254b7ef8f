// The analyst registers one servidor, counted in pages and clicks, with and without JavaScript, and
// by the keyboard alone. The budget: 4 pages and 4 clicks are the aim; 6 and 7 the limit.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, overflow, shot, signIn, start, stop, visitor } from './harness.mjs';

test.before(start);
test.after(stop);

const fresh = () => String(71000000 + Math.floor(Math.random() * 8999999));

async function journey(page, press) {
  let pages = 0;
  let clicks = 0;
  page.on('framenavigated', (f) => { if (f === page.mainFrame()) pages++; });
  const click = async (what) => { clicks++; await Promise.all([page.waitForNavigation(), press(page, what)]); };
  await click(page.getByRole('link', { name: 'Registrar', exact: true }));
  await page.getByLabel('Número de documento').fill(fresh());
  await click(page.getByRole('button', { name: 'Continuar' }));
  await page.getByLabel('Apellido paterno').fill('Prueba');
  await page.getByLabel('Nombres').fill('Persona de Ensayo');
  await page.getByLabel('Fecha de ingreso').fill('02/11/2026');
  await page.getByLabel('Puesto', { exact: true }).fill('Analista de prueba');
  await page.getByLabel('Régimen laboral').selectOption('15');
  await click(page.getByRole('button', { name: 'Revisar' }));
  await click(page.getByRole('button', { name: 'Registrar' }));
  return { pages, clicks };
}

for (const javascript of [true, false]) {
  test(`registration ${javascript ? 'with' : 'without'} JavaScript: 4 pages, 4 clicks`, async () => {
    const page = await visitor({ javascript });
    await signIn(page, 'ORH_ANALISTA');
    const { pages, clicks } = await journey(page, (_, what) => what.click());
    assert.match(await page.locator('main').innerText(), /Quedó registrado/);
    assert.ok(pages <= 4, `${pages} pages`);
    assert.ok(clicks <= 4, `${clicks} clicks`);
    assert.deepEqual(page.problems, []);
  });
}

test('registration by the keyboard', async () => {
  const page = await visitor({ javascript: false });
  await signIn(page, 'ORH_ANALISTA');
  await journey(page, async (_, what) => { await what.focus(); await page.keyboard.press('Enter'); });
  assert.match(await page.locator('main').innerText(), /Quedó registrado/);
});

test('a refused form: summary focused and linked, what was typed stays, no violation of axe', async () => {
  const page = await visitor();
  await signIn(page, 'ORH_ANALISTA');
  await page.goto('/servidor/registrar');
  await page.getByLabel('Número de documento').fill('123');
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Continuar' }).click()]);
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.getByLabel('Número de documento').inputValue(), '123');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'resumen');
  await page.locator('.resumen a').click();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'documento');
  assert.deepEqual(await axe(page), []);
  assert.equal(await overflow(page), 0);
  await shot(page, 'servidor-registrar-error');
});

test('two tabs and the back button: one person', async () => {
  const page = await visitor({ javascript: false });
  await signIn(page, 'ORH_ANALISTA');
  await journey(page, (_, what) => what.click());
  const ficha = page.url();
  await page.goBack();
  await page.waitForLoadState();
  assert.equal(page.url(), ficha, 'the review of what is registered leads to its file');
});
