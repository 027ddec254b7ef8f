// The figures: each number is the length of the list it leads to; filters stay in the address; each
// role counts its own people.
import test from 'node:test';
import assert from 'node:assert/strict';
import { accountOf, client } from './client.mjs';
import { part } from './libro.mjs';
import { newEntidad, newPersona, newVinculo, one, signedIn, sql } from './mundo.mjs';

async function as(rol) {
  const c = client();
  await c.signIn(accountOf(rol));
  return c;
}
const number = (s) => Number(s.replaceAll(',', ''));
const links = (rs) => [...rs.text.matchAll(/href="(\/servidor\/lista\?[^"]*situacion=[A-Z_]+)">(?:<b>)?([\d,]+)/g)]
  .map((m) => ({ href: m[1].replaceAll('&amp;', '&'), n: number(m[2]) }));
const count = (rs) => {
  if (/Ninguna persona coincide/.test(rs.plain)) return 0;
  return number(/([\d,]+) personas?\./.exec(rs.plain)[1]);
};
const edicion = one(`SELECT edicion_de('SERVIDORES', hoy())`);

async function everyCell(c, path) {
  const rs = await c.get(path);
  assert.equal(rs.status, 200);
  const cells = links(rs);
  assert.ok(cells.length >= 6, path);
  for (const { href, n } of cells) assert.equal(count(await c.get(href)), n, `${path} → ${href}`);
  return cells;
}

for (const por of ['region', 'nivel', 'entidad', 'mes', 'regimen', 'sexo']) {
  test(`SERVIR: every number by ${por} is the length of its list`, async () => {
    await everyCell(await as('SERVIR_REVISOR'), `/cifras/tablero?por=${por}`);
  });
}

test('with filters too, and the page keeps them', async () => {
  const c = await as('SERVIR_REVISOR');
  const path = `/cifras/tablero?por=mes&edicion=${edicion}&nivel=LOCAL&regimen=15&sexo=MUJER&desde=2026-07-15&hasta=2026-10-20`;
  const rs = await c.get(path);
  assert.match(rs.text, /<option value="LOCAL" selected/);
  assert.match(rs.text, /<option value="15" selected/);
  for (const { href, n } of links(rs)) assert.equal(count(await c.get(href)), n, href);
  const all = one(`SELECT count(*) FROM inscripcion i JOIN vinculo v ON v.id = i.vinculo_id JOIN persona p ON p.id = v.persona_id
    JOIN entidad e ON e.id = v.entidad_id WHERE i.edicion_id = ${edicion} AND e.nivel_gobierno = 'LOCAL' AND v.regimen = '15'
    AND p.sexo = 'MUJER' AND v.fecha_ingreso BETWEEN '2026-07-15' AND '2026-10-20'`);
  assert.equal(links(rs)[0]?.n ?? 0, Number(all));
});

test('the table as a file: every line, the filters of the page, a total that adds up', async () => {
  const c = await as('SERVIR_REVISOR'), path = `/cifras/tablero?por=entidad&edicion=${edicion}&nivel=NACIONAL`;
  const page = await c.get(path);
  const link = (vista) => new RegExp(`href="(/cifras/tablero\\?vista=${vista}[^"]*)"`).exec(page.text)[1].replaceAll('&amp;', '&');
  const csv = await c.get(link('csv'));
  assert.match(csv.headers['content-disposition'], /cifras-\d{4}-\d\d-\d\d\.csv/);
  const [titles, ...rows] = csv.text.replace('\uFEFF', '').trim().split('\r\n').map((l) => l.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((x) => x.replace(/,$/, '')));
  assert.equal(titles[0], 'Entidad');
  const total = rows.pop();
  assert.equal(total[0], 'Total');
  assert.equal(Number(total[1]), links(page)[0].n);
  assert.equal(rows.reduce((sum, r) => sum + Number(r[1]), 0), Number(total[1]));
  const book = await c.get(link('xlsx'));
  assert.match(part(book.buffer, 'xl/worksheets/sheet1.xml'), new RegExp(`<c r="B${rows.length + 2}"[^>]*><v>${total[1]}</v>`), 'numbers are numbers');
  const e = newEntidad('=1+1 <b> Entidad de prueba');
  sql(`UPDATE entidad SET sigla = NULL WHERE id = ${e.id}`);
  newVinculo(e);
  assert.match((await c.get(`/cifras/tablero?por=entidad&vista=csv&entidad=${e.id}&edicion=${one(`SELECT edicion_id FROM inscripcion WHERE entidad_id = ${e.id}`)}`)).text, /"'=1\+1 <b>/);
});

test('an ORH counts its own people alone, whatever it asks for', async () => {
  const c = await as('ORH_ANALISTA');
  const mine = Number(one(`SELECT count(*) FROM inscripcion i JOIN entidad e ON e.id = i.entidad_id
    WHERE e.clave = 'MIDIS' AND i.edicion_id = ${edicion}`));
  const other = one(`SELECT i.entidad_id FROM inscripcion i JOIN entidad e ON e.id = i.entidad_id WHERE e.clave <> 'MIDIS' LIMIT 1`);
  for (const path of ['/cifras/tablero', `/cifras/tablero?entidad=${other}`]) {
    const cells = await everyCell(c, path);
    assert.equal(cells[0].n, mine, path);
  }
  assert.doesNotMatch((await c.get('/cifras/tablero')).text, /value="entidad"/);
});

test('a gestor counts the portfolio', async () => {
  const c = await as('GESTOR');
  const cells = await everyCell(c, '/cifras/tablero?por=nivel');
  const all = one(`SELECT count(*) FROM inscripcion WHERE edicion_id = ${edicion}`);
  assert.ok(cells[0].n < Number(all) && cells[0].n > 0);
});

test('a jefe, a servidor and nobody have no figures', async () => {
  for (const rol of ['JEFE', 'SERVIDOR']) assert.equal((await (await as(rol)).get('/cifras/tablero')).status, 403);
  const rs = await client().get('/cifras/tablero');
  assert.equal(rs.status, 303);
});

test('a new entity: empty state, then one person, then overdue', async () => {
  const entidad = newEntidad();
  const c = signedIn('ORH_ANALISTA', entidad);
  assert.match((await c.get('/cifras/tablero')).plain, /No hay personas registradas con esos filtros/);
  newVinculo(entidad, { persona: newPersona({ nombres: `<b>"'&canario` }) });
  const rs = await c.get('/cifras/tablero?por=regimen');
  assert.deepEqual(links(rs).slice(0, 6).map(({ n }) => n), [1, 0, 0, 1, 1, 0]);
  assert.match(rs.text, /<svg[^>]*role="img"[^>]*aria-labelledby="graf-t graf-d"/);
});

test('odd values in the address are no error of ours', async () => {
  const c = await as('SERVIR_REVISOR');
  for (const q of ['edicion=0', 'edicion=999999', 'por=nada', 'nivel=x', "region='", 'pagina=0', 'pagina=1000', 'desde=31/02/2026']) {
    const rs = await c.get(`/cifras/tablero?${q}`);
    assert.ok([200, 404, 422].includes(rs.status), `${q}: ${rs.status}`);
  }
});

test('the print view has the table and no frame', async () => {
  const rs = await (await as('SERVIR_ADMIN')).get('/cifras/tablero?vista=imprimir&por=nivel');
  assert.equal(rs.status, 200);
  assert.match(rs.text, /class="imp"/);
  assert.match(rs.plain, /Completados Las tres etapas culminadas, validadas o no aplica/);
});
