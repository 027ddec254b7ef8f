// The analyst registers 120 people from a spreadsheet, counted in pages and clicks, with and without
// JavaScript: preview, acceptance, the five wrong rows in the page. The aim: 4 pages and 4 clicks, then 1 and 1.
import test from 'node:test';
import assert from 'node:assert/strict';
import { book } from '../http/libro.mjs';
import { axe, overflow, shot, signIn, start, stop, visitor } from './harness.mjs';

test.before(start);
test.after(stop);

const first = 30000000 + Math.floor(Math.random() * 6e7);
// A workbook, as most people have it, or CSV in the encoding of an old Excel.
function file(name, n, from, bad = 0) {
  const rows = [['DNI', 'Apellido paterno', 'Apellido materno', 'Nombres', 'Puesto', 'Régimen', 'Fecha de ingreso'],
    ...Array.from({ length: n }, (_, i) => [first + from + i, 'Prueba', 'Ñandú', `Persona de Ensayo ${i}`, 'Analista de prueba',
      'CAS', i >= n - bad ? '31/02/2026' : '02/11/2026'])];
  return name.endsWith('.xlsx') ? { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: book(rows) }
    : { name, mimeType: 'text/csv', buffer: Buffer.from(rows.map((r) => r.join(';')).join('\r\n'), 'latin1') };
}

async function upload(page, what) {
  let pages = 0, clicks = 0;
  page.on('framenavigated', (f) => { if (f === page.mainFrame()) pages++; });
  const click = async (button) => { clicks++; await Promise.all([page.waitForNavigation(), button.click()]); };
  await click(page.getByRole('link', { name: 'Planilla', exact: true }));
  clicks++; // the file
  await page.getByLabel('Archivo').setInputFiles(what);
  await click(page.getByRole('button', { name: 'Ver qué entra' }));
  return { click, count: () => ({ pages, clicks }) };
}

for (const [javascript, kind, order] of [[true, 'csv', 0], [false, 'csv', 1], [false, 'xlsx', 2], [true, 'xlsx', 3]]) {
  test(`120 rows of ${kind} ${javascript ? 'with' : 'without'} JavaScript: 4 pages and 4 clicks; 5 corrected: 1 and 1`, async () => {
    const page = await visitor({ javascript });
    const from = 1000 * order;
    await signIn(page, 'ORH_ANALISTA');
    const before = await upload(page, file(`antes.${kind}`, 3, from));
    await before.click(page.getByRole('button', { name: 'Aceptar lo que está bien (3)' }));
    const { click, count } = await upload(page, file(`ingresantes.${kind}`, 120, from, 5));
    assert.match(await page.locator('main').innerText(), /112 entran, 5 por corregir, 3 ya estaban, 0 cambian/);
    assert.deepEqual(javascript ? await axe(page) : [], []);
    assert.equal(await overflow(page), 0);
    await shot(page, 'planilla-vista');
    await click(page.getByRole('button', { name: 'Aceptar lo que está bien (112)' }));
    assert.match(await page.locator('main').innerText(), /Se registró lo que estaba bien|112 registradas/);
    assert.ok(count().pages <= 4 && count().clicks <= 4, JSON.stringify(count()));
    const cells = page.getByLabel('Fecha de ingreso');
    assert.equal(await cells.count(), 5, 'only the wrong cells are open');
    for (let i = 0; i < 5; i++) await cells.nth(i).fill('02/11/2026');
    const done = count();
    await click(page.getByRole('button', { name: 'Guardar y registrar' }));
    assert.match(await page.locator('main').innerText(), /No hay nada pendiente[\s\S]*registró a 117 personas/);
    assert.deepEqual(count(), { pages: done.pages + 1, clicks: done.clicks + 1 });
    if (javascript) await page.getByRole('link', { name: 'Deshacer esta planilla' }).click();
    if (javascript) {
      assert.deepEqual(await axe(page), []);
      await shot(page, 'planilla-deshacer');
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}
