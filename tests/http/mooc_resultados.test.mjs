// The results of a course: each attempt, its source, a filter, pages.
import test from 'node:test';
import assert from 'node:assert/strict';
import { refusals, signedIn } from './mundo.mjs';
import { accept, load, newCurso, newGente } from './mooc.mjs';

const admin = signedIn('SERVIR_ADMIN');

test('attempts with their source; filtered', async () => {
  const [v, w] = newGente(2), curso = newCurso();
  await accept(admin, await load(admin, curso, ['DNI,Nota', `${v.persona.dni},9`, `${w.persona.dni},16`]));
  await accept(admin, await load(admin, curso, ['DNI,Nota', `${v.persona.dni},15`]));
  const all = await admin.get(`/mooc/${curso.id}/resultados`);
  assert.match(all.plain, /Aprobado con 15, intento 2/);
  assert.match(all.plain, /Desaprobado con 9, intento 1/);
  const some = await admin.get(`/mooc/${curso.id}/resultados?ver=DESAPROBADO`);
  assert.ok(!/intento 2/.test(some.plain));
  assert.match((await admin.get(`/mooc/${curso.id}/resultados?ver=RETIRADO`)).plain, /Ningún resultado/);
  assert.match((await admin.get(`/mooc/${curso.id}/resultados?despues=1`)).plain, /Ningún resultado/);
});

test('who may', async () => {
  await refusals(assert, `/mooc/${newCurso().id}/resultados`, { role: 'ORH_JEFE' });
  assert.equal((await admin.get('/mooc/999999999/resultados')).status, 404);
});
