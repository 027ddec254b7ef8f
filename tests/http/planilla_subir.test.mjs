// Each planilla of the corpus, uploaded as a file: what it must say. {dni} in a text becomes a new number.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { client } from './client.mjs';
import { book } from './libro.mjs';
import { canary, escaped, newDni, newEntidad, one, refusals, signedIn } from './mundo.mjs';

const folder = new URL('../data/planilla/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder)));
const cases = { ...read('casos.json'), ...read('libros.json'), ...read('programas.json') };
const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here);

// In the encoding of the file: every second byte of UTF-16 is a zero.
function fill(bytes, from, to) {
  if (bytes.subarray(0, 2).toString() === 'PK') return bytes;
  for (const encoding of ['latin1', 'utf16le']) {
    const what = Buffer.from(from, encoding), at = bytes.indexOf(what);
    if (at >= 0) {
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(to, encoding), bytes.subarray(at + what.length)]);
      return fill(bytes, from, to);
    }
  }
  return bytes;
}

export async function send(c, filename, data) {
  await c.get('/planilla/subir');
  return c.upload('/planilla/subir', { texto: '' }, { archivo: { filename, data } });
}

for (const [name, { dice, rechazada }] of Object.entries(cases)) {
  test(`${name}: ${dice[0]}`, async () => {
    const dni = newDni();
    let data = readFileSync(new URL(name, folder));
    data = fill(data, '{dnie}', `${dni[0]}.${dni.slice(1).replace(/.$/, '7')}E+07`);
    data = fill(fill(data, '{dni7}', String(1000000 + Math.floor(Math.random() * 8999999))), '{dni}', dni);
    const rs = await send(orh, name, data);
    assert.equal(rs.status, rechazada ? 422 : 303, rs.plain);
    if (!rechazada) await orh.follow();
    for (const text of dice) assert.ok(orh.last.plain.includes(text), `${text} in ${orh.last.plain}`);
  });
}

test('pasted cells, with a canary', async () => {
  await orh.get('/planilla/subir');
  const text = `DNI\tPaterno\tNombres\tPuesto\tRégimen\tIngreso\n${newDni()}\tPrueba\t${canary}\tAnalista\tCAS\t02/11/2026\n`;
  await orh.upload('/planilla/subir', { texto: text });
  assert.equal(orh.last.status, 303, orh.last.plain);
  await orh.follow();
  assert.match(orh.last.plain, /1 entran/);
  escaped(assert, orh.last);
});

test('nothing sent, too much, two files, a field that is none', async () => {
  await orh.get('/planilla/subir');
  await orh.upload('/planilla/subir', { texto: '' });
  assert.equal(orh.last.status, 422);
  assert.match(orh.last.plain, /Elija un archivo, o pegue las celdas/);
  await send(orh, 'grande.csv', Buffer.alloc(12 * 1024 * 1024 + 1, 'a'));
  assert.equal(orh.last.status, 422);
  assert.match(orh.last.plain, /el máximo es 12 MB/);
  await orh.get('/planilla/subir');
  assert.equal((await orh.upload('/planilla/subir', { texto: '' }, { archivo: { filename: 'x', data: Buffer.alloc(17e6) } })).status, 413);
  await orh.get('/planilla/subir');
  assert.equal((await orh.upload('/planilla/subir', { rol: 'SERVIR_ADMIN' })).status, 400);
  await orh.get('/planilla/subir');
  assert.equal((await orh.upload('/planilla/subir', {}, { texto: { filename: 'x', data: 'y' } })).status, 400);
});

test('files are taken where a form asks for them only', async () => {
  await orh.get('/servidor/registrar');
  assert.equal((await orh.upload('/servidor/registrar', { documento: '1' })).status, 415);
  assert.equal((await orh.post('/servidor/registrar', `x=${'a'.repeat(70000)}`)).status, 413);
});

test('who may', async () => {
  await refusals(assert, '/planilla/subir', { owner: orh, role: 'SERVIR_REVISOR', values: { texto: 'DNI' } });
  assert.equal((await client().get('/planilla/plantilla')).status, 303);
  assert.equal(one(`SELECT count(*) FROM planilla WHERE entidad_id = ${there.id}`), '0');
});

test('the template: its titles are understood', async () => {
  const rs = await orh.get('/planilla/plantilla?formato=csv');
  assert.equal(rs.headers['content-type'], 'text/csv; charset=utf-8');
  const row = { 'Tipo de documento': 'DNI', Documento: newDni(), 'Apellido paterno': 'Prueba', Nombres: 'Persona',
    Puesto: 'Analista', Régimen: 'CAS', 'Fecha de ingreso': '02/11/2026' };
  const titles = rs.text.trim().split('\r\n').at(-1).split(';');
  await send(orh, 'planilla.csv', rs.text + titles.map((t) => row[t] ?? '').join(';') + '\r\n');
  await orh.follow();
  assert.match(orh.last.plain, /1 entran, 0 por corregir/);
  assert.doesNotMatch(orh.last.plain, /no se usaron/);
  // The workbook, as it was downloaded; then with the same row.
  const made = (await orh.get('/planilla/plantilla')).buffer;
  await send(orh, 'planilla.xlsx', made);
  assert.match(orh.last.plain, /La planilla está vacía/);
  await send(orh, 'planilla.xlsx', book([titles, titles.map((t) => row[t] ?? '')], 'Planilla & más'.replace('&', '&amp;')));
  await orh.follow();
  assert.match(orh.last.plain, /1 entran, 0 por corregir[\s\S]*XLSX, hoja 1 «Planilla & más»/);
});
