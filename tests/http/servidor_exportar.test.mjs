import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { canary, day, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here);
const purpose = 'Informe mensual de inducción';

// Fields of a CSV file, as a spreadsheet reads them.
function read(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted !== undefined ? quoted.replaceAll('""', '"') : plain);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((r) => r.length > 1);
}

test('exactly what the list shows, noted with its purpose', async () => {
  const hostile = newPersona({ nombres: '=SUMA(A1)', paterno: 'Ñandú "Comillas"', materno: '@x, y;z' });
  newVinculo(here, { persona: hostile, puesto: '+51 <b>' });
  newVinculo(here, { persona: newPersona({ nombres: 'Persona', paterno: 'Zeta', dni: `0${hostile.dni.slice(1)}` }) });
  newVinculo(here, { persona: newPersona({ paterno: 'Antigua' }), ingreso: day(-400).iso });
  newVinculo(there);
  await orh.get(`/servidor/exportar?desde=${encodeURIComponent(day(-100).text)}`);
  assert.match(orh.last.plain, /El archivo tendrá 2 personas/);
  await orh.submit({ proposito: purpose, formato: 'csv' });
  const rs = orh.last;
  assert.equal(rs.status, 200, rs.plain);
  assert.equal(rs.headers['content-type'], 'text/csv; charset=utf-8');
  assert.match(rs.headers['content-disposition'], /^attachment; filename="servidores-\d{4}-\d\d-\d\d\.csv"$/);
  assert.deepEqual([...rs.buffer.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [titles, ...people] = read(rs.text.slice(1));
  assert.equal(titles.length, 37);
  assert.equal(people.length, 2);
  const of = (row, title) => row[titles.indexOf(title)];
  for (const row of people) assert.equal(row.length, 37);
  assert.equal(of(people[0], 'Documento'), hostile.dni);
  assert.equal(of(people[0], 'Apellido paterno'), 'Ñandú "Comillas"');
  assert.equal(of(people[0], 'Nombres'), "'=SUMA(A1)");
  assert.equal(of(people[0], 'Apellido materno'), "'@x, y;z");
  assert.equal(of(people[0], 'Puesto'), "'+51 <b>");
  assert.equal(of(people[1], 'Documento'), `0${hostile.dni.slice(1)}`);
  assert.deepEqual(sql(`SELECT que, proposito, filas, entidad_id, filtros ->> 'url' FROM exportacion WHERE usuario_id = ${orh.usuario}`),
    [['servidor/lista', purpose, '2', here.id, `desde=${encodeURIComponent(day(-100).text)}`]]);
});

test('refused: without a purpose, with too short a one; the filters stay', async () => {
  const notes = () => one(`SELECT count(*) FROM exportacion WHERE usuario_id = ${orh.usuario}`);
  const before = notes();
  for (const [proposito, message] of [['', /Escriba para qué/], ['corto', /Explique un poco más/], ['x'.repeat(301), /300 caracteres/]]) {
    await orh.get(`/servidor/exportar?q=zeta`);
    await orh.submit({ proposito });
    assert.equal(orh.last.status, 422);
    assert.match(orh.last.plain, message);
    assert.match(orh.last.plain, /1 persona/);
  }
  await orh.get(`/servidor/exportar?q=${encodeURIComponent(`zeta ${canary}`)}`);
  assert.match(orh.last.plain, /Ninguna persona coincide/);
  assert.ok(!orh.last.text.includes(canary));
  await orh.get(`/servidor/exportar?q=${encodeURIComponent('zeta<">')}`);
  assert.ok(orh.last.text.includes('value="zeta&lt;&quot;&gt;"'), 'in the hidden field');
  await orh.post('/servidor/exportar', { q: 'nadie con este nombre', proposito: purpose });
  assert.equal(orh.last.status, 422);
  assert.equal(notes(), before);
});

test('another entity in the address gives nothing of it', async () => {
  const dni = newVinculo(there).persona.dni;
  await orh.get(`/servidor/exportar?entidad=${there.id}`);
  await orh.submit({ proposito: purpose, formato: 'csv' });
  assert.equal(orh.last.status, 200);
  assert.ok(!orh.last.text.includes(dni));
});

test('who may not', async () => {
  await refusals(assert, '/servidor/exportar', { owner: orh, values: { proposito: purpose } });
});

test('more words than are searched: the page says so', async () => {
  const c = signedIn('SERVIR_REVISOR');
  for (const [q, said] of [['uno+dos+tres', false], ['uno+dos+tres+cuatro', true]]) {
    assert.equal(/Solo se usaron las tres primeras palabras/.test((await c.get(`/servidor/exportar?q=${q}`)).plain), said, q);
  }
});

test('as a workbook: text in every cell, zeros and signs as they are; the filters of a figure too', async () => {
  const entidad = newEntidad();
  const c = signedIn('ORH_ANALISTA', entidad);
  const persona = newPersona({ nombres: '=SUMA(A1)', paterno: 'Ñandú <b>', dni: `0${String(Date.now()).slice(-7)}` });
  newVinculo(entidad, { persona });
  await c.get('/servidor/exportar?situacion=EN_CURSO&vigencia=TODOS');
  assert.match(c.last.plain, /El archivo tendrá 1 persona/);
  await c.submit({ proposito: purpose });
  assert.equal(c.last.status, 200);
  assert.match(c.last.headers['content-disposition'], /^attachment; filename="servidores-\d{4}-\d\d-\d\d\.xlsx"$/);
  const dir = mkdtempSync(join(tmpdir(), 'xlsx-'));
  writeFileSync(join(dir, 'a.xlsx'), c.last.buffer);
  const sheet = execFileSync('unzip', ['-p', join(dir, 'a.xlsx'), 'xl/worksheets/sheet1.xml'], { encoding: 'utf8' });
  assert.ok(!sheet.includes('<f>'), 'no formula');
  assert.ok(!/<c r="[A-Z]+\d+"(?: s="\d+")?><v>/.test(sheet), 'no number');
  assert.equal([...sheet.matchAll(/<row /g)].length, 2);
  assert.ok(sheet.includes(`>${persona.dni}<`) && sheet.includes('>=SUMA(A1)<') && sheet.includes('Ñandú &lt;b&gt;'));
  rmSync(dir, { recursive: true });
  await c.get('/servidor/exportar?situacion=COMPLETADO&vigencia=TODOS');
  assert.match(c.last.plain, /Ninguna persona coincide/);
});
