// The settings of a course by version: what was judged under one stays.
import test from 'node:test';
import assert from 'node:assert/strict';
import { refusals, signedIn, sql } from './mundo.mjs';
import { accept, load, newCurso, newGente, results, stage } from './mooc.mjs';

const admin = signedIn('SERVIR_ADMIN');

test('a change is a new version; results keep theirs; nothing changed makes none', async () => {
  const [v, w] = newGente(2), curso = newCurso();
  await accept(admin, await load(admin, curso, ['DNI,Nota', `${v.persona.dni},15`]));
  await admin.get(`/mooc/${curso.id}/curso`);
  await admin.submit({ nota_minima: '16' });
  assert.equal(admin.last.status, 303, admin.last.plain);
  assert.deepEqual(sql(`SELECT version, nota_minima FROM curso_version WHERE curso_id = ${curso.id} ORDER BY 1`), [['1', '14.00'], ['2', '16.00']]);
  await accept(admin, await load(admin, curso, ['DNI,Nota', `${v.persona.dni},15`, `${w.persona.dni},15`]));
  assert.deepEqual([results(v), results(w)], [['1 APROBADO 15.00 ARCHIVO', '2 DESAPROBADO 15.00 ARCHIVO'], ['1 DESAPROBADO 15.00 ARCHIVO']]);
  assert.match(stage(v), /^CULMINADA/);
  await admin.get(`/mooc/${curso.id}/curso`);
  assert.match(admin.last.plain, /2 Por evaluación, mínima 16 de 20/);
  await admin.submit({ nota_minima: '16' });
  assert.match((await admin.follow()).plain, /Nada cambió/);
  assert.equal(sql(`SELECT 1 FROM curso_version WHERE curso_id = ${curso.id}`).length, 2);
});

test('two that change it at once: the second is told', async () => {
  const curso = newCurso(), other = signedIn('SERVIR_ADMIN');
  await admin.get(`/mooc/${curso.id}/curso`);
  await other.get(`/mooc/${curso.id}/curso`);
  await other.submit({ nota_minima: '15' });
  await admin.submit({ nota_minima: '12' });
  assert.equal(admin.last.status, 409);
});

test('a closed course takes no results', async () => {
  const curso = newCurso();
  await admin.get(`/mooc/${curso.id}/curso`);
  const form = admin.last.forms.find((f) => f.fields.some((x) => x.name === 'vigente'));
  await admin.post(`/mooc/${curso.id}/curso`, form.fields.filter((f) => f.on && f.name !== 'vigente').map((f) => [f.name, f.value]));
  assert.equal(admin.last.status, 303, admin.last.plain);
  assert.ok(!(await admin.get('/mooc/cargar')).text.includes(curso.codigo));
});

test('who may', async () => {
  const curso = newCurso();
  await refusals(assert, `/mooc/${curso.id}/curso`, { owner: admin, role: 'ORH_JEFE', values: { nombre: 'x' } });
  assert.equal((await admin.get('/mooc/999999999/curso')).status, 404);
  const revisor = signedIn('SERVIR_REVISOR');
  assert.equal((await revisor.get(`/mooc/${curso.id}/curso`)).status, 200);
  assert.equal((await revisor.post(`/mooc/${curso.id}/curso`, { nombre: 'x' })).status, 403);
});
