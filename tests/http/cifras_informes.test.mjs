// Sealed reports: the same bytes after any change; what changed is told beside them.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { accountOf, client } from './client.mjs';
import { newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const admin = signedIn('SERVIR_ADMIN');
const entidad = newEntidad();
// A month of this year that no other test seals.
const mes = one(`SELECT to_char(m, 'YYYY-MM') FROM generate_series(date_trunc('year', hoy()::timestamp), date_trunc('month', hoy()::timestamp)
  - interval '2 month', interval '1 month') m JOIN edicion e ON e.id = edicion_de('SERVIDORES', m::date)
  WHERE NOT EXISTS (SELECT FROM informe i WHERE i.mes = m::date AND i.edicion_id = e.id) ORDER BY m DESC LIMIT 1`);
const edicion = one(`SELECT edicion_de('SERVIDORES', '${mes}-01')`);

let id, bytes;
test('sealing gives a file that its hash proves', async () => {
  const person = newVinculo(entidad, { persona: newPersona({ nombres: '=1+1' }), ingreso: `${mes}-03` });
  assert.ok(person.id);
  await admin.get('/cifras/informes');
  await admin.submit({ mes: `${edicion}.${mes}` });
  assert.equal(admin.last.status, 303, admin.last.plain);
  id = /\/cifras\/(\d+)\/informe/.exec(admin.last.headers.location)[1];
  const rs = await admin.get(`/cifras/${id}/informe`);
  assert.match(rs.plain, /El informe quedó sellado/);
  assert.match(rs.plain, /los datos de hoy dan las mismas cifras para ese mes/);
  bytes = (await admin.get(`/cifras/${id}/descarga`)).buffer;
  const hash = createHash('sha256').update(bytes).digest('hex');
  assert.ok(rs.text.includes(hash));
  assert.match(bytes.toString('utf8'), /Datos conocidos al,\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d,hora de Lima\r\n/);
  assert.ok(bytes.toString('utf8').includes(one(`SELECT sigla FROM entidad WHERE id = ${entidad.id}`)));
});

test('after fifty changes it is identical byte by byte, and the page tells the difference', async () => {
  const registered = Number(one(`SELECT cifras -> 0 ->> 'registrados' FROM informe WHERE id = ${id}`));
  for (let i = 0; i < 12; i++) newVinculo(entidad, { ingreso: `${mes}-0${1 + (i % 9)}` });
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_inicio = NULL, fecha_fin = hoy() WHERE entidad_id = ${entidad.id} AND tipo <> 'ESTADO'`);
  sql(`UPDATE persona SET sexo = 'MUJER' WHERE id IN (SELECT persona_id FROM vinculo WHERE entidad_id = ${entidad.id})`);
  assert.ok((await admin.get(`/cifras/${id}/descarga`)).buffer.equals(bytes));
  const rs = await admin.get(`/cifras/${id}/informe`);
  assert.match(rs.plain, new RegExp(`registrados ${registered}.*registrados ${registered + 12}`));
  assert.deepEqual(sql('SELECT * FROM cifras_recontar(false)'), []);
});

test('sealed once; not by hand, not another way', async () => {
  await admin.get('/cifras/informes');
  await admin.post('/cifras/informes', { mes: `${edicion}.${mes}` });
  assert.equal(admin.last.headers.location, `/cifras/${id}/informe`);
  assert.throws(() => sql(`UPDATE informe SET contenido = 'x' WHERE id = ${id}`), /never changed/);
  assert.throws(() => sql(`DELETE FROM informe WHERE id = ${id}`), /never changed/);
  assert.ok((await admin.get(`/cifras/${id}/descarga`)).buffer.equals(bytes));
});

test('refused: no month, one that has not ended, one of another kind', async () => {
  const now = one(`SELECT to_char(hoy(), 'YYYY-MM')`);
  const current = one(`SELECT edicion_de('SERVIDORES', hoy())`);
  const directivos = one(`SELECT id FROM edicion WHERE programa = 'DIRECTIVOS' LIMIT 1`);
  for (const value of ['', 'x', `${current}.${now}`, `${directivos}.${mes}`, `${edicion}.2019-01`, `${edicion}.`, '.2026-01', `99999999.${mes}`]) {
    await admin.get('/cifras/informes');
    await admin.post('/cifras/informes', { mes: value });
    assert.equal(admin.last.status, 422, value);
    assert.match(admin.last.text, /class="err"/, value);
  }
});

test('who may not', async () => {
  const reviewer = client();
  await reviewer.signIn(accountOf('SERVIR_REVISOR'));
  const rs = await reviewer.get('/cifras/informes');
  assert.equal(rs.status, 200);
  assert.doesNotMatch(rs.plain, /Sellar el informe/);
  assert.equal((await reviewer.get(`/cifras/${id}/descarga`)).status, 200);
  const orh = signedIn('ORH_ANALISTA', entidad);
  for (const path of ['/cifras/informes', `/cifras/${id}/informe`, `/cifras/${id}/descarga`]) assert.equal((await orh.get(path)).status, 403, path);
  assert.equal((await admin.get('/cifras/999999999/informe')).status, 404);
  assert.equal((await admin.get('/cifras/999999999/descarga')).status, 404);
  await refusals(assert, '/cifras/informes', { owner: admin, values: { mes: `${edicion}.${mes}` } });
});

test('the background worker seals the month that ended, once', () => {
  const before = one('SELECT count(*) FROM informe');
  const seal = () => one(`SET ROLE portal_fondo; SELECT portal.informes_sellar(10)`);
  assert.throws(() => one(`SET ROLE portal_app; SELECT portal.informes_sellar(10)`), /permission denied/);
  assert.ok(before >= 1 && seal !== undefined);
});
