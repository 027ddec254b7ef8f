// An edition: literal texts, corrected labels, computed sums, and the place that SERVIR fills.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';

const id = (codigo) => one(`SELECT id FROM edicion WHERE codigo = '${codigo}'`);
const directivos = `/servir/${id('DIRECTIVOS-2022')}/edicion`;

test('targets and budget keep the words of their source', async () => {
  const c = signedIn('AUDITOR');
  sql(`UPDATE edicion_entidad SET entidad_id = NULL WHERE edicion_id = ${id('DIRECTIVOS-2022')} AND nota ILIKE 'por definir%'`);
  const d = await c.get(directivos);
  assert.ok(d.plain.includes('«400 directivos públicos pasan por proceso de inducción transversal al segmento (10 ministerios y 4 GR).»'));
  assert.match(d.plain, /Falta definir 1 de 14 lugares.*MIMP aparece dos veces/);
  assert.ok(d.plain.includes('S/ 401,240.00'));
  assert.ok(!d.plain.includes('Definir un lugar abierto'), 'an auditor changes nothing');
  const f = await c.get(`/servir/${id('FUNCIONARIOS-2022')}/edicion`);
  assert.match(f.plain, /Diseño del programa de inducción a funcionarios Etiqueta literal: «Diseño del programa de inducción a directivos públicos»/);
  assert.match(f.plain, /1,899 autoridades.*1,915 cargos/);
  assert.match(f.plain, /Lima 1 10 161 172/);
  const s = await c.get(`/servir/${id('SERVIDORES-2022')}/edicion`);
  assert.match(s.plain, /30 días calendario desde el ingreso/);
  assert.match(s.plain, /ajuste configurable, no el plazo de una norma/);
});

test('the open place is filled, refused to one that has a place, and opened again', async () => {
  const c = signedIn('SERVIR_ADMIN');
  const lugar = one(`SELECT x.id FROM edicion_entidad x JOIN edicion e ON e.id = x.edicion_id WHERE e.codigo = 'DIRECTIVOS-2022' AND x.nota ILIKE 'por definir%'`);
  const entity = (clave) => one(`SELECT id FROM entidad WHERE clave = '${clave}'`);
  await c.get(directivos);
  await c.submit({ lugar, entidad: '' });
  assert.equal(c.last.status, 303);
  await c.get(directivos);
  const taken = await c.post(directivos, { lugar, entidad: entity('MIMP') });
  assert.equal(taken.status, 422);
  assert.ok(taken.plain.includes('Esa entidad ya tiene un lugar en la edición'));
  await c.get(directivos);
  await c.submit({ lugar, entidad: entity('MINAM') });
  const after = await c.follow();
  assert.ok(after.plain.includes('Se definió la entidad de ese lugar'));
  assert.match(after.plain, /9 Ministerio Ministerio del Ambiente/);
  const known = one(`SELECT x.id FROM edicion_entidad x JOIN edicion e ON e.id = x.edicion_id WHERE e.codigo = 'DIRECTIVOS-2022' AND x.orden = 1`);
  assert.equal((await c.post(directivos, { lugar: known, entidad: entity('MINEM') })).status, 404, 'a place that the source fills');
  await c.get(directivos);
  await c.submit({ lugar, entidad: '' });
  assert.match((await c.follow()).plain, /9 Ministerio Por definir/);
  assert.equal((await c.post(directivos, { lugar: '' })).status, 422);
});

test('who may not', async () => {
  await refusals(assert, directivos, { owner: signedIn('SERVIR_ADMIN'), values: { lugar: '1', entidad: '' } });
  const revisor = signedIn('SERVIR_REVISOR');
  await revisor.get(directivos);
  assert.equal((await revisor.post(directivos, { lugar: '9', entidad: '' })).status, 403);
  assert.equal((await signedIn('ORH_JEFE', newEntidad()).get(directivos)).status, 403);
  assert.equal((await revisor.get('/servir/999999/edicion')).status, 404);
});
