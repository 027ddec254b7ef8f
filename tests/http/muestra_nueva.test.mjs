// Random samples: the draw that anybody can repeat, its file, its verification and what becomes of them.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import test from 'node:test';
import { canary, day, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const revisor = signedIn('SERVIR_REVISOR');
const hash = (text) => createHash('sha256').update(text).digest('hex');
// A day of its own far back, so that a population is what a test put there.
let back = 3000 + Math.floor(Math.random() * 3000);
function population(n, options = {}) {
  const e = newEntidad(), iso = day(-(back += 7)).iso, ids = [];
  for (let i = 0; i < n; i++) {
    const v = newVinculo(e, { ingreso: day(-back - 30).iso, ...options });
    sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${iso}' WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD';
      UPDATE etapa SET estado = 'VALIDADA' WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
    ids.push(one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`));
  }
  return { e, ids, date: day(-back).text };
}
async function draw(p, values = {}) {
  await revisor.get('/muestra/nueva');
  return revisor.submit({ nombre: 'Muestra de prueba', desde: p.date, hasta: p.date, tamano: '4', ...values });
}
const members = (id) => sql(`SELECT etapa_id FROM muestra_etapa WHERE muestra_id = ${id} ORDER BY orden`).map(([x]) => x);
const idOf = (rs) => /\/muestra\/(\d+)\//.exec(rs.location)?.[1];

test('the draw is the one that its page tells to repeat, and the file carries it', async () => {
  const p = population(9), semilla = `prueba-${randomBytes(4).toString('hex')}`;
  const rs = await draw(p, { semilla });
  assert.equal(rs.status, 303, rs.plain);
  const id = idOf(rs);
  const expected = [...p.ids].sort((a, b) => (hash(`${semilla}:${a}`) < hash(`${semilla}:${b}`) ? -1 : 1)).slice(0, 4);
  assert.deepEqual(members(id), expected);
  const page = await revisor.follow();
  assert.match(page.plain, /Se sorteó la muestra/);
  assert.match(page.plain, /4 de 9 etapas/);
  assert.ok(page.text.includes(semilla) && page.text.includes(hash([...p.ids].sort((a, b) => a - b).join(','))), 'seed and fingerprint');
  const file = await revisor.get(`/muestra/${id}/descargar`);
  assert.match(file.headers['content-disposition'], /attachment/);
  assert.deepEqual(file.text.trim().split('\r\n').slice(1).map((l) => l.split(',')[1]), expected);
  const all = await revisor.get(`/muestra/${id}/descargar?que=poblacion`);
  assert.deepEqual(all.text.trim().split('\r\n').slice(1).map((l) => l.replaceAll('"', '').split(',')),
    [...p.ids].sort((a, b) => a - b).map((x) => [x, hash(`${semilla}:${x}`)]));
  assert.equal((await revisor.get('/muestra/lista')).plain.includes('Muestra de prueba'), true);
  const print = await revisor.get(`/muestra/${id}/ficha?vista=imprimir`);
  assert.match(print.text, /<body class="imp">/);
});

test('sent twice it is one; the same seed over the same stages is the same; what changed is told', async () => {
  const p = population(8), semilla = `prueba-${randomBytes(4).toString('hex')}`;
  const first = idOf(await draw(p, { semilla, nombre: canary }));
  const again = await draw(p, { semilla, nombre: 'Otro nombre' });
  assert.equal(idOf(again), first);
  assert.match((await revisor.follow()).plain, /ya estaba guardado/);
  escaped(assert, revisor.last);
  escaped(assert, await revisor.get('/muestra/lista'));
  assert.match((await revisor.get(`/muestra/${first}/comprobar`)).plain, /Sale igual: las mismas 8 etapas y las mismas 4/);
  // One of the sample goes back to the ORH, and a new one comes.
  sql(`UPDATE etapa SET estado = 'OBSERVADA', motivo = 'x' WHERE id = ${members(first)[0]}`);
  const told = (await revisor.get(`/muestra/${first}/comprobar`)).plain;
  assert.match(told, /eran 8 etapas y ahora son 7/);
  assert.match(told, /1 de la muestra ya no cumplen/);
  assert.equal(members(first).length, 4, 'what was drawn stays');
  assert.notEqual(idOf(await draw(p, { semilla })), first, 'another population, another sample');
});

test('by percentage; what cannot be drawn says so and keeps what was typed', async () => {
  const p = population(10);
  assert.equal(members(idOf(await draw(p, { tamano: '25', unidad: 'P' }))).length, 3, 'a quarter, rounded up');
  for (const [values, message] of [[{ tamano: '101', unidad: 'P' }, /1 a 100 por ciento/], [{ semilla: 'ñandú' }, /letras sin tilde/],
    [{ semilla: 'abc' }, /4 caracteres/], [{ hasta: day(-back - 5).text }, /posterior a la primera/], [{ region: '01', desde: '01/01/1990', hasta: '02/01/1990' }, /Ninguna etapa coincide/],
    [{ tamano: '0' }, /./], [{ region: '99' }, /./], [{ estado: 'PENDIENTE' }, /./]]) {
    const rs = await draw(p, values);
    assert.equal(rs.status, 422, JSON.stringify(values));
    assert.match(rs.plain, message);
    assert.ok(rs.text.includes('Muestra de prueba'));
  }
});

test('verifying one by one: found, noted, changed by another, summed up', async () => {
  const p = population(4), id = idOf(await draw(p, { tamano: '4' }));
  await revisor.get(`/muestra/${id}/ficha`);
  const first = /\/muestra\/verificar\/(\d+)"/.exec(revisor.last.text)[1];
  await revisor.get(`/muestra/verificar/${first}`);
  assert.equal((await revisor.submit({ nota: '' })).status, 422, 'says what was found');
  await revisor.get(`/muestra/verificar/${first}`);
  const bad = await revisor.submit({ resultado: 'NO_CONFORME' });
  assert.equal(bad.status, 422);
  assert.match(bad.plain, /qué no corresponde/);
  const rs = await revisor.submit({ resultado: 'NO_CONFORME', nota: `La lista no es de esa fecha ${canary}` });
  assert.equal(rs.status, 303, rs.plain);
  assert.match(rs.location, /\/muestra\/verificar\/\d+/);
  assert.notEqual(rs.location, `/muestra/verificar/${first}`, 'on to the next');
  // Another reviewer saw it before this one pressed.
  const other = signedIn('SERVIR_REVISOR'), next = rs.location;
  await revisor.get(next);
  await other.get(next);
  assert.equal((await other.submit({ resultado: 'CONFORME' })).status, 303);
  const late = await revisor.submit({ resultado: 'NO_CONFORME', nota: 'No' });
  assert.equal(late.status, 422);
  assert.match(late.plain, /Otra persona la verificó/);
  for (let i = 0; i < 2; i++) {
    const path = `/muestra/verificar/${one(`SELECT id FROM muestra_etapa WHERE muestra_id = ${id} AND resultado IS NULL ORDER BY orden LIMIT 1`)}`;
    await revisor.get(path);
    assert.equal((await revisor.submit({ resultado: 'CONFORME' })).status, 303);
  }
  assert.equal(revisor.last.location, `/muestra/${id}/ficha`);
  const ficha = await revisor.follow();
  assert.match(ficha.plain, /La muestra está completa/);
  assert.match(ficha.plain, /1, el 25\.0 % de las verificadas/);
  assert.match(ficha.plain, /Entre 4\.6 % – 69\.9 %/);
  escaped(assert, ficha);
});

test('who may not', async () => {
  const p = population(1), id = idOf(await draw(p, { tamano: '1' })), member = one(`SELECT id FROM muestra_etapa WHERE muestra_id = ${id}`);
  await refusals(assert, '/muestra/nueva', { owner: revisor, role: 'ORH_JEFE', values: { nombre: 'Muestra' } });
  await refusals(assert, `/muestra/verificar/${member}`, { owner: revisor, role: 'ORH_JEFE', values: { resultado: 'CONFORME', version: '1' } });
  const auditor = signedIn('AUDITOR');
  for (const page of ['ficha', 'comprobar', 'descargar']) {
    assert.equal((await auditor.get(`/muestra/${id}/${page}`)).status, 200, page);
    assert.equal((await signedIn('ORH_ANALISTA', p.e).get(`/muestra/${id}/${page}`)).status, 403, page);
    assert.equal((await revisor.get(`/muestra/999999999/${page}`)).status, 404, page);
  }
  assert.equal((await auditor.get(`/muestra/verificar/${member}`)).status, 403);
  assert.equal((await revisor.get('/muestra/verificar/999999999')).status, 404);
  assert.doesNotMatch((await auditor.get('/muestra/lista')).text, /muestra\/nueva/);
});
