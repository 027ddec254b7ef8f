// Results of a course from a file, in a browser with and without JavaScript, counted in pages and clicks.
import test from 'node:test';
import assert from 'node:assert/strict';
import { as, counter, fine, start, stop } from './harness.mjs';
import { signedIn } from '../http/mundo.mjs';
import { newCurso, newGente, stage } from '../http/mooc.mjs';

test.before(start);
test.after(stop);

for (const javascript of [true, false]) {
  const how = javascript ? 'with' : 'without';
  test(`MOOC results from a file ${how} JavaScript: 4 pages, 5 clicks`, async () => {
    const curso = newCurso(), gente = newGente(4), notas = [16, 8, 14, 20];
    const lines = ['DNI,Nota,Fecha', ...gente.map((v, i) => `${v.persona.dni},${notas[i]},01/10/2026`), '00000000,15,01/10/2026'];
    const page = await as(signedIn('SERVIR_ADMIN'), { javascript });
    await page.goto('/servir/inicio');
    const n = counter(page);
    await n.go(page.getByRole('link', { name: 'Cursos en línea y sus resultados' }));
    await fine(page, `mooc-cursos-${how}`);
    await n.go(page.getByRole('link', { name: `Cargar resultados de Curso ${curso.codigo}` }));
    await n.file(page.getByLabel('Archivo'), { name: 'resultados.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
    await fine(page, `mooc-cargar-${how}`);
    await n.go(page.getByRole('button', { name: 'Ver qué entra' }));
    assert.match(await page.locator('main').innerText(), /3 aprueban, 1 no aprueban, 1 sin coincidencia/);
    assert.deepEqual(gente.map(stage), Array(4).fill('PENDIENTE -'), 'nothing before it is accepted');
    await fine(page, `mooc-vista-${how}`);
    await n.go(page.getByRole('button', { name: 'Aceptar los resultados (4)' }));
    assert.match(await page.locator('main').innerText(), /Se registraron los resultados/);
    await fine(page, `mooc-aceptados-${how}`);
    assert.deepEqual(gente.map(stage), ['CULMINADA 2026-10-01', 'PENDIENTE -', 'CULMINADA 2026-10-01', 'CULMINADA 2026-10-01']);
    n.within(4, 5);
  });
}
