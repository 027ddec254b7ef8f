// SERVIR's review in a browser, with and without JavaScript, counted in pages and clicks: what is odd and its
// evidence seen in the page, many validated, one observed with a reason; and how that comes back from the ORH.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { as, counter, fine, start, stop } from './harness.mjs';
import { day, newEntidad, newPersona, newVinculo, one, signedIn } from '../http/mundo.mjs';

test.before(start);
test.after(stop);

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

// A stage that the ORH finished some days ago, with a photo as it would have been handed in.
function finished(e, days, name) {
  const v = newVinculo(e, { persona: newPersona({ nombres: name }) });
  const photo = Buffer.concat([png, Buffer.from(v.id)]); // each its own file
  const sha = createHash('sha256').update(photo).digest('hex'), folder = `${process.env.STACK_DIR}/archivos/${sha.slice(0, 2)}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${sha}`, photo);
  return one(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day(days).iso}' WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD';
    INSERT INTO evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id)
    SELECT id, vinculo_id, entidad_id, '${sha}', 'image/png', ${photo.length}, 'Foto de la charla', ${signedIn('ORH_ANALISTA', e).usuario}
    FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD' RETURNING etapa_id`);
}
const state = (id) => one(`SELECT estado FROM etapa WHERE id = ${id}`);

for (const javascript of [true, false]) {
  const how = javascript ? 'with' : 'without';
  const open = async (e) => {
    const page = await as(signedIn('SERVIR_REVISOR'), { javascript });
    await page.goto('/servir/inicio');
    const n = counter(page);
    n.clicks++; // a bookmark: the link of the menu, with the filter of one entity
    await page.goto(`/servir/revision?q=${e.sigla}`);
    return { page, n };
  };

  test(`review ${how} JavaScript: the odd one and its photo in the page, the others validated: 2 pages, 3 clicks`, async () => {
    const e = newEntidad(), odd = finished(e, -60, 'Persona Rara'), rest = [1, 2, 3].map((i) => finished(e, -50, `Persona Demo ${i}`));
    const { page, n } = await open(e);
    const row = page.locator('tbody tr').first();
    assert.match(await row.innerText(), /Prueba Ficticia, Persona Rara[^]*el mismo día de su ingreso/);
    await row.locator('img').scrollIntoViewIfNeeded();
    assert.equal(await row.locator('img').isVisible(), true, 'its photo');
    assert.equal(await row.getByRole('checkbox').isChecked(), false);
    await fine(page, `servir-revision-${how}`);
    await n.tick(page.getByLabel(/Revisé las etapas marcadas/));
    await n.go(page.getByRole('button', { name: 'Validar las marcadas' }));
    assert.match(await page.locator('main').innerText(), /Se validaron las etapas marcadas/);
    await fine(page, `servir-revision-validadas-${how}`);
    assert.deepEqual([odd, ...rest].map(state), ['CULMINADA', 'VALIDADA', 'VALIDADA', 'VALIDADA']);
    n.within(2, 3);
  });

  test(`one observed ${how} JavaScript, with its reason: 3 pages, 3 clicks; back from the ORH in 4 pages, 4 clicks`, async () => {
    const e = newEntidad(), id = finished(e, -60, 'Persona Rara');
    const { page, n } = await open(e);
    await n.go(page.getByRole('link', { name: /^Observar/ }));
    await page.getByLabel('Qué debe corregir').fill('Falta la lista de asistencia');
    await fine(page, `etapa-observar-${how}`);
    await n.go(page.getByRole('button', { name: 'Devolver a la ORH' }));
    assert.match(await page.locator('main').innerText(), /Se devolvió la etapa a la ORH/);
    assert.equal(state(id), 'OBSERVADA');
    n.within(3, 3);

    const orh = await as(signedIn('ORH_ANALISTA', e), { javascript });
    await orh.goto('/orh/inicio');
    await fine(orh, `orh-inicio-observada-${how}`);
    const m = counter(orh);
    await m.go(orh.getByRole('link', { name: /con etapas observadas por SERVIR/ }));
    assert.match(await orh.locator('main').innerText(), /SERVIR: Falta la lista de asistencia/);
    await fine(orh, `orh-observadas-${how}`);
    await m.go(orh.getByRole('link', { name: /^Actualizar/ }));
    await orh.getByLabel('Motivo').fill('La lista está en la evidencia');
    await fine(orh, `etapa-marcar-observada-${how}`);
    await m.go(orh.getByRole('button', { name: 'Guardar' }));
    assert.equal(state(id), 'CULMINADA');
    m.within(4, 4);
    await page.goto(`/servir/revision?q=${e.sigla}`);
    assert.match(await page.locator('main').innerText(), /La ORH dice: La lista está en la evidencia/);
  });
}
