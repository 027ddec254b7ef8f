// A new plan in five minutes, without JavaScript: counted in pages and clicks; and how its pages look.
import test from 'node:test';
import assert from 'node:assert/strict';
import { as, axe, counter, fine, overflow, shot, start, stop } from './harness.mjs';
import { newEntidad, newVinculo, one, signedIn } from '../http/mundo.mjs';

test.before(start);
test.after(stop);

for (const javascript of [false, true]) {
  test(`a new plan ${javascript ? 'with' : 'without'} JavaScript: adopted, three tasks of its own, simulated, published: 8 pages, 14 clicks at most`, async () => {
    const e = newEntidad(), page = await as(signedIn('ORH_ANALISTA', e), { javascript });
    await page.goto('/orh/inicio');
    const n = counter(page);
    await n.tick(page.getByText('Más', { exact: true }));
    await n.go(page.getByRole('link', { name: 'Plan', exact: true }));
    await n.go(page.getByRole('button', { name: 'Adoptar la plantilla' }));
    for (const [title, stage, who] of [['Recorrido por la sede', null, null], ['Conocer al equipo de trabajo', 'ESPECIFICA', 'JEFE'], ['Entrega de credenciales', null, null]]) {
      await page.getByLabel('Qué se hace').fill(title);
      if (stage) await n.pick(page.getByLabel('Etapa', { exact: true }), stage);
      if (who) await n.pick(page.getByLabel('Quién lo hace', { exact: true }), who);
      await n.go(page.getByRole('button', { name: 'Agregar la actividad' }));
    }
    await n.go(page.getByRole('link', { name: 'Simular' }));
    assert.match(await page.locator('main').innerText(), /Persona de ejemplo/i);
    await n.go(page.getByRole('link', { name: 'Publicar' }));
    await page.getByLabel('Documento que aprueba el plan').fill('Resolución 012-2026-GG');
    await n.go(page.getByRole('button', { name: 'Publicar el plan' }));
    assert.match(await page.locator('main').innerText(), /Se publicó el plan/);
    await fine(page, 'plan-publicado');
    assert.equal(one(`SELECT estado FROM plan WHERE entidad_id = ${e.id}`), 'PUBLICADO');
    const v = newVinculo(e);
    assert.equal(one(`SELECT count(*) FROM actividad WHERE vinculo_id = ${v.id} AND titulo IN ('Recorrido por la sede', 'Conocer al equipo de trabajo', 'Entrega de credenciales')`), '3');
    n.within(8, 14);
  });
}

test('its pages on a phone and on a screen', async () => {
  const e = newEntidad(), page = await as(signedIn('ORH_JEFE', e)), v = newVinculo(e);
  await page.goto('/plan/inicio');
  await page.getByRole('button', { name: 'Adoptar la plantilla' }).click();
  await page.waitForURL(/editar$/);
  const id = /\/plan\/(\d+)\//.exec(page.url())[1];
  for (const [path, name] of [[`/plan/${id}/editar`, 'plan-editar'], [`/plan/${id}/simular`, 'plan-simular'], [`/plan/${id}/ordenar`, 'plan-ordenar'],
    [`/plan/${id}/publicar`, 'plan-publicar'], ['/plan/inicio', 'plan-inicio'], ['/material/nuevo', 'material-nuevo'], ['/plan/informe', 'plan-informe'],
    [`/servidor/${v.id}/cronograma`, 'servidor-cronograma']]) {
    await page.goto(path);
    assert.deepEqual(await axe(page), [], path);
    assert.equal(await overflow(page), 0, path);
    await shot(page, name);
  }
  await page.goto(`/plan/${id}/ver?vista=imprimir`);
  assert.equal(await page.locator('nav').isVisible(), false);
  await shot(page, 'plan-imprimir');
  assert.deepEqual(page.problems, []);
});
